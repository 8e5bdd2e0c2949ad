"""A row of small buttons of which one is on: the languages, the examples."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.layout import Flow
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceButton(QuietButton):
    """One of the row; the arrow keys move on from it."""

    steps = 6.0
    words_size = Type.NOTE
    stepped = Signal(int)

    def __init__(self, words: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        if event.key() in _MOVES:
            self.stepped.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ChoiceRow(Flow):
    """Shows names; breaks into more rows where the width ends."""

    chosen = Signal(int)
    """The place of the name, by a person's choice or by :meth:`choose`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=0.5, parent=parent)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._buttons: list[ChoiceButton] = []

    @property
    def place(self) -> int:
        """Which one is on; -1 when there is none."""
        return self._group.checkedId()

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these, the first of them on."""
        for button in self._buttons:
            self._group.removeButton(button)
        self._buttons = [ChoiceButton(name) for name in names]
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
            button.stepped.connect(self._step)
        self.show_widgets(*self._buttons)
        self._take_turn()
        if self._buttons:
            self.choose(0)

    def show_sign(self, place: int, icon: Icon | None, words: str) -> None:
        """Put a sign before a name, and say in words what it means."""
        button = self._buttons[place]
        button.set_icon(icon)
        button.setAccessibleName(f"{button.text()}: {words}" if words else button.text())

    def choose(self, place: int) -> None:
        """Switch one on."""
        self._buttons[place].setChecked(True)

    def _take_turn(self) -> None:
        """The keyboard meets new names where it met the old ones."""
        before: QWidget = self
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button

    def _step(self, by: int) -> None:
        place = (self.place + by) % len(self._buttons)
        self.choose(place)
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(place)
