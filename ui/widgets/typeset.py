"""Setting words: wrapped lines with the theme's leading, which Qt's labels do not offer for plain text."""

from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class Block:
    """Words set to a width; ``width`` and ``height`` are what they really take.

    ``inset`` is how far from the left they begin: where lines begin at the right, what is left over.
    """

    paragraphs: tuple[QTextLayout, ...]
    width: float
    height: float
    inset: float = 0.0

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Paint with the painter's pen, the first line's top at ``top``."""
        for paragraph in self.paragraphs:
            paragraph.draw(painter, QPointF(left, top))


def set_words(
    text: str, font: QFont, width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> Block:
    """Set ``text``, its paragraphs parted by line breaks, in lines of ``width`` at the most.

    ``align`` says left and means where lines begin: at the right, for those who read from there.
    """
    direction = QGuiApplication.layoutDirection()
    option = QTextOption(QStyle.visualAlignment(direction, align))
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a question may be in another language
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    step = line_step(font)
    lead = (step - QFontMetricsF(font).height()) / 2
    paragraphs, top, widest, inset = [], 0.0, 0.0, width
    for words in text.split("\n"):
        layout = QTextLayout(words, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top + lead))
            top += step
            widest = max(widest, line.naturalTextWidth())
            inset = min(inset, line.naturalTextRect().left())
        layout.endLayout()
        paragraphs.append(layout)
    return Block(tuple(paragraphs), widest, top, inset)


def from_right(text: str) -> bool:
    """Whether a text is written from right to left: its first letter says so."""
    strong = (bidirectional(sign) for sign in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def line_step(font: QFont) -> float:
    """From one baseline to the next."""
    return float(round(font.pixelSize() * Theme.line_height))


def natural_width(text: str, font: QFont) -> int:
    """Width of the text on unbroken lines, rounded up."""
    metrics = QFontMetricsF(font)
    return int(max(metrics.horizontalAdvance(words) for words in text.split("\n"))) + 2


def longest_word(text: str, font: QFont) -> int:
    """Width below which a word would be cut."""
    metrics = QFontMetricsF(font)
    return int(max((metrics.horizontalAdvance(word) for word in text.split()), default=0)) + 2
