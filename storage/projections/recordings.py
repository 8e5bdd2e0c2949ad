"""The finished recording, its segments and its gaps."""

from dataclasses import asdict

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.domain.moment import Moment
from kiosk.domain.plain import to_plain
from kiosk.domain.recording import Recording, RecordingStatus
from kiosk.flow.facts import RecordingFinished
from storage.projections.change import Change
from storage.statuses import WorkStatus
from storage.tables import GapRow, RecordingRow, SegmentRow, SessionRow


def project(db: Session, change: Change) -> None:
    """A recording may be finished long after its candidate has gone."""
    if not isinstance(change.event, RecordingFinished):
        return
    session = db.get(SessionRow, change.event.session)
    if session is None:
        return
    session.recording_status = RecordingStatus.COMPLETED
    session.processing_status = WorkStatus.COMPLETED
    _keep(db, session.id, change.event.recording, change.moment)


def _keep(db: Session, session_id: str, recording: Recording, moment: Moment) -> None:
    for table in (GapRow, SegmentRow):
        db.execute(delete(table).where(table.session_id == session_id))
    db.merge(
        RecordingRow(
            session_id=session_id,
            file=recording.file,
            sha256=recording.sha256,
            size_bytes=recording.size_bytes,
            duration_s=recording.duration_s,
            format=recording.format,
            quality=recording.quality.name,
            started_wall=recording.started_wall,
            finished=moment,
            details=_details(recording),
        )
    )
    db.flush()
    db.add_all(SegmentRow(session_id=session_id, **asdict(segment)) for segment in recording.segments)
    db.add_all(
        GapRow(session_id=session_id, number=number, **asdict(gap))
        for number, gap in enumerate(recording.gaps, start=1)
    )


def _details(recording: Recording) -> dict[str, object]:
    return {
        "quality": to_plain(recording.quality),
        "chapters": to_plain(recording.chapters),
        "voice_tracks": list(recording.voice_tracks),
    }
