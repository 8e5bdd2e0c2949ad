"""A session's report as the document that the server reads; ``ValueError`` for what it cannot carry."""

from kiosk.domain.plain import as_mapping
from kiosk.wire import session as wire
from kiosk.wire.evidence import Advice, Analysis, Transcript
from kiosk.wire.session import SessionDocument
from storage.reports import (
    AnswerReport,
    CodeReport,
    IssueReport,
    MessageReport,
    QuestionReport,
    SessionReport,
)

_MOST_DETAIL = 2000
_MOST_NAME = 128


def document_of(
    report: SessionReport, invitation: str, revision: int, walls: tuple[str, str]
) -> SessionDocument:
    """What the station knows of a session; ``walls``: when its recording was finished, when it was judged."""
    finished_wall, assessed_wall = walls
    summary = report.summary
    return SessionDocument(
        session_id=summary.id,
        revision=revision,
        candidate_id=summary.candidate,
        candidate_name=summary.candidate_name,
        invitation_id=invitation or None,
        pack_id=summary.pack,
        pack_version=report.pack_version,
        pack_title=summary.pack_title,
        status=wire.SessionStatus(summary.status.value),
        created_wall=summary.created_wall,
        consented_wall=report.consent.given_wall if report.consent else None,
        started_wall=summary.started_wall,
        completed_wall=summary.completed_wall,
        duration_s=summary.duration_s,
        language=report.language,
        scoring=report.consent.scoring.value if report.consent else None,
        notice_version=report.consent.notice_version if report.consent else None,
        avatar=report.avatar,
        avatar_settings=dict(report.voices),
        device_info=dict(report.device_info),
        network_quality=tuple(as_mapping(link) for link in report.network),
        ended_by=report.ended_by,
        end_reason=report.end_reason[:_MOST_DETAIL],
        recording_status=wire.RecordingStatus(summary.recording_status.value),
        processing_status=wire.WorkStatus(report.processing_status.value),
        analysis_status=wire.WorkStatus(report.analysis_status.value),
        summary=report.assessment.summary if report.assessment else "",
        questions=tuple(map(_question, report.questions)),
        answers=tuple(_answer(one, answer) for one in report.questions for answer in one.answers),
        messages=tuple(_message(number, one) for number, one in enumerate(report.messages, start=1)),
        code=tuple(_program(one, program) for one in report.questions for program in one.code),
        issues=tuple(map(_issue, report.issues)),
        recording=_recording(report, finished_wall),
        assessment=_assessment(report, assessed_wall),
    )


def _question(report: QuestionReport) -> wire.Question:
    return wire.Question(
        number=report.number,
        question_id=report.id,
        kind=report.kind.value,
        text=report.text,
        avatar=report.avatar,
        keywords=report.keywords,
        difficulty=report.difficulty.value,
        answer_limit_s=report.answer_limit_s,
        problem=report.problem,
        asked_wall=report.asked_wall,
        asked_s=report.asked_s,
        follow_up_to=report.follow_up_to,
        worded_by=(report.worded_by or "")[:_MOST_NAME],
    )


def _answer(question: QuestionReport, report: AnswerReport) -> wire.Answer:
    latest = report.transcript.latest if report.transcript else None
    return wire.Answer(
        question_id=question.id,
        attempt=report.attempt,
        outcome=report.outcome.value,
        spoken_s=report.spoken_s,
        timed_out=report.timed_out,
        started_wall=report.started_wall,
        ended_wall=report.ended_wall,
        start_s=report.start_s,
        end_s=report.end_s,
        text=latest.text if latest else None,
        confidence=latest.confidence if latest else None,
        transcript=Transcript.model_validate(as_mapping(report.transcript) if report.transcript else {}),
    )


def _message(number: int, report: MessageReport) -> wire.Message:
    return wire.Message(
        seq=number,
        speaker=report.speaker.value,
        question_id=report.question,
        attempt=report.attempt,
        text=report.text,
        began_wall=report.began_wall,
        start_s=report.start_s,
        duration_s=report.duration_s,
    )


def _program(question: QuestionReport, report: CodeReport) -> wire.CodeSubmission:
    result = report.result
    return wire.CodeSubmission(
        question_id=question.id,
        number=report.number,
        purpose=report.purpose.value,
        programming_language=report.language.value,
        source=report.source,
        submitted_wall=report.submitted_wall,
        at_s=report.at_s,
        verdict=result.verdict.value if result else None,
        passed=result.passed if result else None,
        planned=result.tests_planned if result else None,
        cpu_s=result.cpu_s if result else None,
        memory_bytes=result.memory_bytes if result else None,
        result=as_mapping(result) if result else {},
    )


def _issue(report: IssueReport) -> wire.Issue:
    return wire.Issue(
        seq=report.seq,
        kind=report.kind.value,
        code=report.code,
        detail=report.detail[:_MOST_DETAIL],
        by=report.by,
        began_wall=report.began_wall,
        cleared_wall=report.cleared_wall,
        start_s=report.start_s,
    )


def _recording(report: SessionReport, finished_wall: str) -> wire.Recording | None:
    found = report.recording
    if found is None:
        return None
    return wire.Recording(
        file=found.file,
        sha256=found.sha256,
        size_bytes=found.size_bytes,
        duration_s=found.duration_s,
        format=found.format,
        quality=found.quality.name,
        started_wall=found.started_wall,
        finished_wall=finished_wall,
        chapters=tuple(
            wire.Chapter(key=one.key, title=one.title, start_s=one.start_s, end_s=one.end_s)
            for one in found.chapters
        ),
        gaps=tuple(
            wire.Gap(
                cause=one.cause.value,
                start_s=one.start_s,
                length_s=one.length_s,
                painted=one.painted,
                reason=one.reason,
            )
            for one in found.gaps
        ),
        details={
            "quality": as_mapping(found.quality),
            "segments": [as_mapping(segment) for segment in found.segments],
            "voice_tracks": list(found.voice_tracks),
        },
    )


def _assessment(report: SessionReport, assessed_wall: str) -> wire.Assessment | None:
    found = report.assessment
    if found is None:
        return None
    return wire.Assessment(
        assessed_wall=assessed_wall,
        scorer=found.scorer,
        technical_score=found.scores.technical,
        communication_score=found.scores.communication,
        problem_solving_score=found.scores.problem_solving,
        cultural_fit_score=found.scores.values,
        overall_score=found.scores.overall,
        withheld=found.scores.withheld.value if found.scores.withheld else None,
        overall_feedback=found.overall_feedback,
        recommendations=found.recommendations,
        question_analysis=tuple(Analysis.model_validate(as_mapping(answer)) for answer in found.answers),
        advice=tuple(Advice.model_validate(as_mapping(one)) for one in report.advice),
    )
