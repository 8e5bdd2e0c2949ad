"""Small painted charts. Each says in words what it shows; nothing is told by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, outline, painter_on
from ui.widgets.typeset import line_step


class Chart(QWidget):
    """As wide as its place, as high as its rows."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers grow to the right
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def height_of(self, theme: Theme) -> int:
        """How high."""
        raise NotImplementedError

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Everything."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """A column's width or less."""
        return QSize(current().space(60), self.height_of(current()))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small screen."""
        return QSize(current().space(30), self.height_of(current()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = painter_on(self)
        painter.setFont(font(current(), Type.NOTE))
        self.draw(painter, current())
        painter.end()


class Histogram(Chart):
    """How many interviews have which score; the solid part of a column was passed."""

    def __init__(self, counts: Sequence[int], passed: Sequence[int], told: str) -> None:
        super().__init__(told)
        self._counts, self._passed = tuple(counts), tuple(passed)

    def height_of(self, theme: Theme) -> int:
        """A quarter of a screen."""
        return theme.space(24) + 2 * round(line_step(font(theme, Type.NOTE)))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Columns with their counts above and their scores below."""
        line = line_step(font(theme, Type.NOTE))
        floor, room = self.height() - line, self.height() - 2 * line - theme.space(1)
        step, most = self.width() / len(self._counts), max(*self._counts, 1)
        for at, (count, passed) in enumerate(zip(self._counts, self._passed, strict=True)):
            column = QRectF(at * step + theme.space(0.5), floor, step - theme.space(1), 0)
            column.setTop(floor - room * count / most)
            fill(painter, column, 4, theme.colours.accent_soft)
            outline(painter, column, 4, theme.colours.accent, theme.hairline)
            solid = QRectF(column)
            solid.setTop(floor - room * passed / most)
            fill(painter, solid, 4, theme.colours.accent)
            painter.setPen(QColor(theme.colours.ink))
            above = QRectF(at * step, column.top() - line, step, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count) if count else "")
            painter.setPen(QColor(theme.colours.quiet))
            below = QRectF(at * step, floor, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(10 * at))


@dataclass(frozen=True, slots=True)
class Bar:
    """A share, 0 to 1, with its words; ``None`` where there is nothing to share."""

    label: str
    part: float | None
    words: str
    warns: bool = False


class Bars(Chart):
    """One bar a row; a line marks a share that matters, four fifths for example."""

    def __init__(self, bars: Sequence[Bar], told: str, mark: float | None = None) -> None:
        super().__init__(told)
        self._bars, self._mark = tuple(bars), mark

    def height_of(self, theme: Theme) -> int:
        """Label above, bar below, for each."""
        return len(self._bars) * self._row(theme)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Label left, words right, the bar under both."""
        line = line_step(font(theme, Type.NOTE))
        for at, bar in enumerate(self._bars):
            top = at * self._row(theme)
            words = QRectF(0, top, self.width(), line)
            told = QFontMetricsF(painter.font()).horizontalAdvance(bar.words) + theme.space(1)
            label = QFontMetricsF(painter.font()).elidedText(
                bar.label, Qt.TextElideMode.ElideRight, max(0.0, self.width() - told)
            )
            painter.setPen(QColor(theme.colours.ink))
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
            painter.setPen(QColor(theme.colours.attention if bar.warns else theme.colours.quiet))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bar.words)
            groove = QRectF(0, top + line, self.width(), theme.space(1.25))
            self._draw_bar(painter, groove, bar, theme)

    def _draw_bar(self, painter: QPainter, groove: QRectF, bar: Bar, theme: Theme) -> None:
        radius = groove.height() / 2
        fill(painter, groove, radius, theme.colours.sunk)
        if theme.high_contrast:
            outline(painter, groove, radius, theme.colours.line, theme.hairline)
        if bar.part:
            done = QRectF(groove)
            done.setWidth(max(groove.height(), groove.width() * min(1.0, bar.part)))
            fill(painter, done, radius, theme.colours.attention if bar.warns else theme.colours.accent)
        if self._mark is not None:
            x = groove.left() + groove.width() * self._mark
            painter.setPen(QPen(QColor(theme.colours.ink), theme.hairline * 2))
            painter.drawLine(QPointF(x, groove.top()), QPointF(x, groove.bottom() + 5))

    def _row(self, theme: Theme) -> int:
        return round(line_step(font(theme, Type.NOTE))) + theme.space(3)


class Drift(Chart):
    """People against the rules, one dot a question: left are people stricter, right more generous."""

    def __init__(self, rows: Sequence[tuple[str, float, str]], told: str) -> None:
        super().__init__(told)
        self._rows = tuple(rows)

    def height_of(self, theme: Theme) -> int:
        """A line of words and a line of dots for each."""
        return len(self._rows) * self._row(theme)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """From two levels stricter to two levels more generous."""
        line = line_step(font(theme, Type.NOTE))
        for at, (label, drift, words) in enumerate(self._rows):
            top = at * self._row(theme)
            shown = QFontMetricsF(painter.font()).elidedText(
                label, Qt.TextElideMode.ElideRight, self.width() * 0.62
            )
            painter.setPen(QColor(theme.colours.ink))
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(QColor(theme.colours.quiet))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, self.width(), line), right, words)
            middle = top + line + theme.space(1)
            painter.setPen(QPen(QColor(theme.colours.line), theme.hairline))
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            centre = self.width() / 2
            painter.setPen(QPen(QColor(theme.colours.edge), theme.hairline * 2))
            painter.drawLine(QPointF(centre, middle - 6), QPointF(centre, middle + 6))
            x = centre + max(-1.0, min(1.0, drift / 2)) * (self.width() / 2 - theme.space(1))
            side = theme.space(1.75)
            fill(painter, QRectF(x - side / 2, middle - side / 2, side, side), side / 2, theme.colours.accent)

    def _row(self, theme: Theme) -> int:
        return round(line_step(font(theme, Type.NOTE))) + theme.space(3)
