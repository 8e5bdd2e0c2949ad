"""The list of interviews: what is looked for above, what is found below."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from kiosk.ports.desk import Desk
from kiosk.ports.shelves import Order, PackName, Search, Shelf
from ui.desk import phrases
from ui.desk.errands import Errands
from ui.desk.sessions_model import SessionsModel
from ui.desk.sessions_table import SessionsTable
from ui.editor.choice import ChoiceRow
from ui.layout import Centred, Column, Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import QuietButton
from ui.widgets.text import Text, Tone

TYPED_MS = 120
"""After the last letter the search begins."""
PERIODS_DAYS = (None, 0, 7, 30, 365)
_SHELVES, _ORDERS = tuple(Shelf), tuple(Order)


class SessionsPage(QWidget):
    """Search, shelves, filters and the table; ``refresh`` when it is shown again."""

    opened = Signal(str)
    """A ``SessionId``."""

    def __init__(self, desk: Desk, errands: Errands) -> None:
        super().__init__()
        self._desk, self._errands = desk, errands
        self._packs: tuple[PackName, ...] = ()
        self.model = SessionsModel(desk, errands, self)
        self.table = SessionsTable(self.model)
        self._typed = QTimer(self, interval=TYPED_MS, singleShot=True)
        self._typed.timeout.connect(self._look)
        self._build()
        self.table.opened.connect(self.opened)
        self.model.found.connect(self._show_found)
        errands.failed.connect(self._show_failed)

    def refresh(self) -> None:
        """Look again: sessions come and go."""
        self._errands.run("packs", self._desk.packs, self._show_packs)
        self._look()

    def entered(self) -> None:
        """The keyboard begins where one types."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = Column(gap=2, parent=self)
        self._page = page
        self._count = Text("", tone=Tone.QUIET)
        head = Row(gap=2)
        head.add(Text(self.tr("Interviews"), Type.HEADING))
        head.add(self._count, stretch=1)
        page.add(head, self._search_row(), self._shelf_row(), self._filters())
        self._under = QWidget()
        self._stack = QStackedLayout(self._under)
        self._nothing = Text("", Type.LEAD, Tone.QUIET)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack.addWidget(self.table)
        self._stack.addWidget(Centred(self._nothing, lambda theme: theme.column))
        page.add(self._under, stretch=1)

    def _search_row(self) -> QWidget:
        self._words = QLineEdit()
        self._words.setObjectName("search")
        self._words.setAccessibleName(self.tr("Search"))
        self._words.setPlaceholderText(self.tr("Search names and what was said"))
        self._words.setClearButtonEnabled(False)
        self._words.textChanged.connect(lambda _: self._typed.start())
        self._words.returnPressed.connect(self._to_table)
        self._more = QuietButton(self.tr("Filter"), Icon.FILTER)
        self._more.setObjectName("filter")
        self._more.setCheckable(True)
        row = Row(gap=1)
        row.add(self._words, stretch=1)
        row.add(self._more)
        return row

    def _shelf_row(self) -> QWidget:
        self._shelves = ChoiceRow()
        self._shelves.show_names([phrases.shelf(shelf) for shelf in _SHELVES])
        self._shelves.chosen.connect(lambda _: self._look())
        return self._shelves

    def _filters(self) -> QWidget:
        self._order, self._period, self._pack = ChoiceRow(), ChoiceRow(), ChoiceRow()
        self._order.show_names([phrases.order(order) for order in _ORDERS])
        self._period.show_names(
            [
                self.tr("Any time"),
                self.tr("Today"),
                self.tr("7 days"),
                self.tr("30 days"),
                self.tr("A year"),
            ]
        )
        filters = Column(gap=1)
        for title, row in (
            (self.tr("First"), self._order),
            (self.tr("When"), self._period),
            (self.tr("Interview"), self._pack),
        ):
            row.chosen.connect(lambda _: self._look())
            beside = Row(gap=2)
            beside.add(_Title(title))
            beside.add(row, stretch=1)
            filters.add(beside)
        filters.hide()
        self._more.toggled.connect(filters.setVisible)
        return filters

    def _to_table(self) -> None:
        self._typed.stop()
        self._look()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        pack = self._pack.place
        self.model.look_for(
            Search(
                words=self._words.text(),
                shelf=_SHELVES[self._shelves.place],
                pack=self._packs[pack - 1].id if pack > 0 else None,
                since_day=_since(PERIODS_DAYS[self._period.place]),
                order=_ORDERS[self._order.place],
            )
        )

    def _show_packs(self, packs: Sequence[PackName]) -> None:
        if tuple(packs) == self._packs:
            return
        self._packs = tuple(packs)
        self._pack.show_names([self.tr("All"), *(pack.title for pack in packs)])

    def _show_found(self, total: int) -> None:
        self._count.setText(phrases.sessions(total))
        bare = replace(self.model.search, order=Order.NEWEST) == Search()
        self._nothing.setText(
            self.tr("There is no interview on this station yet.")
            if bare
            else self.tr("Nothing fits. Fewer words or another filter may help.")
        )
        self._stack.setCurrentIndex(0 if total else 1)

    def _show_failed(self, sentence: str) -> None:
        self._nothing.setText(self.tr("The interviews cannot be read now: {why}").format(why=sentence))
        self._stack.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as large as its place."""
        self._page.setGeometry(self.rect())


class _Title(Text):
    """Names a row of choices; all of them are as wide, so that the rows begin below each other."""

    def __init__(self, words: str) -> None:
        super().__init__(words, Type.NOTE, weight=Weight.STRONG)

    def sizeHint(self) -> QSize:
        """Room for the longest of the titles."""
        return QSize(6 * current().text_px(Type.NOTE), super().sizeHint().height())

    minimumSizeHint = sizeHint


def _since(days: int | None) -> str:
    if days is None:
        return ""
    return (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
