"""Asks once before something that cannot be taken back: a sheet over the screen, never a dialog."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import Button, DangerButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.paint import painter_on, tinted
from ui.widgets.text import Text, Tone


class Confirm(QWidget):
    """One question, two buttons, and reasons to choose from if a reason is wanted.

    Covers ``parent`` and keeps the keyboard inside until answered; then it goes and gives the focus back.
    """

    confirmed = Signal(str)
    """The key of the chosen reason, or an empty string."""
    refused = Signal()

    def __init__(  # noqa: PLR0913 - a sheet says six things
        self,
        parent: QWidget,
        question: str,
        words: str,
        yes: str,
        no: str,
        *,
        reasons: Mapping[str, str] | None = None,
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self._covered = parent
        self._came_from = QApplication.focusWidget()
        self._reasons: dict[str, ChoiceCard] = {}
        self._yes: Button = DangerButton(yes) if danger else PrimaryButton(yes)
        self._no = QuietButton(no)
        self._build(question, words, reasons or {})
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self._refuse)
        self._yes.setEnabled(not self._reasons)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        (next(iter(self._reasons.values()), self._no)).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the safe answer."""
        if event.key() == Qt.Key.Key_Escape:
            self._refuse()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        stops = [w for w in (*self._reasons.values(), self._no, self._yes) if w.isEnabled()]
        now = self.focusWidget()
        at = next((number for number, stop in enumerate(stops) if stop is now), -1)
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under the sheet."""
        painter = painter_on(self)
        opacity = 0.8 if current().high_contrast else 0.45
        painter.fillRect(self.rect(), tinted(current().colours.scrim, opacity))
        painter.end()

    def _build(self, question: str, words: str, reasons: Mapping[str, str]) -> None:
        theme = current()
        card = Card()
        card.setMaximumWidth(theme.column)
        card.body.addWidget(Text(question, Type.HEADING))
        if words:
            card.body.addWidget(Text(words, Type.BODY, Tone.QUIET))
        for key, title in reasons.items():
            choice = ChoiceCard(title, parent=card)
            choice.toggled.connect(lambda _on: self._yes.setEnabled(True))
            self._reasons[key] = choice
            card.body.addWidget(choice)
        card.body.addSpacing(theme.space(2))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        buttons.addWidget(self._yes)
        card.body.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, stretch=1000)
        middle.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(*(theme.space(4),) * 4)
        outside.addStretch(1)
        outside.addLayout(middle)
        outside.addStretch(1)

    def _confirm(self) -> None:
        chosen = next((key for key, card in self._reasons.items() if card.isChecked()), "")
        self._go()
        self.confirmed.emit(chosen)

    def _refuse(self) -> None:
        self._go()
        self.refused.emit()

    def _go(self) -> None:
        self._covered.removeEventFilter(self)
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
        self.deleteLater()
