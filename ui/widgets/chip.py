"""An icon and a word side by side: the shape that states are told in, never by colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import draw_icon, fill, mirrored, outline, painter_on
from ui.widgets.text import Tone
from ui.widgets.typeset import natural_width


@dataclass(frozen=True, slots=True)
class Label:
    """What a chip says."""

    icon: Icon
    words: str
    tone: Tone


class Chip(QWidget):
    """A small round-ended label with an icon and a word on a soft ground."""

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.setAccessibleName(label.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What the chip says now."""
        return self._label.words

    def show_label(self, label: Label) -> None:
        """Say something else."""
        if label == self._label:
            return
        self._label = label
        self.setAccessibleName(label.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the word, with room for the round ends."""
        theme = current()
        height = round(theme.text_px(Type.NOTE) + theme.space(2.5))
        return QSize(
            self._before_words(theme) + natural_width(self.words, self._font()) + theme.space(2), height
        )

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word."""
        theme = current()
        colour, ground = tone_colours(self._label.tone, theme)
        area, side = QRectF(self.rect()), self._side(theme)
        painter = painter_on(self)
        fill(painter, area, area.height() / 2, ground)
        if theme.high_contrast:
            outline(painter, area, area.height() / 2, colour, theme.hairline)
        spot = QRectF(theme.space(1.5), (area.height() - side) / 2, side, side)
        self.draw_sign(painter, mirrored(spot, area), colour)
        painter.setPen(QColor(colour))
        painter.setFont(self._font())
        words = mirrored(area.adjusted(self._before_words(theme), 0, 0, 0), area)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.words)
        painter.end()

    def draw_sign(self, painter: QPainter, spot: QRectF, colour: str) -> None:
        """The sign before the word; an icon unless a widget knows better."""
        draw_icon(painter, self._label.icon, colour, spot)

    def _side(self, theme: Theme) -> int:
        return round(theme.text_px(Type.NOTE) * 1.2)

    def _before_words(self, theme: Theme) -> int:
        return theme.space(1.5) + self._side(theme) + theme.space(1)

    def _font(self) -> QFont:
        return font(current(), Type.NOTE, Weight.STRONG)


def tone_colours(tone: Tone, theme: Theme) -> tuple[str, str]:
    """The colour of words in this tone and the soft ground behind them."""
    colours = theme.colours
    words = str(getattr(colours, tone))
    if tone in {Tone.INK, Tone.QUIET}:
        return words, colours.sunk
    return words, str(getattr(colours, f"{tone}_soft"))
