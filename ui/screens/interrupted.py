"""Trouble stopped the clock: what happened, what is safe, what to do; then the way back in."""

from PySide6.QtCore import QCoreApplication

from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.events import ContinueRequested
from kiosk.flow.interruption import ready, stops_the_clock
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Calibrating,
    Chapter,
    CheckingDevices,
    Deciding,
    HandRaised,
    Interrupted,
    Kiosk,
    Practising,
    Questioning,
    Reviewing,
    Thinking,
)
from kiosk.ports.station import Snapshot
from ui.layout import Column
from ui.screens.screen import Action, Screen
from ui.texts import duration, fault_texts
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text

_MOST_NOTICES = 2


class InterruptedScreen(Screen):
    """While something is wrong it says so; as soon as it is right again the candidate says when to go on."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._words = Text("", Type.TITLE), Text("", Type.LEAD)
        self._raised = Text(
            self.tr(
                "Staff have been told. Your time has stopped and the microphone is covered, so you can speak "
                "freely. Nobody takes any of your time away: go on whenever you like."
            ),
            Type.LEAD,
        )
        self._notices, self._waiting = Column(gap=2), ProgressLine()
        self.column.add(self._title, self._raised, self._words, self._notices, self._waiting)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Trouble, or the way back in."""
        kiosk = snapshot.kiosk
        scene = kiosk.scene
        assert isinstance(scene, Interrupted)
        self._notices.clear()
        fine = ready(scene, kiosk.faults)
        if fine:
            self._show_way_back(scene)
        else:
            self._show_trouble(scene, kiosk)
        self._words.setVisible(fine)
        self._raised.setVisible(fine and isinstance(scene.cause, HandRaised))
        self._waiting.setVisible(not fine)

    def _show_way_back(self, scene: Interrupted) -> None:
        self._title.setText(self._way_back_words(scene))
        self._words.setText(place_words(scene.inside))
        self.offer(primary=Action("continue", self.tr("Continue"), ContinueRequested(), Icon.ARROW_RIGHT))

    def _way_back_words(self, scene: Interrupted) -> str:
        match scene.cause:
            case Fault():
                return self.tr("We can go on")
            case HandRaised():
                return self.tr("You have raised your hand")
            case _:
                return self.tr("Welcome back")

    def _show_trouble(self, scene: Interrupted, kiosk: Kiosk) -> None:
        codes = [fault.code for fault in kiosk.faults if stops_the_clock((fault,))]
        if isinstance(scene.cause, Fault) and not codes:
            codes = [scene.cause.code]
        self._title.setText(self.tr("One moment, please"))
        for code in codes[:_MOST_NOTICES]:
            self._notices.add(Notice(fault_texts(code)))
        if not codes:
            words = self.tr("We are starting the recording again. Your time has stopped.")
            self._notices.add(Text(words, Type.LEAD))
        again = Action("try-again", self.tr("Try again"), ContinueRequested(), Icon.REPEAT)
        self.offer(primary=again if _needs_somebody(scene) else None)


def place_words(inside: Chapter) -> str:
    """Where the interview goes on: "Continue question 4: 1 minute 12 seconds left"."""
    match inside:
        case CheckingDevices():
            return _words("We go on with the device check.")
        case Calibrating() | Practising():
            return _words("We go on with the practice question.")
        case AwaitingRelease() | Beginning():
            return _words("We go on with the first question.")
        case Questioning(index=index):
            return _question_words(index + 1, left_s(inside))
        case Reviewing():
            return _words("All your answers are saved. Only the end of the interview is left.")


def left_s(scene: Questioning) -> float | None:
    """Seconds left to answer, where an answer has begun."""
    match scene.phase:
        case Answering(spent_s=spent) | Asking(then=Answering(spent_s=spent)):
            return max(0.0, scene.question.answer_limit_s - spent)
        case Asking() | Thinking() | Deciding():
            return None


def _question_words(number: int, left: float | None) -> str:
    if left is None:
        return _words("We go on with question {number}. Your time has stopped until then.").format(
            number=number
        )
    words = _words("We go on with question {number}. You have about {time} left.")
    return words.format(number=number, time=duration(left))


def _needs_somebody(scene: Interrupted) -> bool:
    """A station or a recorder that came back mends itself; or it says after a while that it cannot."""
    return isinstance(scene.cause, Fault) and scene.cause.code is not FaultCode.RECORDER_LOST


def _words(source: str) -> str:
    return QCoreApplication.translate("InterruptedScreen", source)
