"""Which screen a state wants: one for every scene and phase; the type checker counts them."""

from dataclasses import dataclass, replace
from typing import Self, assert_never

from kiosk.domain.faults import Severity
from kiosk.domain.pack import Language
from kiosk.flow.language import language_of
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
    Phase,
    Practising,
    Questioning,
    Reviewing,
    ThankYou,
    Thinking,
    Welcome,
)
from ui.screens.awaiting import AwaitingScreen
from ui.screens.beginning import BeginningScreen
from ui.screens.calibration import CalibrationScreen
from ui.screens.code import CodeScreen
from ui.screens.coding import CodingScreen
from ui.screens.consent import ConsentScreen
from ui.screens.correction import CorrectionScreen
from ui.screens.declined import DeclinedScreen
from ui.screens.device_check import DeviceCheckScreen
from ui.screens.finishing import FinishingScreen
from ui.screens.interrupted import InterruptedScreen
from ui.screens.language import LanguageScreen
from ui.screens.paused import PausedScreen
from ui.screens.question import QuestionScreen
from ui.screens.review import ReviewScreen
from ui.screens.screen import Screen
from ui.screens.thanks import ThanksScreen
from ui.screens.welcome import LockedScreen, OutOfOrderScreen, WelcomeScreen


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about; another subject is another page, and the stage fades between the two."""

    screen: type[Screen]
    session: str = ""
    question: int = 0
    language: Language = ""

    def only_in_another_language(self, other: Self) -> bool:
        """Whether this is the other one, translated."""
        return self != other and replace(self, language=other.language) == other


_PRACTICE = -1


def subject(kiosk: Kiosk) -> Subject:
    """The screen for a state, and which session and question it is about."""
    screen, language = screen_for(kiosk), language_of(kiosk.scene) or ""
    match kiosk.scene:
        case Practising(run=run):
            return Subject(screen, run.session, _PRACTICE, language)
        case Questioning(run=run, index=index, further=None):
            return Subject(screen, run.session, index, language)
        case Questioning(run=run, index=index):
            return Subject(screen, run.session, len(run.pack.questions) + index, language)
        case _:
            return Subject(screen, language=language)


def screen_for(kiosk: Kiosk) -> type[Screen]:  # noqa: PLR0912 - a closed list, one line each
    """The screen for a state."""
    scene = kiosk.scene
    match scene:
        case Welcome():
            return _welcome(kiosk)
        case EnteringCode():
            return CodeScreen
        case ChoosingLanguage():
            return LanguageScreen
        case Consenting():
            return ConsentScreen
        case Declined():
            return DeclinedScreen
        case CheckingDevices():
            return DeviceCheckScreen
        case Calibrating():
            return CalibrationScreen
        case Practising(phase=phase):
            return _screen_for_phase(phase, programming=False)
        case Questioning(phase=phase, question=question):
            return _screen_for_phase(phase, programming=question.coding is not None)
        case AwaitingRelease():
            return AwaitingScreen
        case Beginning():
            return BeginningScreen
        case Reviewing(correcting=correcting):
            return ReviewScreen if correcting is None else CorrectionScreen
        case Interrupted():
            return InterruptedScreen
        case Paused():
            return PausedScreen
        case Finishing():
            return FinishingScreen
        case ThankYou():
            return ThanksScreen
        case _:
            assert_never(scene)


def _screen_for_phase(phase: Phase, *, programming: bool) -> type[Screen]:
    """A program is on the screen from the first thought to the end of the answer, repetitions included."""
    match phase:
        case Asking(then=None) | Deciding():
            return QuestionScreen
        case Asking() | Thinking() | Answering():
            return CodingScreen if programming else QuestionScreen
        case _:
            assert_never(phase)


def _welcome(kiosk: Kiosk) -> type[Screen]:
    if kiosk.worst() in {Severity.BLOCK, Severity.INTERRUPT}:
        return OutOfOrderScreen
    return LockedScreen if kiosk.locked else WelcomeScreen
