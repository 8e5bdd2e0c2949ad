"""The question in large words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.fonts import Weight, font_px
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import painter_on
from ui.widgets.typeset import set_words

_SHRINK = 0.92


class CaptionText(QLabel):
    """The question: as large as its place allows, down to the size of body text, never cut or scrolled."""

    def __init__(
        self,
        words: str = "",
        largest: Type = Type.HEADING,
        weight: Weight = Weight.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._largest, self._weight = largest, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_largest(self, largest: Type) -> None:
        """Take more or less room."""
        if largest is not self._largest:
            self._largest = largest
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Words take the height they need, if they can have it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at the largest size."""
        return round(set_words(self.text(), self._font(self._largest_px()), width).height)

    def sizeHint(self) -> QSize:
        """A column of words at the largest size."""
        width = current().column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Height at the smallest size."""
        width = max(self.width(), current().space(40))
        smallest = set_words(self.text(), self._font(current().text_px(Type.BODY)), width)
        return QSize(current().space(40), round(smallest.height))

    def fitting_px(self) -> int:
        """The size at which the words fit the widget now."""
        pixels, smallest = self._largest_px(), current().text_px(Type.BODY)
        while pixels > smallest:
            block = set_words(self.text(), self._font(pixels), self.width())
            if block.height <= self.height() and block.width <= self.width():
                break
            pixels = max(smallest, int(pixels * _SHRINK))
        return pixels

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint at the fitting size."""
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        block = set_words(self.text(), self._font(self.fitting_px()), self.width(), across)
        painter = painter_on(self)
        painter.setPen(QColor(current().colours.ink))
        block.draw(painter, 0, max(0.0, (self.height() - block.height) / 2))
        painter.end()

    def _largest_px(self) -> int:
        return current().text_px(self._largest)

    def _font(self, pixels: int) -> QFont:
        return font_px(pixels, self._weight)
