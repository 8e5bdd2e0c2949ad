"""Trouble, in three plain sentences: what happened, what is safe, what to do now."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.faults import FaultTexts
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone


class Notice(Card):
    """A card about one fault. Use it alone on a screen or above what still works."""

    def __init__(self, texts: FaultTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(" ".join((texts.what_happened, texts.what_is_safe, texts.what_to_do)))
        self._rows: list[QHBoxLayout] = []
        self._add(Icon.WARNING, Tone.ATTENTION, Text(texts.what_happened, Type.LEAD, weight=Weight.STRONG))
        self._add(Icon.SHIELD, Tone.PROVEN, Text(texts.what_is_safe))
        self._add(Icon.ARROW_RIGHT, Tone.ACCENT, Text(texts.what_to_do))

    def changeEvent(self, event: QEvent) -> None:
        """Space the rows anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row in self._rows:
                row.setSpacing(current().space(2))

    def _add(self, icon: Icon, tone: Tone, words: Text) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().space(2))
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(IconMark(icon, tone, Type.LEAD), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, stretch=1)
        self._rows.append(row)
        self.body.addLayout(row)
