"""How the set-up says things. All of it can be translated."""

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.recording import PRESETS
from kiosk.domain.set_up import AUTO, LONGEST_PIN, SHORTEST_PIN, Refused, SetUpProblem
from kiosk.domain.staff import Role


def problem(refused: Refused) -> str:
    """What happened and what to do; a technician reads it, so the reason stands behind it."""
    match refused.problem:
        case SetUpProblem.UNWRITABLE:
            words = _words("This cannot be kept, and nothing was changed.")
        case SetUpProblem.ADDRESS:
            words = _words("The address begins with https:// (or http:// inside one computer).")
        case SetUpProblem.SERVER_AWAY:
            words = _words("The server does not answer. Please check the address and the network.")
        case SetUpProblem.SERVER_REFUSES:
            words = _words("The server does not take this code. Please ask for a new one.")
        case SetUpProblem.PIN:
            words = _words("A PIN has {least} to {most} digits.").format(least=SHORTEST_PIN, most=LONGEST_PIN)
        case SetUpProblem.NO_VOICE:
            words = _words("Nothing can be played.")
    return f"{words} ({refused.detail})" if refused.detail else words


def role(role: Role) -> tuple[str, str]:
    """What somebody is at the booth for, and what that lets them do."""
    match role:
        case Role.PROCTOR:
            return _words("Proctor"), _words("Helps candidates, pauses, releases and ends interviews.")
        case Role.HR:
            return _words("HR"), _words("Sees, exports and erases what candidates gave.")
        case Role.TECHNICIAN:
            return _words("Technician"), _words("Tests the booth and sees to its devices.")


def quality(name: str) -> str:
    """A preset in words."""
    match name:
        case "hd":
            return _words("HD")
        case "full-hd":
            return _words("Full HD")
        case "sd":
            return _words("Small pictures")
        case _:
            return _words("Voice only")


def quality_facts(name: str, hours: float | None) -> str:
    """Its size, and how long there is room for it."""
    preset = PRESETS[name]
    size = f"{preset.width} × {preset.height}" if preset.video else _words("Nothing is filmed.")
    if hours is None:
        return size
    room = _words("Room for {hours} hours of interviews.").format(hours=QLocale().toString(int(hours)))
    return f"{size} · {room}" if preset.video else f"{size} {room}"


def device(title: str) -> str:
    """A device by its title."""
    return _words("The first one there is") if title == AUTO else title


def _words(text: str) -> str:
    return QCoreApplication.translate("setup", text)
