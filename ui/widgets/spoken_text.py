"""An answer as it was written down, word by word: each can be touched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.transcript import Word
from ui.theme.fonts import font
from ui.theme.tokens import SMALLEST_TARGET, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, focus_ring, painter_on
from ui.widgets.typeset import from_right

UNSURE = 0.6
"""Below this confidence a word is quietly marked."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word and the place that answers to a finger."""

    word: Word
    place: QRectF


class SpokenText(QWidget):
    """Words in lines high enough to touch; the arrows go from word to word, Enter and Space choose one.

    What the speech recognition was unsure of is underlined with dots.
    """

    chosen = Signal(int)
    """The position of a word."""

    def __init__(self, words: Sequence[Word], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._placed: tuple[_Placed, ...] = ()
        self._from_right = from_right(" ".join(word.text for word in words))
        self._at, self._pressed = 0, -1
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(word.text for word in words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def word_said(self) -> str:
        """The word the keyboard is on, as it is told to those who do not see the dots under it."""
        word = self._words[self._at]
        unsure = word.confidence is not None and word.confidence < UNSURE
        return self.tr("{word}, perhaps misheard").format(word=word.text) if unsure else word.text

    def place_of(self, index: int) -> QRectF:
        """Where a word stands."""
        return self._placed[index].place

    def hasHeightForWidth(self) -> bool:
        """More lines in a narrow place."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the lines."""
        placed = self._set(width)
        return round(placed[-1].place.bottom()) if placed else 0

    def sizeHint(self) -> QSize:
        """A column of words."""
        width = current().column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        widest = max((entry.place.width() for entry in self._set(1)), default=0)
        return QSize(round(widest), self.heightForWidth(max(round(widest), self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew."""
        self._placed = self._set(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._placed = self._set(self.width())
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From word to word, and choose."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            across = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._from_right
            self._at = min(max(self._at + (-step if across else step), 0), len(self._words) - 1)
            self.update()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.word_said))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger comes down on a word."""
        self._pressed = self._word_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And is lifted from the same."""
        index = self._word_at(event.position())
        if index >= 0 and index == self._pressed:
            self._at = index
            self.chosen.emit(index)
        self._pressed = -1

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, dots under the unsure ones, and the ring around the one the keyboard is on."""
        theme, face = current(), font(current(), Type.BODY)
        painter = painter_on(self)
        painter.setFont(face)
        for index, entry in enumerate(self._placed):
            if not event.rect().intersects(entry.place.toAlignedRect()):
                continue
            if index == self._at and self.hasFocus():
                inside = entry.place.adjusted(*(theme.focus_width * side * 2 for side in (1, 1, -1, -1)))
                fill(painter, inside, theme.space(1), theme.colours.accent_soft)
                focus_ring(painter, inside, theme.space(1), theme)
            painter.setPen(QColor(theme.colours.ink))
            painter.drawText(entry.place, Qt.AlignmentFlag.AlignCenter, entry.word.text)
            if entry.word.confidence is not None and entry.word.confidence < UNSURE:
                _underline(painter, entry.place, QFontMetricsF(face))
        painter.end()

    def _word_at(self, point: QPointF) -> int:
        places = enumerate(self._placed)
        return next((index for index, entry in places if entry.place.contains(point)), -1)

    def _set(self, width: int) -> tuple[_Placed, ...]:
        theme = current()
        metrics = QFontMetricsF(font(theme, Type.BODY))
        height = max(SMALLEST_TARGET, metrics.height() * theme.line_height)
        left = top = 0.0
        placed = []
        for word in self._words:
            wide = max(
                metrics.horizontalAdvance(word.text) + metrics.horizontalAdvance(" "), SMALLEST_TARGET / 2
            )
            if left and left + wide > width:
                left, top = 0.0, top + height
            placed.append(_Placed(word, QRectF(left, top, wide, height)))
            left += wide
        if not self._from_right:
            return tuple(placed)
        return tuple(replace(one, place=_turned(one.place, width)) for one in placed)


def _turned(place: QRectF, width: float) -> QRectF:
    return QRectF(width - place.right(), place.top(), place.width(), place.height())


def _underline(painter: QPainter, place: QRectF, metrics: QFontMetricsF) -> None:
    theme = current()
    pen = QPen(QColor(theme.colours.attention), 2 * theme.hairline, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    inset = metrics.horizontalAdvance(" ") / 2
    bottom = place.center().y() + metrics.height() / 2 + theme.hairline
    painter.drawLine(QPointF(place.left() + inset, bottom), QPointF(place.right() - inset, bottom))
