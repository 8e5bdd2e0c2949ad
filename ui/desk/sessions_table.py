"""The table of sessions: two lines a row, painted, with as many columns as there is room for."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kiosk.domain.ids import SessionId
from kiosk.ports.shelves import SessionLine
from ui.desk import phrases
from ui.desk.sessions_model import LINE, Column
from ui.theme.fonts import Weight, font
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.chip import tone_colours
from ui.widgets.paint import draw_icon, fill, outline
from ui.widgets.typeset import line_step

Index = QModelIndex | QPersistentModelIndex
_SHARES = {
    Column.CANDIDATE: 5,
    Column.INTERVIEW: 4,
    Column.WHEN: 3,
    Column.ANSWERED: 2.4,
    Column.STANDING: 2.6,
}
_NARROW = (Column.CANDIDATE, Column.STANDING)
_WIDE_FROM = 62
"""Letters that must fit side by side for all columns; below, the second line tells the rest."""


class SessionsTable(QTableView):
    """Enter, a double click or a second touch opens a session."""

    opened = Signal(str)
    """A ``SessionId``."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("Interviews"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.doubleClicked.connect(self._open)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        model.modelReset.connect(self._begin)
        self._measure()

    @property
    def narrow(self) -> bool:
        """Whether some columns are told in the second line instead."""
        return self.viewport().width() < _WIDE_FROM * current().text_px(Type.BODY) * 0.8

    @property
    def chosen(self) -> tuple[SessionId, ...]:
        """The sessions that are marked and at hand."""
        lines = (index.data(LINE) for index in self.selectionModel().selectedRows())
        return tuple(line.id for line in lines if line is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _begin(self) -> None:
        self.scrollToTop()
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def _open(self, index: Index) -> None:
        line = index.data(LINE)
        if line is not None:
            self.opened.emit(line.id)

    def _measure(self) -> None:
        theme = current()
        self.verticalHeader().setDefaultSectionSize(row_height(theme))
        self.horizontalHeader().setVisible(not self.narrow)
        shown = _NARROW if self.narrow else tuple(Column)
        total = sum(_SHARES[column] for column in shown)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, int(self.viewport().width() * _SHARES[column] / total))


def row_height(theme: Theme) -> int:
    """Two lines and some air."""
    lines = line_step(font(theme, Type.BODY)) + line_step(font(theme, Type.NOTE))
    return round(max(theme.target, lines + theme.space(2)))


class _Painter(QStyledItemDelegate):
    """Paints a cell."""

    def __init__(self, table: SessionsTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row is."""
        return QSize(0, row_height(current()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the words of the column."""
        theme, area = current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.colours.accent_soft))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - theme.hairline, area.width(), theme.hairline),
            QColor(theme.colours.line),
        )
        inside = area.adjusted(theme.space(1.5), theme.space(1), -theme.space(1), -theme.space(1))
        line = index.data(LINE)
        if line is None:
            _wait(painter, inside, theme)
        elif index.column() == Column.CANDIDATE:
            self._candidate(painter, inside, line, theme)
        elif index.column() == Column.STANDING:
            _standing(painter, inside, line, theme)
        else:
            _write(painter, inside, str(index.data()), _Ink(theme.colours.quiet))
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, area, theme)
        painter.restore()

    def _ring(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Around the whole row, whichever cell of it has the keyboard."""
        row = QRectF(0, area.top(), self._table.viewport().width(), area.height() - theme.hairline)
        painter.setClipping(False)
        outline(painter, row, theme.space(1), theme.colours.focus, theme.focus_width)

    def _candidate(self, painter: QPainter, area: QRectF, line: SessionLine, theme: Theme) -> None:
        below = self._below(line)
        upper, lower = _halves(area, theme) if below or line.passage else (area, area)
        _write(painter, upper, phrases.name(line), _Ink(theme.colours.ink, Type.BODY, Weight.STRONG))
        if line.passage:
            _passage(painter, lower, line.passage, theme)
        elif below:
            _write(painter, lower, below, _Ink(theme.colours.quiet))

    def _below(self, line: SessionLine) -> str:
        if not self._table.narrow:
            return ""
        return " · ".join(
            filter(None, (line.pack_title, phrases.when(line.created_wall), phrases.answered(line)))
        )


def _halves(area: QRectF, theme: Theme) -> tuple[QRectF, QRectF]:
    upper, lower = line_step(font(theme, Type.BODY)), line_step(font(theme, Type.NOTE))
    top = area.center().y() - (upper + lower) / 2
    return (
        QRectF(area.left(), top, area.width(), upper),
        QRectF(area.left(), top + upper, area.width(), lower),
    )


@dataclass(frozen=True, slots=True)
class _Ink:
    """How words are written."""

    colour: str
    size: Type = Type.NOTE
    weight: Weight = Weight.REGULAR

    @property
    def face(self) -> QFont:
        return font(current(), self.size, self.weight)


def _write(painter: QPainter, area: QRectF, text: str, ink: _Ink) -> None:
    shown = QFontMetricsF(ink.face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(ink.face)
    painter.setPen(QColor(ink.colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _standing(painter: QPainter, area: QRectF, line: SessionLine, theme: Theme) -> None:
    label = phrases.standing(line.status, line.decision)
    colour, _ = tone_colours(label.tone, theme)
    side = round(theme.text_px(Type.NOTE) * 1.2)
    draw_icon(painter, label.icon, colour, QRectF(area.left(), area.center().y() - side / 2, side, side))
    beside = area.adjusted(side + theme.space(1), 0, 0, 0)
    _write(painter, beside, label.words, _Ink(colour, weight=Weight.STRONG))


def _passage(painter: QPainter, area: QRectF, pieces: tuple[str, ...], theme: Theme) -> None:
    """What was looked for stands on a tinted ground, in strong letters."""
    plain, hit = _Ink(theme.colours.quiet), _Ink(theme.colours.ink, weight=Weight.STRONG)
    left = area.left()
    for number, piece in enumerate(pieces):
        ink = hit if number % 2 else plain
        width = min(QFontMetricsF(ink.face).horizontalAdvance(piece), area.right() - left)
        if width <= 0:
            return
        place = QRectF(left, area.top(), width + 1, area.height())
        if ink is hit:
            fill(painter, place.adjusted(-1, 2, 1, -2), 3, theme.colours.attention_soft)
        _write(painter, place, piece, ink)
        left += width


def _wait(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A line that is being fetched."""
    bar = QRectF(area.left(), area.center().y() - theme.space(0.75), area.width() * 0.6, theme.space(1.5))
    fill(painter, bar, bar.height() / 2, theme.colours.sunk)
