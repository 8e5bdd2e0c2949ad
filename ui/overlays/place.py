"""Where the interview stands, in one line for staff."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Deciding,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    Scene,
    ThankYou,
    Thinking,
    Welcome,
)


def place_words(kiosk: Kiosk) -> str:
    """For example "Question 2 of 6: answering, 0:38 of 2:00"."""
    return _scene(kiosk.scene)


def _scene(scene: Scene) -> str:  # noqa: PLR0912 - a closed list, one line each
    match scene:
        case Paused(inside=inside, by=by):
            return _words("Paused by {name}. {place}").format(name=by, place=_scene(inside))
        case Interrupted(inside=inside):
            return _words("Interrupted. {place}").format(place=_scene(inside))
        case Questioning():
            return _question(scene)
        case Welcome():
            return _words("Nobody is here.")
        case EnteringCode() | ChoosingLanguage() | Consenting():
            return _words("Arriving, nothing agreed yet.")
        case Declined():
            return _words("Consent was declined.")
        case CheckingDevices() | Calibrating():
            return _words("Device check.")
        case Practising():
            return _words("Practice question.")
        case AwaitingRelease():
            return _words("Ready, and waiting for you to start the interview.")
        case Beginning():
            return _words("The recording is starting.")
        case Reviewing():
            return _words("All questions are done.")
        case Finishing():
            return _words("The recording is being finished.")
        case ThankYou():
            return _words("The interview is over.")
        case _:
            assert_never(scene)


def _question(scene: Questioning) -> str:
    question, total = scene.question, len(scene.run.pack.questions)
    head = _words("Question {number} of {total}").format(number=scene.index + 1, total=total)
    match scene.phase:
        case Asking():
            return f"{head}: {_words('being read out')}"
        case Thinking(spent_s=spent):
            doing, limit = _words("thinking"), question.think_time_s
        case Answering(spent_s=spent):
            doing, limit = _words("answering"), question.answer_limit_s
        case Deciding():
            return f"{head}: {_words('deciding whether to keep the answer')}"
    times = _words("{spent} of {limit}").format(spent=_clock(spent), limit=_clock(limit))
    return f"{head}: {doing}, {times}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _words(source: str) -> str:
    return QCoreApplication.translate("StaffPlace", source)
