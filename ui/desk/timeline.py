"""The recording from left to right: loudness, questions, gaps, what happened, and where one is."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kiosk.domain.recording import Chapter, Gap
from ui.desk import phrases
from ui.theme.tokens import Theme
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, focus_ring, focus_room, painter_on, tinted

STEP_S = 5.0
_MOVES_S = {
    Qt.Key.Key_Left: -STEP_S,
    Qt.Key.Key_Right: STEP_S,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_Up: 1.0,
}


@dataclass(frozen=True, slots=True)
class Track:
    """What is drawn; times in seconds."""

    length_s: float = 0.0
    chapters: tuple[Chapter, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marks: tuple[tuple[float, str], ...] = ()
    notes: tuple[tuple[float, str], ...] = ()
    peaks: tuple[float, ...] = ()


class Timeline(QWidget):
    """Touch or drag to go somewhere; arrows step, page keys go from question to question."""

    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on every player
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._track, self._at_s = Track(), 0.0
        self._name()

    def show_track(self, track: Track) -> None:
        """Draw another one."""
        self._track = track
        self._name()
        self.update()

    def show_position(self, at_s: float) -> None:
        """Where one is."""
        if round(self._x(at_s)) != round(self._x(self._at_s)):
            self.update()
        self._at_s = at_s
        self._name()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(current().space(60), max(64, current().space(9)))

    def minimumSizeHint(self) -> QSize:
        """As low as it may be touched."""
        return QSize(current().space(20), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along."""
        self._go(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps and questions."""
        key = Qt.Key(event.key())
        if key in _MOVES_S:
            self._seek(self._at_s + _MOVES_S[key])
        elif key == Qt.Key.Key_PageDown:
            self._seek(
                next((c.start_s for c in self._track.chapters if c.start_s > self._at_s + 0.5), self._at_s)
            )
        elif key == Qt.Key.Key_PageUp:
            before = [c.start_s for c in self._track.chapters if c.start_s < self._at_s - 1.5]
            self._seek(before[-1] if before else 0.0)
        elif key == Qt.Key.Key_Home:
            self._seek(0.0)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What lies under the pointer, in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(self._seconds(event.pos().x())), self)
            return True
        return super().event(event)

    def words_at(self, at_s: float) -> str:
        """Question, gap, marks and notes at an instant."""
        near = self._track.length_s / 100
        found = [chapter.title for chapter in self._track.chapters if chapter.start_s <= at_s < chapter.end_s]
        found += [phrases.gap(gap.cause) for gap in self._track.gaps if _near(gap, at_s, near)]
        found += [
            words for when, words in (*self._track.marks, *self._track.notes) if abs(when - at_s) < near
        ]
        return "\n".join((phrases.clock(at_s), *found))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the ground up."""
        theme, room = current(), focus_room(current())
        area = QRectF(self.rect()).adjusted(room, room, -room, -room)
        painter = painter_on(self)
        fill(painter, area, theme.space(1), theme.colours.sunk)
        if self._track.length_s > 0:
            self._draw_chapters(painter, area, theme)
            self._draw_peaks(painter, area, theme)
            self._draw_gaps(painter, area, theme)
            self._draw_signs(painter, area, theme)
            painter.setPen(QPen(QColor(theme.colours.ink), theme.hairline * 2))
            x = self._x(self._at_s)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.hasFocus():
            focus_ring(painter, area, theme.space(1), theme)
        painter.end()

    def _draw_chapters(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        for number, chapter in enumerate(self._track.chapters):
            left, right = self._x(chapter.start_s), self._x(chapter.end_s)
            here = chapter.start_s <= self._at_s < chapter.end_s
            colour = theme.colours.accent_soft if here else theme.colours.surface
            if here or number % 2 == 0:
                fill(painter, QRectF(left, area.top(), right - left, area.height()), 4, colour)
            painter.setPen(QPen(QColor(theme.colours.edge), theme.hairline))
            painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()))

    def _draw_peaks(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        peaks = self._track.peaks
        if not peaks:
            return
        painter.setPen(QPen(QColor(theme.colours.accent), 1))
        middle, half = area.center().y(), area.height() * 0.38
        for x in range(int(area.left()), int(area.right())):
            part = (x - area.left()) / area.width()
            height = half * peaks[min(len(peaks) - 1, int(part * len(peaks)))] ** 0.5
            painter.drawLine(QPointF(x, middle - height), QPointF(x, middle + height))

    def _draw_gaps(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        for gap in self._track.gaps:
            left = self._x(gap.start_s)
            right = self._x(gap.start_s + gap.length_s) if gap.painted else left + theme.space(0.75)
            place = QRectF(left, area.top(), max(theme.space(0.75), right - left), area.height())
            painter.fillRect(place, tinted(theme.colours.attention_soft, 0.85))
            painter.fillRect(place, QBrush(QColor(theme.colours.attention), Qt.BrushStyle.BDiagPattern))

    def _draw_signs(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        side = theme.space(1.25)
        for at_s, _ in self._track.marks:
            fill(
                painter, QRectF(self._x(at_s) - side / 2, area.top(), side, side), 2, theme.colours.attention
            )
        for at_s, _ in self._track.notes:
            spot = QRectF(self._x(at_s) - side / 2, area.bottom() - side, side, side)
            fill(painter, spot, side / 2, theme.colours.focus)

    def _go(self, x: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._seek(self._seconds(x))

    def _seek(self, at_s: float) -> None:
        if self._track.length_s > 0:
            self.sought.emit(min(max(0.0, at_s), self._track.length_s))

    def _seconds(self, x: float) -> float:
        room = focus_room(current())
        return self._track.length_s * (x - room) / max(1, self.width() - 2 * room)

    def _x(self, at_s: float) -> float:
        room, length_s = focus_room(current()), self._track.length_s
        return room + (self.width() - 2 * room) * (at_s / length_s if length_s else 0.0)

    def _name(self) -> None:
        self.setAccessibleName(
            self.tr("{at} of {length}").format(
                at=phrases.clock(self._at_s), length=phrases.clock(self._track.length_s)
            )
        )


def _near(gap: Gap, at_s: float, near_s: float) -> bool:
    return gap.start_s - near_s < at_s < gap.start_s + (gap.length_s if gap.painted else 0.0) + near_s
