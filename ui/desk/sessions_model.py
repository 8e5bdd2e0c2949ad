"""The list of sessions as Qt's table sees it: whole in length, with only those lines at hand that show."""

from enum import IntEnum
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kiosk.ports.desk import Desk
from kiosk.ports.shelves import Page, Search, SessionLine
from ui.desk import phrases
from ui.desk.errands import Errands

Index = QModelIndex | QPersistentModelIndex
PAGE = 50
_KEPT_PAGES = 40
LINE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands beside each other."""

    CANDIDATE = 0
    INTERVIEW = 1
    WHEN = 2
    ANSWERED = 3
    STANDING = 4


class SessionsModel(QAbstractTableModel):
    """Pages are fetched when their lines are asked for and forgotten when many others came after."""

    found = Signal(int)
    """How many there are, whenever a new search was answered."""

    def __init__(self, desk: Desk, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._errands = desk, errands
        self._search = Search()
        self._total = 0
        self._pages: dict[int, tuple[SessionLine, ...]] = {}
        self._awaited: set[int] = set()

    @property
    def search(self) -> Search:
        """What is looked for."""
        return self._search

    def look_for(self, search: Search) -> None:
        """Show what is found; until it is, what was found before stays."""
        self._search = search
        self._errands.run("search", partial(self._desk.page, search, 0, PAGE), self._begin)

    def line(self, row: int) -> SessionLine | None:
        """One session; ``None`` while it is being fetched."""
        at, place = divmod(row, PAGE)
        page = self._pages.pop(at, None)
        if page is None:
            self._fetch(at)
            return None
        self._pages[at] = page  # the last to be looked at is the last to be forgotten
        return page[place] if place < len(page) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """See ``Column``."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for people and screen readers; the whole line for whoever paints."""
        if role not in {Qt.ItemDataRole.DisplayRole, LINE}:
            return None
        line = self.line(index.row())
        if role == LINE or line is None:
            return line if role == LINE else "…"
        return _told(Column(index.column()), line)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.CANDIDATE: self.tr("Candidate"),
            Column.INTERVIEW: self.tr("Interview"),
            Column.WHEN: self.tr("When"),
            Column.ANSWERED: self.tr("Answers"),
            Column.STANDING: self.tr("Standing"),
        }[Column(section)]

    def _begin(self, page: Page) -> None:
        self.beginResetModel()
        self._pages = {0: page.lines}
        self._total = page.total
        self._awaited.clear()
        self.endResetModel()
        self.found.emit(page.total)

    def _fetch(self, at: int) -> None:
        if at in self._awaited:
            return
        self._awaited.add(at)
        search = self._search
        fetch = partial(self._desk.page, search, at * PAGE, PAGE)
        self._errands.run(("page", at), fetch, lambda page: self._keep(at, search, page))

    def _keep(self, at: int, search: Search, page: Page) -> None:
        self._awaited.discard(at)
        if search != self._search:
            return
        self._pages[at] = page.lines
        while len(self._pages) > _KEPT_PAGES:
            del self._pages[next(iter(self._pages))]
        last = min((at + 1) * PAGE, self._total) - 1
        self.dataChanged.emit(self.index(at * PAGE, 0), self.index(last, len(Column) - 1))


def _told(column: Column, line: SessionLine) -> str:
    match column:
        case Column.CANDIDATE:
            return phrases.name(line)
        case Column.INTERVIEW:
            return line.pack_title
        case Column.WHEN:
            return phrases.when(line.created_wall)
        case Column.ANSWERED:
            return phrases.answered(line)
        case Column.STANDING:
            return phrases.standing(line.status, line.decision).words
