"""Where in the interview the candidate is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, mirrored, painter_on
from ui.widgets.typeset import natural_width

_MOST_DOTS = 12


class Progress(QWidget):
    """ "Question 2 of 6" in words and dots; the dots go when there are too many to take in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._total, self._words = 0, 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words

    def show_step(self, number: int, total: int) -> None:
        """The question with this ``number``, from 1, of ``total``."""
        self._number, self._total = number, total
        self.show_words(self.tr("Question {number} of {total}").format(number=number, total=total))

    def show_words(self, words: str) -> None:
        """Say something else beside the dots ("Practice question")."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words, and the dots after them."""
        theme = current()
        gap, longer = theme.space(2), max(6, theme.space(1))  # before the dots; the present one is longer
        dots = self._dots() * theme.space(2) + gap + longer if self._dots() else 0
        height = round(theme.text_px(Type.NOTE) + theme.space(2.5))
        return QSize(natural_width(self._words, self._font()) + dots, height)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then a dot for each question: done ones filled, the present one long, the rest faint."""
        theme, colours = current(), current().colours
        painter = painter_on(self)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._words)
        step, size = theme.space(2), max(6, theme.space(1))
        left = natural_width(self._words, self._font()) + theme.space(2)
        top = (self.height() - size) / 2
        for number in range(1, self._dots() + 1):
            now = number == self._number
            spot = QRectF(left, top, step if now else size, size)
            spot = mirrored(spot, QRectF(self.rect()))
            fill(painter, spot, size / 2, colours.accent if number <= self._number else colours.edge)
            left += step + (size if now else 0)
        painter.end()

    def _dots(self) -> int:
        return self._total if self._total <= _MOST_DOTS else 0

    def _font(self) -> QFont:
        return font(current(), Type.NOTE, Weight.STRONG)
