"""From the rows of one session to its report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.answer import Attempt
from kiosk.domain.assessment import Advice, Assessment
from kiosk.domain.code import CodeResult
from kiosk.domain.ids import QuestionId
from kiosk.domain.plain import from_plain
from kiosk.domain.proof import CaptureProof
from kiosk.domain.recording import Chapter, Gap, Quality, Recording, Segment
from kiosk.domain.surroundings import NetworkLink
from kiosk.domain.transcript import Transcript
from kiosk.domain.wording import Wording
from storage.analytics import SessionFigures, figures
from storage.positions import position_s
from storage.reports import (
    AnswerReport,
    CaptureReport,
    CodeReport,
    ConsentReport,
    ExportReport,
    IssueReport,
    MessageReport,
    QuestionReport,
    ScreenReport,
    SessionReport,
    SessionSummary,
)
from storage.schema import Tables
from storage.tables import (
    AnswerRow,
    AssessmentRow,
    CaptureProofRow,
    CodeSubmissionRow,
    ExportRow,
    GapRow,
    IssueRow,
    MessageRow,
    QuestionRow,
    RecordingRow,
    ScreenRecordingRow,
    SegmentRow,
    SessionRow,
    TranscriptRow,
)

Row = TypeVar("Row", bound=Tables)


def rows_of(db: Session, table: type[Row], session: str) -> Sequence[Row]:
    """What a table has of one session, in the order of its key."""
    key = table.__table__.primary_key
    return db.scalars(select(table).filter_by(session_id=session).order_by(*key)).all()


def read_report(db: Session, row: SessionRow, summary: SessionSummary) -> SessionReport:
    """Everything of one session."""
    recording = recording_of(db, row.id)
    judged = db.get(AssessmentRow, row.id)
    return SessionReport(
        summary=summary,
        language=row.language,
        consent=_consent(row),
        avatar=row.avatar,
        device_info=row.device_info or {},
        picture_late_ms=row.picture_late_ms,
        network=tuple(from_plain(NetworkLink, link) for link in row.network_quality or []),
        voices=row.avatar_settings or {},
        questions_sha256=row.questions_sha256 or "",
        questions_approved_by=row.questions_approved_by or "",
        pack_version=row.pack_version,
        ended_by=row.ended_by or "",
        end_reason=row.end_reason or "",
        processing_status=row.processing_status,
        analysis_status=row.analysis_status,
        final_status=row.final_status,
        recording=recording,
        screens=tuple(_screen(found, recording) for found in rows_of(db, ScreenRecordingRow, row.id)),
        questions=_questions(db, row.id, recording),
        messages=tuple(_message(found, recording) for found in rows_of(db, MessageRow, row.id)),
        issues=tuple(_issue(found, recording) for found in rows_of(db, IssueRow, row.id)),
        figures=_figures(db, row.id),
        assessment=from_plain(Assessment, judged.assessment) if judged else None,
        advice=tuple(from_plain(Advice, one) for one in judged.advice) if judged else (),
        exports=tuple(_export(found) for found in rows_of(db, ExportRow, row.id)),
    )


def _consent(row: SessionRow) -> ConsentReport | None:
    if row.consented is None or row.scoring is None:
        return None
    return ConsentReport(row.scoring, row.notice_version or "", row.consented.wall)


def _questions(db: Session, session: str, recording: Recording | None) -> tuple[QuestionReport, ...]:
    answers: defaultdict[str, list[AnswerReport]] = defaultdict(list)
    transcripts, captures = _transcripts(db, session), _captures(db, session)
    for row in rows_of(db, AnswerRow, session):
        key = (row.question_id, row.attempt)
        answer = _answer(row, transcripts.get(key), recording)
        answers[row.question_id].append(replace(answer, capture=captures.get(key)))
    programs: defaultdict[str, list[CodeReport]] = defaultdict(list)
    for submitted in rows_of(db, CodeSubmissionRow, session):
        programs[submitted.question_id].append(_program(submitted, recording))
    rows = rows_of(db, QuestionRow, session)
    numbers = {row.question_id: row.number for row in rows}
    asked = [
        replace(
            _question(row, recording),
            answers=tuple(answers[row.question_id]),
            code=tuple(programs[row.question_id]),
            follow_up_to=_follow_up_to(row, numbers),
        )
        for row in rows
    ]
    return tuple(sorted(asked, key=lambda one: (one.follow_up_to or one.number, one.number)))


def _follow_up_to(row: QuestionRow, numbers: Mapping[str, int]) -> int | None:
    """A follow-up's id begins with that of its question and a dot."""
    question, dot, _ = row.question_id.partition(".")
    return numbers.get(question) if dot else None


def _captures(db: Session, session: str) -> dict[tuple[str, int], CaptureReport]:
    """The latest look at each answer."""
    return {
        (row.question_id, row.attempt): CaptureReport(
            proved=row.proved,
            flaw=row.flaw,
            detail=row.detail,
            sha256=row.sha256,
            voice_s=from_plain(CaptureProof, row.proof).voice_s if row.proof else None,
        )
        for row in rows_of(db, CaptureProofRow, session)
    }


def _screen(row: ScreenRecordingRow, recording: Recording | None) -> ScreenReport:
    segments = recording.segments if recording else ()
    offset_s = next((segment.offset_s for segment in segments if segment.number == row.segment), None)
    start_s = None if offset_s is None else round(offset_s + row.offset_s, 3)
    return ScreenReport(row.file, start_s, row.length_s, row.problem)


def _transcripts(db: Session, session: str) -> dict[tuple[str, int], Transcript]:
    return {
        (row.question_id, row.attempt): from_plain(Transcript, row.transcript)
        for row in rows_of(db, TranscriptRow, session)
    }


def _figures(db: Session, session: str) -> SessionFigures:
    attempts = [
        Attempt(
            question=QuestionId(row.question_id),
            number=row.attempt,
            outcome=row.outcome,
            spoken_s=row.spoken_s,
            timed_out=row.timed_out,
            asked=row.asked,
            started=row.started,
            ended=row.ended,
        )
        for row in rows_of(db, AnswerRow, session)
    ]
    transcripts = {said.question: said for said in _transcripts(db, session).values()}
    return figures(sorted(attempts, key=lambda attempt: attempt.ended.wall), transcripts)


def _question(row: QuestionRow, recording: Recording | None) -> QuestionReport:
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
        answers=(),
        worded_by=row.worded_by,
        wording=from_plain(Wording, row.wording) if row.wording else None,
    )


def _answer(row: AnswerRow, transcript: Transcript | None, recording: Recording | None) -> AnswerReport:
    return AnswerReport(
        attempt=row.attempt,
        outcome=row.outcome,
        spoken_s=row.spoken_s,
        timed_out=row.timed_out,
        started_wall=row.started.wall if row.started else None,
        ended_wall=row.ended.wall,
        start_s=position_s(recording, row.started),
        end_s=position_s(recording, row.ended) if row.started else None,
        transcript=transcript,
    )


def _program(row: CodeSubmissionRow, recording: Recording | None) -> CodeReport:
    return CodeReport(
        number=row.number,
        purpose=row.purpose,
        language=row.programming_language,
        source=row.code,
        submitted_wall=row.submitted.wall,
        at_s=position_s(recording, row.submitted),
        result=from_plain(CodeResult, row.result) if row.result else None,
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


def _export(row: ExportRow) -> ExportReport:
    return ExportReport(
        export=row.export,
        parts=tuple(row.parts),
        disguise=row.disguise,
        protection=row.protection,
        outcome=row.outcome,
        by=row.by,
        ended_wall=row.ended.wall,
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
        picture_late_ms=row.picture_late_ms,
    )


def _gap(row: GapRow) -> Gap:
    return Gap(row.cause, row.start_s, row.length_s, row.painted, row.reason)
