"""What went wrong or was done on the way, in words: the codes of the journal's issues."""

from PySide6.QtCore import QCoreApplication

from kiosk.domain.faults import FaultCode
from kiosk.domain.masks import MaskReason
from kiosk.domain.recording import Gap
from kiosk.ports.dossier import Mark
from ui.desk import phrases
from ui.texts import fault_texts, mask_reason, number, staff_reasons

_FAULTS = frozenset(FaultCode)
_REASONS = frozenset(MaskReason)


def words(mark: Mark) -> str:
    """What happened, why, and who did it, as far as each is known."""
    return " · ".join(filter(None, (_what(mark.code), mark.by, _detail(mark))))


def gap(gap: Gap) -> str:
    """“Camera lost, 4.0 s”."""
    seconds = number(gap.length_s, 1)
    return _words("{what}, {seconds} s").format(what=phrases.gap(gap.cause), seconds=seconds)


def issues() -> dict[str, str]:
    """Every code that is no fault."""
    return {
        "help_called": _words("The candidate called staff"),
        "paused": _words("Staff paused the interview"),
        "recording_stopped": _words("Staff stopped the recording"),
        "station_restarted": _words("The station started again"),
        "ended_by_staff": _words("Staff ended the interview"),
        "staff_present": _words("Staff opened the panel"),
        "staff_locked_out": _words("A staff name was locked after wrong PINs"),
        "hand_raised": _words("The candidate raised a hand; the clock stood still"),
        "start_released": _words("Staff released the start"),
        "time_extended": _words("Staff gave more time"),
        "asked_again": _words("Staff had the question asked again"),
        "left_out": _words("Staff left the question out"),
        "message_sent": _words("Staff told the candidate something"),
        "marked": _words("Staff marked this moment"),
        "microphone_changed": _words("Staff changed to another microphone"),
        "opened_anyway": _words("Staff opened the booth in spite of a fault"),
        "incident_environment": _words("Incident in the surroundings"),
        "incident_candidate": _words("Incident with the candidate"),
        "incident_staff": _words("Incident with staff"),
        "incident_technical": _words("Technical incident"),
        "camera_masked": _words("Staff covered the camera"),
        "microphone_masked": _words("Staff covered the microphone"),
    }


def _what(code: str) -> str:
    return fault_texts(FaultCode(code)).what_happened if code in _FAULTS else issues()[code]


def _detail(mark: Mark) -> str:
    """A reason from a list is said in words; what staff or the log wrote stands as they wrote it."""
    if mark.code == "staff_present":
        return ""
    reasons = staff_reasons()
    if mark.detail in _REASONS:
        reasons[mark.detail] = mask_reason(MaskReason(mark.detail))
    return reasons.get(mark.detail, mark.detail)


def _words(source: str) -> str:
    return QCoreApplication.translate("Happened", source)
