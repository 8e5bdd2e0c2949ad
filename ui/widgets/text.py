"""Words on the screen."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import painter_on
from ui.widgets.typeset import longest_word, natural_width, set_words


class Tone(StrEnum):
    """The colour of words, by meaning; the value is the token's name."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    RECORDING = "recording"
    ATTENTION = "attention"
    PROVEN = "proven"


class Text(QLabel):
    """Plain words in one size of the scale, wrapped, with the theme's leading; read by screen readers."""

    def __init__(
        self,
        words: str = "",
        size: Type = Type.BODY,
        tone: Tone = Tone.INK,
        weight: Weight | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        heavy = Weight.STRONG if size in {Type.HEADING, Type.TITLE} else Weight.REGULAR
        self._size, self._tone, self._weight = size, tone, weight or heavy
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Change what the colour means."""
        self._tone = tone
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Words take the height they need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words."""
        return round(set_words(self.text(), self._font(), width).height)

    def sizeHint(self) -> QSize:
        """Unbroken, but no wider than the column."""
        width = min(natural_width(self.text(), self._font()), current().column)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is ever cut."""
        width = longest_word(self.text(), self._font())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, centred vertically in whatever room there is."""
        theme = current()
        painter = painter_on(self)
        painter.setPen(QColor(self._colour(theme)))
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        block = set_words(self.text(), self._font(), self.width(), across)
        spare = self.height() - block.height
        top = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0.0, spare / 2)
        block.draw(painter, 0, top)
        painter.end()

    def _font(self) -> QFont:
        return font(current(), self._size, self._weight)

    def _colour(self, theme: Theme) -> str:
        return str(getattr(theme.colours, self._tone))
