"""How much time is left, without hurry."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, mirrored, painter_on
from ui.widgets.typeset import line_step

_LAST_STRETCH_S = 30


class TimeBar(QWidget):
    """A slow bar and words; ``exact`` shows minutes and seconds to those who want them."""

    def __init__(self, exact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exact, self._part, self._words, self._last = exact, 1.0, "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words

    def show_time(self, left_s: float, total_s: float) -> None:
        """Show the time left of ``total_s``; call it a few times a second."""
        left_s = max(0.0, left_s)
        words = self._exact_words(left_s) if self._exact else self._gentle_words(left_s)
        part = min(1.0, left_s / total_s) if total_s > 0 else 0.0
        moved = round(part * self.width()) != round(self._part * self.width())
        if moved or words != self._words:
            self.update()
        self._part, self._words = part, words
        self._last = left_s < min(_LAST_STRETCH_S, total_s / 4)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Words above the bar."""
        theme = current()
        return QSize(theme.space(40), round(line_step(font(theme, Type.NOTE))) + theme.space(2))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words right, bar below."""
        theme, colours = current(), current().colours
        painter = painter_on(self)
        painter.setFont(font(theme, Type.NOTE))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._words)
        thick = max(6, theme.space(1))
        bar = QRectF(0, self.height() - thick, self.width(), thick)
        fill(painter, bar, thick / 2, colours.edge if theme.high_contrast else colours.line)
        bar.setWidth(max(thick, self.width() * self._part))
        bar = mirrored(bar, QRectF(self.rect()))
        fill(painter, bar, thick / 2, colours.attention if self._last else colours.accent)
        painter.end()

    def _exact_words(self, left_s: float) -> str:
        minutes, seconds = divmod(round(left_s), 60)
        return self.tr("{minutes}:{seconds:02d} left").format(minutes=minutes, seconds=seconds)

    def _gentle_words(self, left_s: float) -> str:
        if left_s >= 90:
            return self.tr("about {minutes} minutes left").format(minutes=round(left_s / 60))
        if left_s >= 45:
            return self.tr("about a minute left")
        if left_s >= _LAST_STRETCH_S / 2:
            return self.tr("about half a minute left")
        return self.tr("a few seconds left") if left_s > 0 else self.tr("the time is up")
