"""Ten digits for one hand; what was pressed is shown as dots only."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.layout import Column
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import QuietButton
from ui.widgets.text import Text

_LONGEST = 12
_DOT = "●"


class PinPad(Column):
    """Digits, typed or tapped; the PIN leaves it once and is forgotten."""

    changed = Signal(bool)
    """Whether there is anything to submit."""
    submitted = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on every telephone
        self._pin = ""
        self._dots = Text("", Type.HEADING)
        self._dots.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        pad = QWidget()
        pad.setLayout(self._grid)
        for at, digit in enumerate("123456789"):
            self._grid.addWidget(self._digit(digit), at // 3, at % 3)
        self._grid.addWidget(self._digit("0"), 3, 1)
        remove = QuietButton("", Icon.ARROW_LEFT)
        remove.setAccessibleName(self.tr("Remove the last digit"))
        remove.setObjectName("pin-remove")
        remove.clicked.connect(self._remove)
        self._grid.addWidget(remove, 3, 2)
        self.add(self._dots, pad)
        self._space()
        self._show()

    def press(self, event: QKeyEvent) -> bool:
        """A key: digits, Backspace and Enter; whether it was meant for the pad."""
        if event.text().isdigit() and event.text().isascii():
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._remove()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        else:
            return False
        return True

    def submit(self) -> None:
        """Hand the PIN on and forget it."""
        pin, self._pin = self._pin, ""
        self._show()
        if pin:
            self.submitted.emit(pin)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._space()
        super().changeEvent(event)

    def _space(self) -> None:
        self._grid.setSpacing(current().space(1))

    def _digit(self, digit: str) -> QuietButton:
        button = QuietButton(digit)
        button.setObjectName(f"digit-{digit}")
        button.clicked.connect(lambda: self._add(digit))
        return button

    def _add(self, digit: str) -> None:
        self._pin = (self._pin + digit)[:_LONGEST]
        self._show()

    def _remove(self) -> None:
        self._pin = self._pin[:-1]
        self._show()

    def _show(self) -> None:
        self._dots.setText(" ".join(_DOT * len(self._pin)) or "–")
        self._dots.setAccessibleName(self.tr("{count} digits").format(count=len(self._pin)))
        self.changed.emit(bool(self._pin))
