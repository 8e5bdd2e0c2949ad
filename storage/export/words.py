"""How the results page says things: closed lists as words, numbers as people write them."""

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerScore, Scores, Withheld
from kiosk.domain.code import LANGUAGE_NAMES, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.export import EXPORT_TEXTS, Disguise, ExportPart, Protection
from kiosk.domain.faults import CATALOGUE, FaultCode
from kiosk.domain.ids import QuestionId
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.pack import QuestionKind
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.recording import GapCause
from kiosk.domain.rubric import Dimension
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.domain.transcript import Origin
from storage.projections.issues import (
    ANYWAY,
    ASKED_AGAIN,
    ENDED,
    HAND,
    HELP,
    LEFT_OUT,
    LOCKED_OUT,
    MARKED,
    MICROPHONE,
    MORE_TIME,
    PAUSED,
    PRESENT,
    RELEASED,
    RESTARTED,
    STOPPED,
    TOLD,
    irregularity,
)
from storage.reports import ExportReport, IssueReport, SessionReport
from storage.statuses import IssueKind
from storage.times import instant

PARTS = {
    ExportPart.VIDEO: "video",
    ExportPart.WEBM: "WebM",
    ExportPart.TRANSCRIPT: "transcript",
    ExportPart.CODE: "code",
    ExportPart.SCORES: "scores",
}
DISGUISES = {
    Disguise.NONE: "",
    Disguise.BLURRED: "blind copy, blurred",
    Disguise.VOICE_ONLY: "blind copy, voice only",
}
PROTECTIONS = {
    Protection.NONE: "open",
    Protection.PASSPHRASE: "closed by a passphrase",
    Protection.KEY: "closed to HR’s key",
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

KINDS = {
    QuestionKind.GENERAL: "General",
    QuestionKind.BEHAVIOURAL: "Behavioural",
    QuestionKind.TECHNICAL: "Technical",
    QuestionKind.CODING: "Coding",
}
OUTCOMES = {
    Outcome.KEPT: "Answer",
    Outcome.DISCARDED: "Not kept: answered again",
    Outcome.SKIPPED: "Left out",
    Outcome.CUT_SHORT: "Cut short by the end of the interview",
}
SCORINGS = {
    Scoring.AI_AND_HUMAN: "Scores may be suggested by AI; people decide",
    Scoring.HUMAN_ONLY: "People only, no AI",
}
SESSIONS = {
    SessionStatus.ARRIVED: "Before the consent",
    SessionStatus.DECLINED: "Consent declined",
    SessionStatus.ABANDONED: "Left before the consent",
    SessionStatus.PREPARING: "Preparing",
    SessionStatus.IN_PROGRESS: "In progress",
    SessionStatus.FINISHING: "Finishing",
    SessionStatus.COMPLETED: "Completed",
}
DECISIONS = {
    FinalStatus.PASSED: "Passed",
    FinalStatus.FAILED: "Not passed",
    FinalStatus.NEEDS_REVIEW: "Waiting for a person’s review",
}
ASSESSED = {
    Scoring.AI_AND_HUMAN: "The candidate agreed that software may read the answers and suggest scores.",
    Scoring.HUMAN_ONLY: "The candidate wants people only to look at the answers, so no software has.",
}
WITHHELD = {
    Withheld.HUMAN_ONLY: "The candidate chose people only",
    Withheld.NO_RUBRIC: "The pack does not say how this is judged",
    Withheld.NOT_ASKED: "It was not asked",
    Withheld.NOT_ANSWERED: "It was not answered",
    Withheld.NOT_TRANSCRIBED: "There is no transcript of the answer",
    Withheld.LOW_CONFIDENCE: "The speech recognition was too unsure of what it heard",
    Withheld.OTHER_LANGUAGE: "The answer is in another language",
    Withheld.NOT_SCORABLE: "The rules found nothing that has to do with the question",
    Withheld.LITTLE_FOUND: "The rules recognised less than half of what the question asks for",
    Withheld.TOO_LITTLE: "Less than half of what is asked for could be judged",
    Withheld.UNPROVEN: "The quote that was to prove it is not in the answer",
    Withheld.UNAVAILABLE: "The server gave no usable reply",
    Withheld.OVER_BUDGET: "The session’s share of the server was used up",
}
DIMENSIONS = {
    Dimension.TECHNICAL: "Technical",
    Dimension.COMMUNICATION: "Communication",
    Dimension.PROBLEM_SOLVING: "Problem solving",
    Dimension.VALUES: "Values",
}
ORIGINS = {
    Origin.RECOGNISED: "Written down by speech recognition",
    Origin.ROUGH: "Written down roughly, to search by only",
    Origin.TYPED: "Typed by the candidate",
    Origin.CORRECTED: "Corrected by the candidate",
}
PURPOSES = {CodePurpose.RUN: "Run", CodePurpose.SUBMIT: "Submission"}
LANGUAGES = LANGUAGE_NAMES
FLAWS = {
    CaptureFlaw.NOT_RECORDED: "Not proved: the recording did not hold this answer",
    CaptureFlaw.NO_PICTURE: "Not proved: pictures were missing",
    CaptureFlaw.NO_SOUND: "Not proved: sound was missing",
    CaptureFlaw.OUT_OF_STEP: "Not proved: picture and sound were not equally long",
    CaptureFlaw.BLACK: "Not proved: the picture was black",
    CaptureFlaw.FROZEN: "Not proved: nothing moved in the picture",
    CaptureFlaw.NO_VOICE: "Not proved: nobody spoke above the room’s noise",
}
VERDICTS = {
    CodeVerdict.ACCEPTED: "Accepted",
    CodeVerdict.WRONG_ANSWER: "Wrong answer",
    CodeVerdict.TIME_LIMIT: "Too slow",
    CodeVerdict.MEMORY_LIMIT: "Too much memory",
    CodeVerdict.OUTPUT_LIMIT: "Too much output",
    CodeVerdict.RUNTIME_ERROR: "Crashed",
    CodeVerdict.COMPILE_ERROR: "Does not compile",
    CodeVerdict.STOPPED: "Stopped by the candidate",
    CodeVerdict.JUDGE_ERROR: "Could not be judged",
}
GAPS = {
    GapCause.CAMERA_MASKED: "Camera covered by staff",
    GapCause.MICROPHONE_MASKED: "Microphone covered by staff",
    GapCause.PAUSED: "Paused by staff",
    GapCause.CAMERA_LOST: "Camera lost",
    GapCause.MICROPHONE_LOST: "Microphone lost",
    GapCause.RECORDER_LOST: "Recording interrupted",
    GapCause.POWER_LOST: "Power lost",
    GapCause.STOPPED_BY_STAFF: "Recording stopped by staff",
}
INCIDENTS = {
    HELP: "The candidate called staff",
    PAUSED: "Staff paused the interview",
    STOPPED: "Staff stopped the recording",
    RESTARTED: "The station started again",
    ENDED: "Staff ended the interview",
    PRESENT: "Staff opened the panel",
    LOCKED_OUT: "A staff name was locked after wrong PINs",
    HAND: "The candidate raised a hand; the clock stood still",
    RELEASED: "Staff released the start",
    MORE_TIME: "Staff gave more time",
    ASKED_AGAIN: "Staff had the question asked again",
    LEFT_OUT: "Staff left the question out",
    TOLD: "Staff told the candidate something",
    MARKED: "Staff marked this moment",
    MICROPHONE: "Staff changed to another microphone",
    ANYWAY: "Staff opened the booth in spite of a fault",
    irregularity(IncidentCategory.ENVIRONMENT): "Incident in the surroundings",
    irregularity(IncidentCategory.CANDIDATE): "Incident with the candidate",
    irregularity(IncidentCategory.STAFF): "Incident with staff",
    irregularity(IncidentCategory.TECHNICAL): "Technical incident",
    "camera_masked": "Staff covered the camera",
    "microphone_masked": "Staff covered the microphone",
}


def issue(found: IssueReport) -> str:
    """What happened, as a sentence."""
    if found.kind is IssueKind.FAULT:
        return CATALOGUE[FaultCode(found.code)].texts.what_happened
    return INCIDENTS[found.code]


def came_to(result: CodeResult | None) -> str:
    """A program's verdict."""
    return VERDICTS[result.verdict] if result else "Not judged"


def scores(found: Scores) -> tuple[tuple[str, float | None], ...]:
    """The overall score and the four it is made of, with their names."""
    return (
        ("Overall", found.overall),
        (DIMENSIONS[Dimension.TECHNICAL], found.technical),
        (DIMENSIONS[Dimension.COMMUNICATION], found.communication),
        (DIMENSIONS[Dimension.PROBLEM_SOLVING], found.problem_solving),
        (DIMENSIONS[Dimension.VALUES], found.values),
    )


def labels(report: SessionReport) -> dict[QuestionId, str]:
    """How each question is called beside others."""
    return {question.id: question.label for question in report.questions}


def export(found: ExportReport) -> str:
    """What left the station, in what form."""
    parts = ", ".join(PARTS[ExportPart(part)] for part in found.parts)
    said = (parts, DISGUISES[found.disguise], PROTECTIONS[found.protection])
    return "; ".join(words for words in said if words)


def exported(found: ExportReport) -> str:
    """How that ended."""
    return EXPORT_TEXTS[found.outcome].what_happened


def title_of(score: AnswerScore | None, criterion: str) -> str:
    """A criterion's title, or its id where the rules did not judge it."""
    criteria = score.criteria if score else ()
    return next((one.title for one in criteria if one.criterion == criterion), criterion)


def clock(seconds: float) -> str:
    """A length or a position: ``4:07``, ``1:02:30``."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def day(wall: str) -> str:
    """``20 November 2026``."""
    when = instant(wall)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def time(wall: str) -> str:
    """``12:00:15 UTC``."""
    return instant(wall).strftime("%H:%M:%S UTC")


def megabytes(size_bytes: int) -> str:
    """``15.6 MB``."""
    return f"{size_bytes / 1e6:,.1f} MB"
