"""The staff's window on a screen of its own: the panel beside the interview. Qt thread only.

The candidate keeps the keyboard. Staff tap; only while somebody writes a note here does it belong to this
window, and it goes back the moment the note is sent or dropped.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.staff import StaffMember
from kiosk.flow.states import Kiosk
from kiosk.ports.station import Snapshot
from ui.bridge import Bridge, Live
from ui.layout import Centred, Column
from ui.overlays.overlay import Overlay
from ui.overlays.place import place_words
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.overlays.status import StatusList
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.button import PrimaryButton
from ui.widgets.paint import painter_on
from ui.widgets.text import Text, Tone

OPEN_FOR_MS = 30 * 60_000
"""Without a touch the panel closes. Whoever watches an interview touches nothing for a long time."""
_TOUCHED = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.KeyRelease}


class StaffWindow(QWidget):
    """Shows how the station is doing; after the PIN, the panel. It has a bridge of its own."""

    keyboard_returned = Signal()
    """Whoever had the keyboard before may have it again."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Interview Kiosk: staff"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._bridge, self._kiosk = bridge, Kiosk()
        self._overlay: Overlay | None = None
        self._writes = False
        self._build()
        bridge.changed.connect(self.show_snapshot)
        bridge.ticked.connect(self.show_live)

    def _build(self) -> None:
        bridge = self._bridge
        self._place = Text("", Type.LEAD)
        self._place.setObjectName("place")
        self._status = StatusList(bridge.facts)
        enter = PrimaryButton(self.tr("Open the panel"), Icon.PERSON)
        enter.setObjectName("enter")
        enter.clicked.connect(self.open_entry)
        seen = Column(gap=3)
        seen.add(Text(bridge.facts.name, Type.NOTE, Tone.QUIET), self._place, self._status, enter)
        self._room = Column(gap=0, margins=(8, 8, 8, 8), parent=self)
        self._room.add(Centred(seen, _widest), stretch=1)

    @property
    def overlay(self) -> Overlay | None:
        """The card over it, if one is open."""
        return self._overlay

    def open_on(self, screen: QScreen) -> None:
        """Fill this screen."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(screen.geometry())  # without a window manager nobody else does
        self.show()
        self._bridge.start()
        self._bridge.poll(lively=False, preview=False)

    def put_away(self) -> None:
        """The screen is gone, or the program ends; nobody stays signed in behind it."""
        if self._overlay is not None:
            self._overlay.leave()
        self._bridge.close()
        self.hide()
        self.deleteLater()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Where the interview is; nothing of what is said in it."""
        self._kiosk = snapshot.kiosk
        self._place.setText(place_words(snapshot.kiosk))
        self._status.show_kiosk(snapshot.kiosk)
        if isinstance(self._overlay, StaffPanel):
            self._overlay.show_kiosk(snapshot.kiosk)

    def show_live(self, live: Live) -> None:
        """The devices, the disk, and on the panel the picture."""
        self._status.show_live(live)
        if isinstance(self._overlay, StaffPanel):
            self._overlay.show_live(live)

    def open_entry(self) -> None:
        """Ask who it is."""
        entry = StaffEntry(self, self._bridge)
        entry.entered.connect(self.open_panel)
        self._open(entry)

    def open_panel(self, member: StaffMember) -> None:
        """Show the panel to a member of staff."""
        panel = StaffPanel(self, self._bridge, member, open_for_ms=OPEN_FOR_MS, results=False)
        panel.show_kiosk(self._kiosk)
        self._open(panel)
        self._bridge.poll(lively=True, preview=True)

    def _open(self, overlay: Overlay) -> None:
        if self._overlay is not None:
            self._overlay.leave()
        self._overlay = overlay
        overlay.left.connect(self._forget)
        overlay.open()

    def _forget(self) -> None:
        if self.sender() is self._overlay:
            self._overlay = None
            self._bridge.poll(lively=False, preview=False)
            self._look_who_writes()

    # --- the keyboard --------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After every touch somebody may write, or have written."""
        if event.type() in _TOUCHED:
            QTimer.singleShot(0, self, self._look_who_writes)
        return False

    def _look_who_writes(self) -> None:
        writes = isinstance(self.focusWidget(), QLineEdit)
        window = self.windowHandle()
        if writes == self._writes or window is None:
            return
        self._writes = writes
        window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not writes)
        if writes:
            self.activateWindow()
        else:
            self.keyboard_returned.emit()

    # --- the ground ----------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """Only now is there a window to listen at."""
        window = self.windowHandle()
        if window is not None:
            window.installEventFilter(self)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """One program speaks one language at a time: what stands here says it anew."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange:
            return
        before = self._room
        self._build()
        before.hide()
        before.deleteLater()
        self._room.setGeometry(self.rect())
        self._room.setVisible(self.isVisible())
        self._place.setText(place_words(self._kiosk))
        self._status.show_kiosk(self._kiosk)
        if self._overlay is not None:
            self._overlay.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole window."""
        self._room.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = painter_on(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()


def _widest(theme: Theme) -> int:
    return theme.column
