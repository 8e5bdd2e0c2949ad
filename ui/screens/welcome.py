"""Nobody is here yet: the station says hello, or that it is out of order."""

from kiosk.domain.faults import CATALOGUE, Severity
from kiosk.flow.events import BeginRequested
from kiosk.ports.station import Snapshot
from ui.avatar.view import AvatarView
from ui.layout import Beside, Column, Split
from ui.screens.screen import Action, Screen
from ui.texts import fault_texts
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.text import Text, Tone

HOST = "mira"
"""The character who greets; each question names its own."""


class WelcomeScreen(Screen):
    """Hello, and how to begin."""

    fills = True

    def __init__(self) -> None:
        super().__init__()
        words = Beside(
            Text(self.tr("Welcome"), Type.TITLE),
            Text(self.tr("A quiet place for your interview. You set the pace."), Type.LEAD),
            Text(
                self.tr(
                    "You need the code from your invitation. Nothing is recorded before you agree to it."
                ),
                tone=Tone.QUIET,
            ),
        )
        self.column.add(Split(AvatarView(HOST), words, shares=(1, 1), gap=8), stretch=1)
        self.offer(primary=Action("begin", self.tr("Begin"), BeginRequested(), Icon.ARROW_RIGHT))

    def widest(self, theme: Theme) -> int:
        """Room for somebody to greet."""
        return round(theme.column * 1.5)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The welcome is always the same."""


class LockedScreen(Screen):
    """The booth waits for staff; whoever stands here has done nothing wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.column.add(
            IconMark(Icon.LOCK, Tone.ACCENT, Type.TITLE, disc=True),
            Text(self.tr("This booth is not open yet"), Type.TITLE),
            Text(self.tr("Staff will open it for you. Nothing is recorded."), Type.LEAD),
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Always the same."""


class OutOfOrderScreen(Screen):
    """A fault keeps this station from starting any interview; who stands here learns what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._notices = Column(gap=2)
        self.column.add(
            Text(self.tr("This station is taking a break"), Type.TITLE),
            Text(self.tr("No interview can start here just now. Staff will show you another place.")),
            self._notices,
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The three sentences of every fault that stops us."""
        self._notices.clear()
        for fault in snapshot.kiosk.faults:
            if CATALOGUE[fault.code].severity is not Severity.NOTE:
                self._notices.add(Notice(fault_texts(fault.code)))
