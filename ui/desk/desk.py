"""The desk itself: a line on top that says who sits here, and one page below."""

import threading
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.review import Viewed
from kiosk.domain.staff import StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.flow.events import Event
from kiosk.flow.reviews import SessionViewed
from kiosk.ports.desk import Unsealed
from kiosk.ports.dossier import Dossier
from ui.bridge import Bridge
from ui.desk import phrases
from ui.desk.board_page import BoardPage
from ui.desk.dossier_page import DossierPage
from ui.desk.errands import Errands
from ui.desk.sessions_page import SessionsPage
from ui.export.wizard import ExportWizard
from ui.layout import Column, Flow, Row
from ui.overlays.language import LanguageCard
from ui.overlays.staff_tongue import tongue_button
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.tongue.spoken import speak_to_staff, spoken_to_staff
from ui.touches import Idleness
from ui.widgets.button import QuietButton
from ui.widgets.paint import painter_on
from ui.widgets.stage import Stage
from ui.widgets.text import Text, Tone

UNTOUCHED_MS = 10 * 60_000
"""Whoever watches a recording touches nothing for a while; whoever went away does so for longer."""


AGAIN_MS = 100
"""Several entries that come together are read once."""
SETTLED_MS = 10_000
"""What was wished is in the journal by then, and what follows from it is shown."""


class DeskView(QWidget):
    """Fills its parent; ``left`` when whoever sits here is done. Close it to let go of its thread."""

    left = Signal()
    again_wanted = Signal()
    """Whoever sits here wants the desk in another language."""

    def __init__(self, bridge: Bridge, member: StaffMember, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        desk = bridge.desk
        assert desk is not None, "this station has no desk"
        self.setAccessibleName(self.tr("HR’s desk"))
        self.member = member
        self._desk, self._bridge, self._tongue = desk, bridge, spoken_to_staff()
        self._page: DossierPage | None = None
        self._settling = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._reload)
        bridge.changed.connect(self._hear)
        self._errands = Errands(self)
        self.sessions = SessionsPage(desk, self._errands)
        self.sessions.opened.connect(self.open_session)
        self._stage = Stage()
        fairness = QuietButton(self.tr("Fairness"), Icon.CHART)
        fairness.setObjectName("fairness")
        fairness.clicked.connect(self.open_board)
        export = QuietButton(self.tr("Export"), Icon.USB)
        export.setObjectName("export")
        export.setVisible(bridge.exporter is not None)
        export.clicked.connect(self._export)
        close = QuietButton(self.tr("Leave"), Icon.CLOSE)
        close.setObjectName("leave")
        close.clicked.connect(self.left)
        ways = Flow(gap=1, to_right=True)
        ways.show_widgets(tongue_button(self._ask_tongue), fairness, export, close)
        self._head = head = Row(gap=2)
        head.add(Text(member.name, Type.NOTE, Tone.QUIET))
        head.add(ways, stretch=1)
        self._frame = Column(gap=1, margins=(6, 2, 6, 3), parent=self)
        self._frame.add(head)
        self._frame.add(self._stage, stretch=1)
        self._stage.show_page(self.sessions)

    def open(self) -> None:
        """Begin with the list; the desk is shown already."""
        Idleness(self, UNTOUCHED_MS).noticed.connect(self.left)
        self.sessions.refresh()
        self.sessions.entered()

    def open_session(self, session: str) -> None:
        """Show one interview; that somebody looked is kept."""
        self._page = page = DossierPage(SessionId(session), self.member.name)
        page.left.connect(self._back)
        page.wished.connect(self._wish)
        page.paper_wanted.connect(lambda: self._print(page))
        page.file_wanted.connect(lambda: self._save(page))
        page.secret_given.connect(lambda secret: self._unseal(page, secret))
        self._reload()
        self._listen(page)
        self._wish(SessionViewed(page.session, self.member.name, Viewed.SESSION))

    def _listen(self, page: DossierPage) -> None:
        self._errands.run("peaks", partial(self._desk.peaks, page.session), page.show_peaks)

    def _unseal(self, page: DossierPage, secret: str) -> None:
        self._errands.run(
            "unseal", partial(self._desk.unseal, page.session, secret), lambda it: self._unsealed(page, it)
        )

    def _unsealed(self, page: DossierPage, answer: Unsealed) -> None:
        page.show_unsealed(answer)
        if answer.problem is None:
            self._reload()
            self._listen(page)

    def open_board(self) -> None:
        """Show the fairness board."""
        board = BoardPage()
        board.left.connect(lambda: self._leave_board(board))
        board.wanted.connect(lambda pack: self._count(board, pack))
        self._errands.run("board-packs", self._desk.packs, board.show_packs)
        self._head.hide()
        self._stage.show_page(board)
        board.entered()

    def _count(self, board: BoardPage, pack: PackId | None) -> None:
        self._errands.run("board", partial(self._desk.board, pack), board.show_board)

    def _leave_board(self, board: BoardPage) -> None:
        self._errands.forget("board", "board-packs")
        self._head.show()
        self._stage.show_page(self.sessions)
        self.sessions.entered()
        board.deleteLater()

    def _export(self) -> None:
        """Take away what is marked in the list; whoever does stays at the desk."""
        exporter = self._bridge.exporter
        if exporter is not None:
            wizard = ExportWizard(self, self._bridge, exporter, self.member, self.sessions.table.chosen)
            wizard.stay()
            wizard.left.connect(self.sessions.refresh)
            wizard.open()

    def _ask_tongue(self) -> None:
        card = LanguageCard(self, self._tongue)
        card.chosen.connect(lambda tag: speak_to_staff(Tongue(tag)))
        card.open(card.present)

    def _print(self, page: DossierPage) -> None:
        errand = partial(self._desk.print_report, page.session)
        self._errands.run("print", errand, lambda printed: page.show_printed(phrases.printed(printed)))

    def _save(self, page: DossierPage) -> None:
        errand = partial(self._desk.save_report, page.session)
        self._errands.run("print", errand, lambda outcome: page.show_printed(phrases.saved(outcome)))

    def _reload(self) -> None:
        page = self._page
        if page is not None:
            read = partial(self._desk.dossier, page.session, self.member.name)
            # The one before is shown as well: somebody waits for it.
            self._errands.run(object(), read, lambda dossier: self._show(page, dossier))

    def _show(self, page: DossierPage, dossier: Dossier) -> None:
        if page is not self._page:
            return
        page.show_dossier(dossier)
        if self._stage.page is not page:
            self._head.hide()
            self._stage.show_page(page)
            page.entered()

    def _wish(self, event: Event) -> None:
        self._settling.start()
        self._bridge.post(event)

    def _hear(self, _snapshot: object) -> None:
        """Something was written down; perhaps what was wished here."""
        if self._settling.isActive():
            self._again.start()

    def _back(self) -> None:
        page, self._page = self._page, None
        self._errands.forget("peaks", "print", "unseal")
        self._head.show()
        self._stage.show_page(self.sessions)
        self.sessions.refresh()
        self.sessions.table.setFocus()
        if page is not None:
            page.put_away()
            page.deleteLater()
            self._errands.run("wipe", self._desk.put_away, lambda _: None)

    def put_away(self) -> None:
        """Nothing is asked or answered after this, and what was opened is wiped, which takes its time."""
        self._bridge.changed.disconnect(self._hear)
        if self._page is not None:
            self._page.put_away()
        self._errands.close()
        threading.Thread(target=self._desk.put_away, name="desk-wipe").start()
        self.hide()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Everything here is said anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and spoken_to_staff() is not self._tongue:
            self._tongue = spoken_to_staff()
            self.again_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as its place."""
        self._frame.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = painter_on(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()
