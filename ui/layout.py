"""Boxes measured on the grid: they space themselves anew whenever the theme changes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QScroller, QSizePolicy, QStyle, QWidget

from ui.theme.tokens import Theme
from ui.theme.wardrobe import current

Direction = QBoxLayout.Direction


class Group(QWidget):
    """Widgets in a line; ``gap`` and ``margins`` (left, top, right, bottom) are steps of the grid."""

    def __init__(
        self,
        direction: Direction,
        gap: float,
        margins: tuple[float, float, float, float] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.box = QBoxLayout(direction, self)
        self._gap, self._margins = gap, margins
        self._measure()

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put more widgets at the end; at once visible where the group is."""
        for widget in widgets:
            self.box.addWidget(widget, stretch)
            if self.isVisible():
                widget.show()

    def clear(self) -> None:
        """Take everything out and forget it."""
        while (item := self.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        theme = current()
        self.box.setSpacing(theme.space(self._gap) if self._gap else 0)
        self.box.setContentsMargins(*(theme.space(steps) if steps else 0 for steps in self._margins))


class Column(Group):
    """Widgets from top to bottom."""

    def __init__(
        self,
        gap: float = 2,
        margins: tuple[float, float, float, float] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Direction.TopToBottom, gap, margins, parent)


class Row(Group):
    """Widgets from left to right."""

    def __init__(
        self,
        gap: float = 2,
        margins: tuple[float, float, float, float] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Direction.LeftToRight, gap, margins, parent)


class Split(Group):
    """Two parts side by side on a lying screen, one above the other on an upright one."""

    def __init__(
        self, first: QWidget, second: QWidget, shares: tuple[int, int] = (1, 1), gap: float = 6
    ) -> None:
        super().__init__(Direction.LeftToRight, gap)
        self.box.addWidget(first, shares[0])
        self.box.addWidget(second, shares[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the window."""
        window = self.window().size()
        upright = window.height() > window.width()
        self.box.setDirection(Direction.TopToBottom if upright else Direction.LeftToRight)
        super().resizeEvent(event)


class Beside(Column):
    """Words in the middle of the height beside a picture, at the top below one."""

    def __init__(self, *words: QWidget, gap: float = 3) -> None:
        super().__init__(gap)
        self.box.addStretch(1)
        self.add(*words)
        self.box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the window."""
        window = self.window().size()
        self.box.setStretch(0, 0 if window.height() > window.width() else 1)
        super().resizeEvent(event)


class Centred(QWidget):
    """One widget in the middle, never wider than ``widest`` says, as high as its words need."""

    def __init__(self, content: QWidget, widest: Callable[[Theme], int]) -> None:
        super().__init__()
        self._content, self._widest = content, widest
        across = QBoxLayout(Direction.LeftToRight)
        across.addStretch(1)
        across.addWidget(content, 1000)
        across.addStretch(1)
        down = QBoxLayout(Direction.TopToBottom, self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """Any height: a scroll area asks for the height at its width instead."""
        return QSize(super().minimumSizeHint().width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        self._content.setMaximumWidth(self._widest(current()))


class Filling(QWidget):
    """One widget in the middle that takes all the height there is; words in it shrink before it scrolls."""

    def __init__(self, content: QWidget, widest: Callable[[Theme], int]) -> None:
        super().__init__()
        self._content, self._widest = content, widest
        content.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """What the content cannot do without."""
        return self._content.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Place the content anew when something in it wants another size."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap at another width need another height."""
        self._place()
        if event.oldSize().width() != event.size().width():
            for part in self._content.findChildren(QWidget):
                part.updateGeometry()

    def _place(self) -> None:
        width = min(self.width(), self._widest(current()))
        self._content.setGeometry((self.width() - width) // 2, 0, width, self.height())


class Flow(QWidget):
    """Widgets in rows that break where the width ends; the last row is the lowest."""

    def __init__(self, gap: float = 2, to_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._to_right = gap, to_right
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, *widgets: QWidget) -> None:
        """These, in this order; a widget that was here before and is not any more is forgotten."""
        for gone in [item for item in self._items if item not in widgets]:
            gone.hide()
            gone.deleteLater()
        self._items = list(widgets)
        for widget in widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
                widget.show()
        self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        """More rows on a narrow screen."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the rows."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def widest(self) -> int:
        """The width of everything in one row."""
        gap = current().space(self._gap) * max(0, len(self._items) - 1)
        return sum(item.sizeHint().width() for item in self._items) + gap

    def sizeHint(self) -> QSize:
        """All in one row where there is room for that; a layout makes it no higher than this."""
        sizes, width = [item.sizeHint() for item in self._items], self.widest()
        if self.width() < width:
            return QSize(width, self.heightForWidth(self.width()))
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest may become."""
        width = max((item.minimumSizeHint().width() for item in self._items), default=0)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def event(self, event: QEvent) -> bool:
        """Break the rows anew when something in them wants another size."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self._lay_out_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place; another width may be another height."""
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _lay_out_again(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for item, place in zip(self._items, self._places(self.width()), strict=True):
            item.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, width: int) -> list[QRect]:
        gap = current().space(self._gap)
        places: list[QRect] = []
        top = 0
        for row in self._rows(width):
            sizes = [_size_in(item, width) for item in row]
            height = max(size.height() for size in sizes)
            used = sum(size.width() for size in sizes) + gap * (len(row) - 1)
            left = width - used if self._to_right else 0
            for size in sizes:
                places.append(QRect(left, top + (height - size.height()) // 2, size.width(), size.height()))
                left += size.width() + gap
            top += height + gap
        return places

    def _rows(self, width: int) -> list[list[QWidget]]:
        """Filled from the last widget backwards, so that the last row is the full one."""
        gap = current().space(self._gap)
        rows: list[list[QWidget]] = []
        used = 0
        for item in reversed(self._items) if self._to_right else self._items:
            wanted = _size_in(item, width).width()
            if rows and used + gap + wanted <= width:
                rows[-1].append(item)
                used += gap + wanted
            else:
                rows.append([item])
                used = wanted
        return [row[::-1] for row in reversed(rows)] if self._to_right else rows


def _size_in(item: QWidget, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, tall)


def scrolling(content: QWidget) -> QScrollArea:
    """Large words on a small screen are scrolled, never cut."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area
