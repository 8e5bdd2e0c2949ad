"""How documents say things: closed lists as words, numbers and dates as people write them."""

from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerScore, CriterionAdvice, CriterionScore, Scores, Withheld
from kiosk.domain.code import LANGUAGE_NAMES, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.export import EXPORT_TEXTS, Disguise, ExportPart, Protection
from kiosk.domain.faults import CATALOGUE, FaultCode
from kiosk.domain.ids import QuestionId
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import MaskReason
from kiosk.domain.pack import QuestionKind
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.recording import Chapter, GapCause
from kiosk.domain.rubric import Dimension
from kiosk.domain.staff import Role
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.domain.transcript import Origin
from storage.export.tongue import N_, Words, gettext, locale
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

PARTS = Words(
    {
        ExportPart.VIDEO: N_("video"),
        ExportPart.WEBM: N_("WebM"),
        ExportPart.TRANSCRIPT: N_("transcript"),
        ExportPart.CODE: N_("code"),
        ExportPart.SCORES: N_("scores"),
    }
)
DISGUISES = Words(
    {
        Disguise.NONE: "",
        Disguise.BLURRED: N_("blind copy, blurred"),
        Disguise.VOICE_ONLY: N_("blind copy, voice only"),
    }
)
PROTECTIONS = Words(
    {
        Protection.NONE: N_("open"),
        Protection.PASSPHRASE: N_("closed by a passphrase"),
        Protection.KEY: N_("closed to HR’s key"),
    }
)
KINDS = Words(
    {
        QuestionKind.GENERAL: N_("General"),
        QuestionKind.BEHAVIOURAL: N_("Behavioural"),
        QuestionKind.TECHNICAL: N_("Technical"),
        QuestionKind.CODING: N_("Coding"),
    }
)
OUTCOMES = Words(
    {
        Outcome.KEPT: N_("Answer"),
        Outcome.DISCARDED: N_("Not kept: answered again"),
        Outcome.SKIPPED: N_("Left out"),
        Outcome.CUT_SHORT: N_("Cut short by the end of the interview"),
    }
)
SCORINGS = Words(
    {
        Scoring.AI_AND_HUMAN: N_("Scores may be suggested by AI; people decide"),
        Scoring.HUMAN_ONLY: N_("People only, no AI"),
    }
)
SESSIONS = Words(
    {
        SessionStatus.ARRIVED: N_("Before the consent"),
        SessionStatus.DECLINED: N_("Consent declined"),
        SessionStatus.ABANDONED: N_("Left before the consent"),
        SessionStatus.PREPARING: N_("Preparing"),
        SessionStatus.IN_PROGRESS: N_("In progress"),
        SessionStatus.FINISHING: N_("Finishing"),
        SessionStatus.COMPLETED: N_("Completed"),
    }
)
DECISIONS = Words(
    {
        FinalStatus.PASSED: N_("Passed"),
        FinalStatus.FAILED: N_("Not passed"),
        FinalStatus.NEEDS_REVIEW: N_("Waiting for a person’s review"),
    }
)
ASSESSED = Words(
    {
        Scoring.AI_AND_HUMAN: N_(
            "The candidate agreed that software may read the answers and suggest scores."
        ),
        Scoring.HUMAN_ONLY: N_("The candidate wants people only to look at the answers, so no software has."),
    }
)
WITHHELD = Words(
    {
        Withheld.HUMAN_ONLY: N_("The candidate chose people only"),
        Withheld.NO_RUBRIC: N_("The pack does not say how this is judged"),
        Withheld.NOT_ASKED: N_("It was not asked"),
        Withheld.NOT_ANSWERED: N_("It was not answered"),
        Withheld.NOT_TRANSCRIBED: N_("There is no transcript of the answer"),
        Withheld.LOW_CONFIDENCE: N_("The speech recognition was too unsure of what it heard"),
        Withheld.OTHER_LANGUAGE: N_("The answer is in another language"),
        Withheld.NOT_SCORABLE: N_("The rules found nothing that has to do with the question"),
        Withheld.LITTLE_FOUND: N_("The rules recognised less than half of what the question asks for"),
        Withheld.TOO_LITTLE: N_("Less than half of what is asked for could be judged"),
        Withheld.UNPROVEN: N_("The quote that was to prove it is not in the answer"),
        Withheld.UNAVAILABLE: N_("The server gave no usable reply"),
        Withheld.OVER_BUDGET: N_("The session’s share of the server was used up"),
    }
)
DIMENSIONS = Words(
    {
        Dimension.TECHNICAL: N_("Technical"),
        Dimension.COMMUNICATION: N_("Communication"),
        Dimension.PROBLEM_SOLVING: N_("Problem solving"),
        Dimension.VALUES: N_("Values"),
    }
)
ORIGINS = Words(
    {
        Origin.RECOGNISED: N_("Written down by speech recognition"),
        Origin.ROUGH: N_("Written down roughly, to search by only"),
        Origin.TYPED: N_("Typed by the candidate"),
        Origin.CORRECTED: N_("Corrected by the candidate"),
    }
)
PURPOSES = Words({CodePurpose.RUN: N_("Run"), CodePurpose.SUBMIT: N_("Submission")})
LANGUAGES = LANGUAGE_NAMES
FLAWS = Words(
    {
        CaptureFlaw.NOT_RECORDED: N_("Not proved: the recording did not hold this answer"),
        CaptureFlaw.NO_PICTURE: N_("Not proved: pictures were missing"),
        CaptureFlaw.NO_SOUND: N_("Not proved: sound was missing"),
        CaptureFlaw.OUT_OF_STEP: N_("Not proved: picture and sound were not equally long"),
        CaptureFlaw.BLACK: N_("Not proved: the picture was black"),
        CaptureFlaw.FROZEN: N_("Not proved: nothing moved in the picture"),
        CaptureFlaw.NO_VOICE: N_("Not proved: nobody spoke above the room’s noise"),
    }
)
VERDICTS = Words(
    {
        CodeVerdict.ACCEPTED: N_("Accepted"),
        CodeVerdict.WRONG_ANSWER: N_("Wrong answer"),
        CodeVerdict.TIME_LIMIT: N_("Too slow"),
        CodeVerdict.MEMORY_LIMIT: N_("Too much memory"),
        CodeVerdict.OUTPUT_LIMIT: N_("Too much output"),
        CodeVerdict.RUNTIME_ERROR: N_("Crashed"),
        CodeVerdict.COMPILE_ERROR: N_("Does not compile"),
        CodeVerdict.STOPPED: N_("Stopped by the candidate"),
        CodeVerdict.JUDGE_ERROR: N_("Could not be judged"),
    }
)
GAPS = Words(
    {
        GapCause.CAMERA_MASKED: N_("Camera covered by staff"),
        GapCause.MICROPHONE_MASKED: N_("Microphone covered by staff"),
        GapCause.PAUSED: N_("Paused by staff"),
        GapCause.CAMERA_LOST: N_("Camera lost"),
        GapCause.MICROPHONE_LOST: N_("Microphone lost"),
        GapCause.RECORDER_LOST: N_("Recording interrupted"),
        GapCause.POWER_LOST: N_("Power lost"),
        GapCause.STOPPED_BY_STAFF: N_("Recording stopped by staff"),
    }
)
INCIDENTS: Words[str] = Words(
    {
        HELP: N_("The candidate called staff"),
        PAUSED: N_("Staff paused the interview"),
        STOPPED: N_("Staff stopped the recording"),
        RESTARTED: N_("The station started again"),
        ENDED: N_("Staff ended the interview"),
        PRESENT: N_("Staff opened the panel"),
        LOCKED_OUT: N_("A staff name was locked after wrong PINs"),
        HAND: N_("The candidate raised a hand; the clock stood still"),
        RELEASED: N_("Staff released the start"),
        MORE_TIME: N_("Staff gave more time"),
        ASKED_AGAIN: N_("Staff had the question asked again"),
        LEFT_OUT: N_("Staff left the question out"),
        TOLD: N_("Staff told the candidate something"),
        MARKED: N_("Staff marked this moment"),
        MICROPHONE: N_("Staff changed to another microphone"),
        ANYWAY: N_("Staff opened the booth in spite of a fault"),
        irregularity(IncidentCategory.ENVIRONMENT): N_("Incident in the surroundings"),
        irregularity(IncidentCategory.CANDIDATE): N_("Incident with the candidate"),
        irregularity(IncidentCategory.STAFF): N_("Incident with staff"),
        irregularity(IncidentCategory.TECHNICAL): N_("Technical incident"),
        "camera_masked": N_("Staff covered the camera"),
        "microphone_masked": N_("Staff covered the microphone"),
    }
)
REASONS: Words[str] = Words(
    {
        "candidate_asked": N_("The candidate asked for it"),
        "technical": N_("Technical reason"),
        "other": N_("Another reason"),
        MaskReason.PRIVACY: N_("Privacy"),
        MaskReason.PAUSED: N_("Paused"),
        MaskReason.STAFF_IN_BOOTH: N_("Staff in the booth"),
        MaskReason.HAND_RAISED: N_("Hand raised"),
    }
)
ROLES: Words[str] = Words({Role.PROCTOR: N_("Proctor"), Role.HR: N_("HR"), Role.TECHNICIAN: N_("Technician")})


def issue(found: IssueReport) -> str:
    """What happened, as a sentence."""
    if found.kind is IssueKind.FAULT:
        return gettext(CATALOGUE[FaultCode(found.code)].texts.what_happened)
    return INCIDENTS[found.code]


def detail(found: IssueReport) -> str:
    """What is kept beside it: a role or a reason of a list in words, anything else as it was written."""
    return ROLES.get(found.detail, found.detail) if found.code == PRESENT else reason(found.detail)


def reason(code: str) -> str:
    """Why staff did something; what they wrote themselves stays as it is."""
    return REASONS.get(code, code)


def chapter(found: Chapter) -> str:
    """A question's title as the pack has it, a gap's in words."""
    kind, _, gaps = found.key.partition(":")
    if kind != "gap":
        return found.title
    return "; ".join(_gap(code) for code in gaps.split("+"))


def _gap(code: str) -> str:
    cause, _, why = code.partition(":")
    return f"{GAPS[GapCause(cause)]}: {reason(why)}" if why else GAPS[GapCause(cause)]


def came_to(result: CodeResult | None) -> str:
    """A program's verdict."""
    return VERDICTS[result.verdict] if result else gettext("Not judged")


def scores(found: Scores) -> tuple[tuple[str, float | None], ...]:
    """The overall score and the four it is made of, with their names."""
    return (
        (gettext("Overall"), found.overall),
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
    return gettext(EXPORT_TEXTS[found.outcome].what_happened)


def level(found: CriterionScore | CriterionAdvice) -> str:
    """How far a criterion is met, or why nobody says."""
    if found.level is None:
        why = WITHHELD[found.withheld] if found.withheld else ""
        return gettext("no level: %(reason)s") % {"reason": why}
    return gettext("level %(level)s of 4") % {"level": found.level}


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
    """``20 November 2026``; of an instant or of a date."""
    return format_date(instant(wall), "long", locale=locale())


def time(wall: str) -> str:
    """``12:00:15 UTC``."""
    return instant(wall).strftime("%H:%M:%S UTC")


def number(value: float, decimals: int | None = None) -> str:
    """``82.5``, ``82,5``; with so many decimals where they are given, else with as many as it needs."""
    pattern = "#,##0.##" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=locale())


def percent(share: float) -> str:
    """``82 %``."""
    return f"{number(100 * share, 0)} %"


def duration(seconds: float) -> str:
    """``12 minutes 5 seconds``."""
    minutes, rest = divmod(round(seconds), 60)
    said = [format_unit(minutes, "minute", locale=locale())] if minutes else []
    return " ".join([*said, format_unit(rest, "second", locale=locale())] if rest or not minutes else said)


def megabytes(size_bytes: int) -> str:
    """``15.6 MB``."""
    return f"{number(size_bytes / 1e6, 1)} MB"
