"""How the results page says things: closed lists as words, numbers as people write them."""

from kiosk.domain.answer import Outcome
from kiosk.domain.consent import Scoring
from kiosk.domain.faults import CATALOGUE, FaultCode
from kiosk.domain.pack import QuestionKind
from kiosk.domain.recording import GapCause
from storage.projections.issues import ENDED, HELP, PAUSED, RESTARTED, STOPPED
from storage.reports import IssueReport
from storage.statuses import FinalStatus, IssueKind, SessionStatus
from storage.times import instant

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
    "camera_masked": "Staff covered the camera",
    "microphone_masked": "Staff covered the microphone",
}


def issue(found: IssueReport) -> str:
    """What happened, as a sentence."""
    if found.kind is IssueKind.FAULT:
        return CATALOGUE[FaultCode(found.code)].texts.what_happened
    return INCIDENTS[found.code]


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
