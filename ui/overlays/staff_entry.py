"""Staff show who they are: their name, then their PIN, typed or tapped."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.staff import PinAnswer, PinProblem, PinRefused, StaffMember
from ui.bridge import Bridge
from ui.layout import Column, Flow, Row
from ui.overlays.overlay import Overlay
from ui.overlays.pin_pad import PinPad
from ui.overlays.staff_tongue import TongueChoice, tongue_button
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.tongue.spoken import spoken_to_staff
from ui.widgets.button import Button, PrimaryButton, QuietButton, wide
from ui.widgets.text import Text, Tone

OPEN_FOR_MS = 30_000
"""Without a touch the card goes away: whoever opened it by chance is not kept from the interview."""


class StaffEntry(Overlay):
    """Who are you, and what is your PIN? A wrong one is told plainly, and the interview goes on meanwhile."""

    entered = Signal(object)
    """The ``StaffMember``."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(parent, self.tr("Staff"))
        self._bridge, self._name, self._tongue = bridge, "", spoken_to_staff()
        self._names: tuple[str, ...] = ()
        self._pad: PinPad | None = None
        self._head, self._step = Row(gap=1), Column(gap=2)
        self._show_head()
        self.card.body.addWidget(self._head)
        self.card.body.addWidget(self._step)
        bridge.staff_listed.connect(self._list)
        bridge.staff_answered.connect(self._answer)
        self.leave_after(OPEN_FOR_MS)
        bridge.list_staff()

    def widest(self, theme: Theme) -> int:
        """A pad for one hand."""
        return theme.column * 5 // 8

    def focus_first(self) -> None:
        """The keyboard begins with who one is, or with the PIN."""
        stops = [stop for stop in self._stops() if self._step.isAncestorOf(stop)]
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys work as well as the pad."""
        if self._pad is not None and self._pad.press(event) and self._ok.isEnabled():
            self._ok.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Ask in the language that staff have chosen meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and spoken_to_staff() is not self._tongue:
            self._tongue = spoken_to_staff()
            self.setAccessibleName(self.tr("Staff"))
            self._show_head()
            self._ask()

    # --- in which language? ----------------------------------------------------------------------
    def _show_head(self) -> None:
        self._head.clear()
        self._head.add(Text(self.tr("Staff"), Type.HEADING), stretch=1)
        self._head.add(tongue_button(self._ask_tongue))

    def _ask_tongue(self) -> None:
        self._pad = None
        self._step.clear()
        self._step.add(TongueChoice(self._ask))
        self.focus_first()

    # --- who? --------------------------------------------------------------------------------
    def _list(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        if len(self._names) == 1:
            self._name = self._names[0]
        self._ask()

    def _ask(self) -> None:
        """Where one was: the PIN, once it is known whose."""
        if self._name:
            self._ask_pin(self._name)
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        self._pad, self._name = None, ""
        self._step.clear()
        if not self._names:
            self._step.add(Text(self.tr("Nobody has a PIN for this station yet.")))
        else:
            self._step.add(Text(self.tr("Who are you?"), tone=Tone.QUIET))
        for at, name in enumerate(self._names):
            button = wide(QuietButton(name, Icon.PERSON))
            button.setObjectName(f"member-{at}")
            button.clicked.connect(lambda _=False, name=name: self._ask_pin(name))
            self._step.add(button)
        self._step.add(self._last())
        self.focus_first()

    # --- with which PIN? -----------------------------------------------------------------------
    def _ask_pin(self, name: str) -> None:
        self._name = name
        self._step.clear()
        self._note = Text(self.tr("Please enter your PIN."), tone=Tone.QUIET)
        self._note.setObjectName("pin-note")
        self._pad = pad = PinPad()
        self._ok: Button = PrimaryButton(self.tr("Enter"))
        self._ok.setObjectName("pin-ok")
        self._ok.setEnabled(False)
        self._ok.clicked.connect(pad.submit)
        pad.changed.connect(self._ok.setEnabled)
        pad.submitted.connect(self._submit)
        self._step.add(Text(name, Type.LEAD), self._note, pad, self._last(self._ok))
        self.focus_first()

    def _submit(self, pin: str) -> None:
        self._bridge.admit_staff(self._name, pin)

    def _answer(self, answer: PinAnswer) -> None:
        if isinstance(answer, StaffMember):
            self.entered.emit(answer)
            return
        self.say(self._words(answer))

    def say(self, words: str) -> None:
        """Why somebody does not get in, beside the PIN."""
        self._note.setText(words)
        self._note.set_tone(Tone.ATTENTION)

    def _words(self, refused: PinRefused) -> str:
        wait = self.tr("Please wait {seconds} s. The interview goes on meanwhile.")
        match refused.problem:
            case PinProblem.WRONG if refused.wait_s:
                words = self.tr("This is not the PIN.") + " " + wait
            case PinProblem.WRONG:
                words = self.tr("This is not the PIN. Please try again.")
            case PinProblem.WAIT:
                words = self.tr("There were too many wrong PINs.") + " " + wait
            case PinProblem.LOCKED:
                words = self.tr(
                    "This name is locked after too many wrong PINs. A technician can set a new PIN. "
                    "The interview goes on meanwhile."
                )
            case PinProblem.UNAVAILABLE:
                words = self.tr("The PIN cannot be checked now. Please try again, or ask a technician.")
        return words.format(seconds=math.ceil(refused.wait_s))

    def _last(self, *main: Button) -> Flow:
        quiet = [self._closing()]
        if main and len(self._names) > 1:
            other = QuietButton(self.tr("Somebody else"), Icon.ARROW_LEFT)
            other.setObjectName("somebody-else")
            other.clicked.connect(self._ask_name)
            quiet.append(other)
        last = Flow(gap=1, to_right=True)
        last.show_widgets(*quiet, *main)
        return last

    def _closing(self) -> Button:
        close = QuietButton(self.tr("Close"), Icon.CLOSE)
        close.setObjectName("close")
        close.clicked.connect(self.leave)
        return close
