"""Words that several screens share, and the texts of every closed list. All of them can be translated."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.faults import CATALOGUE, FaultCode, FaultTexts, Owner
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.invitation import CodeProblem
from kiosk.domain.masks import MaskReason
from kiosk.domain.recording import Gap, GapCause


def fault_texts(code: FaultCode) -> FaultTexts:
    """The three sentences about a fault."""
    texts = CATALOGUE[code].texts
    return FaultTexts(_fault(texts.what_happened), _fault(texts.what_is_safe), _fault(texts.what_to_do))


def fault_line(code: FaultCode) -> str:
    """A fault that stops nothing, in one line for the candidate; a technician's task is not theirs."""
    texts = fault_texts(code)
    if CATALOGUE[code].owner is Owner.TECHNICIAN:
        return f"{texts.what_happened} {texts.what_is_safe} {_words('You can simply go on.')}"
    return f"{texts.what_happened} {texts.what_is_safe} {texts.what_to_do}"


def code_problem(problem: CodeProblem) -> str:
    """Why a code did not work and what to do about it."""
    match problem:
        case CodeProblem.UNKNOWN:
            return _words("We do not know this code. Please compare it with your invitation and try again.")
        case CodeProblem.MALFORMED:
            return _words(
                "A letter or a number is missing or mistaken. Please compare it with your invitation."
            )
        case CodeProblem.NOT_YET:
            return _words("Your interview is not open yet. Please come back at the time in your invitation.")
        case CodeProblem.EXPIRED:
            return _words("This invitation is no longer valid. Staff can help you with a new one.")
        case CodeProblem.SPENT:
            return _words("This code has been used already. If that was not you, please call staff.")
        case CodeProblem.PACK_MISSING:
            return _words("Your code is right, but this station lacks your interview. Please call staff.")
        case CodeProblem.PACK_CHANGED:
            return _words(
                "Your code is right, but the questions on this station were changed and nobody has checked "
                "them yet. Please call staff."
            )
        case CodeProblem.NO_ANSWER:
            return _words("That took too long on our side. Please try again.")


def mask_reason(reason: MaskReason) -> str:
    """Why a device is covered."""
    match reason:
        case MaskReason.PRIVACY:
            return _words("Privacy")
        case MaskReason.PAUSED:
            return _words("Interview paused")
        case MaskReason.STAFF_IN_BOOTH:
            return _words("Staff in the booth")
        case MaskReason.TECHNICAL:
            return _words("Technical reason")
        case MaskReason.OTHER:
            return _words("Another reason")
        case MaskReason.HAND_RAISED:
            return _words("Hand raised")


def incident_category(category: IncidentCategory) -> str:
    """Where an irregularity comes from."""
    match category:
        case IncidentCategory.ENVIRONMENT:
            return _words("The surroundings")
        case IncidentCategory.CANDIDATE:
            return _words("The candidate")
        case IncidentCategory.STAFF:
            return _words("Staff")
        case IncidentCategory.TECHNICAL:
            return _words("The technology")


def staff_reasons() -> dict[str, str]:
    """Why staff pause, stop or end: what the journal keeps, and what the screen says."""
    return {
        "candidate_asked": _words("The candidate asked for it"),
        "staff_in_booth": _words("Staff in the booth"),
        "technical": _words("Technical reason"),
        "other": _words("Another reason"),
    }


def outcome(attempts: tuple[Attempt, ...]) -> str:
    """What became of a question, in a few words."""
    given = next((a for a in reversed(attempts) if a.outcome is not Outcome.DISCARDED), None)
    if given is None:
        return _words("Not asked")
    match given.outcome:
        case Outcome.SKIPPED:
            return _words("Skipped")
        case Outcome.CUT_SHORT:
            return _words("Cut short after {time}").format(time=duration(given.spoken_s))
        case _:
            return _words("Answered in {time}").format(time=duration(given.spoken_s))


def gap_cause(cause: GapCause) -> str:
    """Why picture or sound is missing."""
    match cause:
        case GapCause.CAMERA_MASKED:
            return _words("camera covered")
        case GapCause.MICROPHONE_MASKED:
            return _words("microphone covered")
        case GapCause.PAUSED:
            return _words("paused")
        case GapCause.CAMERA_LOST:
            return _words("camera disconnected")
        case GapCause.MICROPHONE_LOST:
            return _words("microphone disconnected")
        case GapCause.RECORDER_LOST:
            return _words("recording interrupted")
        case GapCause.POWER_LOST:
            return _words("power lost")
        case GapCause.STOPPED_BY_STAFF:
            return _words("recording stopped by staff")


def gap_words(gaps: tuple[Gap, ...]) -> str:
    """What the recording lacks, in one sentence; empty when it lacks nothing."""
    lasting = [gap for gap in gaps if gap.length_s >= 1.0]
    if not lasting:
        return ""
    missing = ", ".join(f"{gap_cause(gap.cause)} ({duration(gap.length_s)})" for gap in lasting)
    return _words("Not in the recording: {missing}.").format(missing=missing)


def duration(seconds: float) -> str:
    """A time in words: "1 minute 12 seconds"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = []
    if minutes:
        parts.append(_count("%n minute(s)", minutes))
    if rest or not minutes:
        parts.append(_count("%n second(s)", rest))
    return " ".join(parts)


def number(value: float, decimals: int = 0) -> str:
    """A number as the language writes it: "1.5", "1,5"."""
    return QLocale().toString(float(value), "f", decimals)


def day(iso: str) -> str:
    """A date of the calendar in words: "19 May 2027"."""
    return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), _words("d MMMM yyyy"))


def grouped(receipt: str) -> str:
    """A number as people read it aloud: in groups of four."""
    return " ".join(receipt[at : at + 4] for at in range(0, len(receipt), 4))


def _count(source: str, number: int) -> str:
    translated = QCoreApplication.translate("Texts", source, None, number)
    unit = source.removeprefix("%n ")
    # Without a translation loaded Qt leaves "(s)" standing; English chooses for itself.
    return translated.replace(unit, unit.removesuffix("(s)") + ("" if number == 1 else "s"))


def _fault(sentence: str) -> str:
    return QCoreApplication.translate("Fault", sentence)


def _words(source: str) -> str:
    return QCoreApplication.translate("Texts", source)
