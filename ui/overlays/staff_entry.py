"""Staff show who they are with a PIN, typed or tapped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.bridge import Bridge
from ui.layout import Flow
from ui.overlays.overlay import Overlay
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.button import PrimaryButton, QuietButton
from ui.widgets.text import Text, Tone

_LONGEST = 12
_DOT = "●"


class StaffEntry(Overlay):
    """A pad of digits; a wrong PIN is told plainly and nothing else happens."""

    entered = Signal(str)
    """The name of the member of staff."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(parent, self.tr("Staff"))
        self._bridge, self._pin = bridge, ""
        self._dots = Text("", Type.HEADING)
        self._dots.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._note = Text(self.tr("Please enter your PIN."), tone=Tone.QUIET)
        self._note.setObjectName("pin-note")
        self._ok = PrimaryButton(self.tr("Enter"))
        self._ok.setObjectName("pin-ok")
        self._ok.clicked.connect(self._submit)
        close = QuietButton(self.tr("Close"), Icon.CLOSE)
        close.setObjectName("close")
        close.clicked.connect(self.leave)
        self.card.body.addWidget(Text(self.tr("Staff"), Type.HEADING))
        self.card.body.addWidget(self._note)
        self.card.body.addWidget(self._dots)
        self.card.body.addWidget(self._pad())
        last = Flow(gap=1, to_right=True)
        last.show_widgets(close, self._ok)
        self.card.body.addWidget(last)
        bridge.staff_known.connect(self._answer)
        self._show_pin()

    def widest(self, theme: Theme) -> int:
        """A pad for one hand."""
        return theme.column * 5 // 8

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace and Enter work as well as the pad."""
        if event.text().isdigit():
            self._add(event.text())
            self._ok.setFocus()
        elif event.key() == Qt.Key.Key_Backspace:
            self._remove()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._submit()

    def _pad(self) -> QWidget:
        pad = QWidget()
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(current().space(1))
        for at, digit in enumerate("123456789"):
            grid.addWidget(self._digit(digit), at // 3, at % 3)
        grid.addWidget(self._digit("0"), 3, 1)
        remove = QuietButton("", Icon.ARROW_LEFT)
        remove.setAccessibleName(self.tr("Remove the last digit"))
        remove.setObjectName("pin-remove")
        remove.clicked.connect(self._remove)
        grid.addWidget(remove, 3, 2)
        return pad

    def _digit(self, digit: str) -> QuietButton:
        button = QuietButton(digit)
        button.setObjectName(f"digit-{digit}")
        button.clicked.connect(lambda: self._add(digit))
        return button

    def _add(self, digit: str) -> None:
        self._pin = (self._pin + digit)[:_LONGEST]
        self._show_pin()

    def _remove(self) -> None:
        self._pin = self._pin[:-1]
        self._show_pin()

    def _show_pin(self) -> None:
        self._dots.setText(" ".join(_DOT * len(self._pin)) or "–")
        self._dots.setAccessibleName(self.tr("{count} digits").format(count=len(self._pin)))
        self._ok.setEnabled(bool(self._pin))

    def _submit(self) -> None:
        if self._pin:
            self._ok.setEnabled(False)
            self._bridge.ask_who(self._pin)
            self._pin = ""

    def _answer(self, name: str) -> None:
        if name:
            self.entered.emit(name)
            return
        self._note.setText(self.tr("This PIN is not known here. Please try again."))
        self._note.set_tone(Tone.ATTENTION)
        self._show_pin()
