"""What finished sessions still wait for, from the tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.answer import GIVEN
from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.recording import Recording, RecordingStatus
from kiosk.domain.standing import SessionStatus
from kiosk.domain.transcript import TranscriptionJob
from kiosk.ports.backlog import BacklogError, Stretch, Untranscribed
from storage.database import Database
from storage.errors import StorageError
from storage.inputs import inputs_of
from storage.media import MediaStore
from storage.positions import position_s
from storage.reading import recording_of
from storage.statuses import WorkStatus
from storage.tables import AnswerRow, KeepingRow, RecordingRow, SessionRow, TranscriptRow

MOST_AT_ONCE = 20
"""Sessions judged before looking again: each brings its whole pack along."""


class SqlBacklog:
    """Implements ``kiosk.ports.backlog.Backlog``. Any thread may call."""

    def __init__(self, database: Database, media: MediaStore) -> None:
        self._database = database
        self._media = media

    def to_transcribe(self) -> Sequence[Untranscribed]:
        """See ``Backlog``: of candidates who let software read their answers, as far as anything is heard."""
        with self._reading() as db:
            return [
                waiting
                for answer, session in db.execute(_UNWRITTEN)
                if (waiting := self._untranscribed(db, answer, session)) is not None
            ]

    def to_finish(self) -> Sequence[SessionId]:
        """Sessions that are over and whose recording is still in parts, oldest first."""
        with self._reading() as db:
            return [SessionId(session) for session in db.scalars(_IN_PARTS)]

    def to_assess(self) -> Sequence[AssessmentInputs]:
        """See ``Backlog``: not more than ``MOST_AT_ONCE``."""
        with self._reading() as db:
            return [inputs_of(db, session) for session in db.scalars(_UNJUDGED)]

    def _untranscribed(self, db: Session, answer: AnswerRow, session: SessionRow) -> Untranscribed | None:
        recording = recording_of(db, session.id)
        stretches = tuple(self._stretches(answer, recording)) if recording else ()
        if not stretches or session.language is None or session.scoring is None:
            return None
        job = TranscriptionJob(
            session=SessionId(session.id),
            question=QuestionId(answer.question_id),
            attempt=answer.attempt,
            language=answer.language or session.language,
        )
        return Untranscribed(job, Consent(session.scoring, session.notice_version or ""), stretches)

    def _stretches(self, answer: AnswerRow, recording: Recording) -> Iterator[Stretch]:
        """Where the answer is heard: in one voice track, or in several after an interruption."""
        start_s, end_s = position_s(recording, answer.started), position_s(recording, answer.ended)
        if start_s is None or end_s is None:
            return
        tracks = {Path(name).stem: name for name in recording.voice_tracks}
        for segment in recording.segments:
            name = tracks.get(f"segment_{segment.number:03}")
            first_s = max(start_s - segment.offset_s, 0.0)
            last_s = min(end_s - segment.offset_s, segment.duration_s)
            if name is None or last_s <= first_s:
                continue
            track = self._media.file(SessionId(answer.session_id), name)
            if track.is_file():
                yield Stretch(track, round(first_s, 3), round(last_s, 3))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with self._database.read() as db:
                yield db
        except StorageError as error:
            raise BacklogError(str(error)) from error


_READABLE = KeepingRow.sealed_wall.is_(None) & KeepingRow.ordered_wall.is_(None)
"""Neither sealed nor to be erased."""
_IN_PARTS = (
    select(SessionRow.id)
    .join(KeepingRow, KeepingRow.session_id == SessionRow.id)
    .where(
        SessionRow.status == SessionStatus.COMPLETED,
        SessionRow.recording_status == RecordingStatus.FAILED,
        _READABLE,
    )
    .order_by(SessionRow.__table__.c.created_wall)
)
_UNWRITTEN = (
    select(AnswerRow, SessionRow)
    .join(SessionRow, SessionRow.id == AnswerRow.session_id)
    .join(RecordingRow, RecordingRow.session_id == SessionRow.id)
    .join(KeepingRow, KeepingRow.session_id == SessionRow.id)
    .outerjoin(
        TranscriptRow,
        (TranscriptRow.session_id == AnswerRow.session_id)
        & (TranscriptRow.question_id == AnswerRow.question_id)
        & (TranscriptRow.attempt == AnswerRow.attempt),
    )
    .where(
        SessionRow.status == SessionStatus.COMPLETED,
        SessionRow.scoring == Scoring.AI_AND_HUMAN,
        AnswerRow.outcome.in_(GIVEN),
        TranscriptRow.session_id.is_(None),
        _READABLE,
    )
    .order_by(AnswerRow.__table__.c.ended_wall)
)
_UNJUDGED = (
    select(SessionRow)
    .where(SessionRow.status == SessionStatus.COMPLETED, SessionRow.analysis_status == WorkStatus.PENDING)
    .order_by(SessionRow.__table__.c.created_wall)
    .limit(MOST_AT_ONCE)
)
