"""The desk itself: a line on top that says who sits here, and one page below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.staff import StaffMember
from kiosk.ports.desk import Desk
from ui.bridge import Bridge
from ui.desk.errands import Errands
from ui.desk.sessions_page import SessionsPage
from ui.layout import Column, Row
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.touches import Idleness
from ui.widgets.button import QuietButton
from ui.widgets.paint import painter_on
from ui.widgets.stage import Stage
from ui.widgets.text import Text, Tone

UNTOUCHED_MS = 10 * 60_000
"""Whoever watches a recording touches nothing for a while; whoever went away does so for longer."""


class DeskView(QWidget):
    """Fills its parent; ``left`` when whoever sits here is done. Close it to let go of its thread."""

    left = Signal()

    def __init__(
        self, desk: Desk, bridge: Bridge, member: StaffMember, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("HR’s desk"))
        self.member = member
        self._bridge = bridge
        self._errands = Errands(self)
        self.sessions = SessionsPage(desk, self._errands)
        self._stage = Stage()
        close = QuietButton(self.tr("Leave"), Icon.CLOSE)
        close.setObjectName("leave")
        close.clicked.connect(self.left)
        head = Row(gap=2)
        head.add(Text(member.name, Type.NOTE, Tone.QUIET), stretch=1)
        head.add(close)
        self._frame = Column(gap=1, margins=(6, 2, 6, 3), parent=self)
        self._frame.add(head)
        self._frame.add(self._stage, stretch=1)
        self._stage.show_page(self.sessions)

    def open(self) -> None:
        """Begin with the list; the desk is shown already."""
        Idleness(self, UNTOUCHED_MS).noticed.connect(self.left)
        self.sessions.refresh()
        self.sessions.entered()

    def put_away(self) -> None:
        """Nothing is asked or answered after this."""
        self._errands.close()
        self.hide()
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as its place."""
        self._frame.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = painter_on(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()
