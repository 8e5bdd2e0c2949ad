"""From the rows of one session to its report."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.ids import QuestionId
from kiosk.domain.plain import from_plain
from kiosk.domain.recording import Chapter, Gap, Quality, Recording, Segment
from storage.positions import position_s
from storage.reports import (
    AnswerReport,
    ConsentReport,
    IssueReport,
    MessageReport,
    QuestionReport,
    SessionReport,
    SessionSummary,
)
from storage.tables import (
    AnswerRow,
    GapRow,
    IssueRow,
    MessageRow,
    QuestionRow,
    RecordingRow,
    SegmentRow,
    SessionRow,
    Tables,
)

Row = TypeVar("Row", bound=Tables)


def rows_of(db: Session, table: type[Row], session: str) -> Sequence[Row]:
    """What a table has of one session, in the order of its key."""
    key = table.__table__.primary_key
    return db.scalars(select(table).filter_by(session_id=session).order_by(*key)).all()


def read_report(db: Session, row: SessionRow, summary: SessionSummary) -> SessionReport:
    """Everything of one session."""
    recording = recording_of(db, row.id)
    return SessionReport(
        summary=summary,
        language=row.language,
        consent=_consent(row),
        avatar=row.avatar,
        device_info=row.device_info or {},
        pack_version=row.pack_version,
        ended_by=row.ended_by or "",
        end_reason=row.end_reason or "",
        processing_status=row.processing_status,
        analysis_status=row.analysis_status,
        final_status=row.final_status,
        recording=recording,
        questions=_questions(db, row.id, recording),
        messages=tuple(_message(found, recording) for found in rows_of(db, MessageRow, row.id)),
        issues=tuple(_issue(found, recording) for found in rows_of(db, IssueRow, row.id)),
    )


def _consent(row: SessionRow) -> ConsentReport | None:
    if row.consented is None or row.scoring is None:
        return None
    return ConsentReport(row.scoring, row.notice_version or "", row.consented.wall)


def _questions(db: Session, session: str, recording: Recording | None) -> tuple[QuestionReport, ...]:
    answers: defaultdict[str, list[AnswerReport]] = defaultdict(list)
    for row in rows_of(db, AnswerRow, session):
        answers[row.question_id].append(_answer(row, recording))
    return tuple(
        _question(row, answers[row.question_id], recording) for row in rows_of(db, QuestionRow, session)
    )


def _question(
    row: QuestionRow, answers: Sequence[AnswerReport], recording: Recording | None
) -> QuestionReport:
    return QuestionReport(
        number=row.number,
        id=QuestionId(row.question_id),
        kind=row.kind,
        text=row.text,
        difficulty=row.difficulty,
        keywords=tuple(row.keywords),
        avatar=row.avatar,
        answer_limit_s=row.answer_limit_s,
        problem=row.problem,
        asked_wall=row.asked.wall if row.asked else None,
        asked_s=position_s(recording, row.asked),
        answers=tuple(answers),
    )


def _answer(row: AnswerRow, recording: Recording | None) -> AnswerReport:
    return AnswerReport(
        attempt=row.attempt,
        outcome=row.outcome,
        spoken_s=row.spoken_s,
        timed_out=row.timed_out,
        started_wall=row.started.wall if row.started else None,
        ended_wall=row.ended.wall,
        start_s=position_s(recording, row.started),
        end_s=position_s(recording, row.ended) if row.started else None,
    )


def _message(row: MessageRow, recording: Recording | None) -> MessageReport:
    return MessageReport(
        speaker=row.speaker,
        question=QuestionId(row.question_id),
        attempt=row.attempt,
        text=row.text,
        began_wall=row.began.wall,
        start_s=position_s(recording, row.began),
        duration_s=row.duration_s,
    )


def _issue(row: IssueRow, recording: Recording | None) -> IssueReport:
    return IssueReport(
        seq=row.seq,
        kind=row.kind,
        code=row.code,
        detail=row.detail,
        by=row.by,
        began_wall=row.began.wall,
        cleared_wall=row.cleared.wall if row.cleared else None,
        start_s=position_s(recording, row.began),
    )


def recording_of(db: Session, session: str) -> Recording | None:
    """The finished recording of a session."""
    row = db.get(RecordingRow, session)
    if row is None:
        return None
    return Recording(
        file=row.file,
        sha256=row.sha256,
        size_bytes=row.size_bytes,
        duration_s=row.duration_s,
        format=row.format,
        quality=from_plain(Quality, row.details["quality"]),
        started_wall=row.started_wall,
        segments=tuple(_segment(found) for found in rows_of(db, SegmentRow, session)),
        chapters=tuple(from_plain(Chapter, chapter) for chapter in row.details["chapters"]),
        gaps=tuple(_gap(found) for found in rows_of(db, GapRow, session)),
        voice_tracks=tuple(row.details["voice_tracks"]),
    )


def _segment(row: SegmentRow) -> Segment:
    return Segment(
        number=row.number,
        started_wall=row.started_wall,
        boot_id=row.boot_id,
        started_mono_s=row.started_mono_s,
        offset_s=row.offset_s,
        duration_s=row.duration_s,
        frames=row.frames,
        frames_repeated=row.frames_repeated,
        frames_dropped=row.frames_dropped,
        audio_samples=row.audio_samples,
        audio_lost_samples=row.audio_lost_samples,
    )


def _gap(row: GapRow) -> Gap:
    return Gap(row.cause, row.start_s, row.length_s, row.painted, row.reason)
