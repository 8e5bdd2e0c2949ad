"""How the set-up says things. All of it can be translated."""

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.recording import PRESETS
from kiosk.domain.set_up import AUTO, LONGEST_PIN, SHORTEST_PIN, Refused, SetUpProblem
from kiosk.domain.staff import Role
from kiosk.domain.transcript import SpeechEngine


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
        case SetUpProblem.SPEECH_ADDRESS:
            words = _words(
                "The address begins with http:// or https:// and ends with the version, as in /v1."
            )
        case SetUpProblem.NOT_INSTALLED:
            words = _words("A package that it needs is not installed on this station.")
        case SetUpProblem.NO_FOLDER:
            words = _words("There is no such folder yet. Please put the model there.")
        case SetUpProblem.NO_MODEL:
            words = _words("The model in this folder is not whole.")
        case SetUpProblem.NOT_HEARD:
            words = _words("It did not write the sentence down.")
    return f"{words} ({refused.detail})" if refused.detail else words


def role(role: Role) -> tuple[str, str]:
    """What somebody is at the booth for, and what that lets them do."""
    match role:
        case Role.PROCTOR:
            return _words("Proctor"), _words("Helps candidates, pauses, releases and ends interviews.")
        case Role.HR:
            return _words("HR"), _words("Sees, exports and erases what candidates gave.")
        case Role.TECHNICIAN:
            return _words("Technician"), _words("Tests the booth, sees to its devices and sets it up.")


def engine(kind: SpeechEngine) -> tuple[str, str]:
    """Who writes answers down, and what is to be known of that."""
    match kind:
        case SpeechEngine.NONE:
            return _words("Nobody"), _words(
                "People listen to the answers, and candidates may type. "
                "Scores are withheld and say why. Everything else works."
            )
        case SpeechEngine.SERVER:
            return _words("A speech server"), _words(
                "A server on your site that speaks the OpenAI protocol. "
                "The sound of the answers is sent to it."
            )
        case SpeechEngine.WHISPER:
            return _words("A model on this station"), _words(
                "No answer leaves the station. The model (CTranslate2 format) lies in a folder of its own, "
                "where the station can read it and backups leave it out."
            )
        case SpeechEngine.SPHINX:
            return _words("Roughly, in English only"), _words(
                "Its words help to find a place in a recording. No score is made of them."
            )


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
