"""A line across the screen that says something about the whole station."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.chip import tone_colours
from ui.widgets.paint import draw_icon, mirrored, painter_on
from ui.widgets.text import Tone
from ui.widgets.typeset import set_words


class Banner(QWidget):
    """Icon and words, amber unless told otherwise ("Simulated devices: this is not a real interview")."""

    def __init__(
        self,
        words: str,
        icon: Icon = Icon.WARNING,
        tone: Tone = Tone.ATTENTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._icon, self._tone = words, icon, tone
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Lines and a little air."""
        theme = current()
        block = set_words(self._words, self._font(), width - self._beside_words())
        return round(block.height + theme.space(1))

    def sizeHint(self) -> QSize:
        """One column wide; the layout stretches it."""
        width = current().column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(current().space(30), self.heightForWidth(max(self.width(), current().space(30))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground from edge to edge, icon and words in the middle."""
        theme = current()
        colour, ground = tone_colours(self._tone, theme)
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(ground))
        side = round(theme.text_px(Type.NOTE) * 1.2)
        block = set_words(self._words, self._font(), self.width() - self._beside_words())
        left = (self.width() - block.width - side - theme.space(1.5)) / 2
        area, beside = QRectF(self.rect()), side + theme.space(1.5)
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, colour, mirrored(spot, area))
        painter.setPen(QColor(colour))
        words = mirrored(QRectF(left + beside, (self.height() - block.height) / 2, block.width, 0), area)
        block.draw(painter, words.left() - block.inset, words.top())
        if theme.high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(colour))
        painter.end()

    def _beside_words(self) -> int:
        theme = current()
        return round(theme.text_px(Type.NOTE) * 1.2) + theme.space(1.5) + 2 * theme.space(3)

    def _font(self) -> QFont:
        return font(current(), Type.NOTE, Weight.STRONG)
