"""The staff's window on a screen of its own: the panel beside the interview. Qt thread only.

The candidate keeps the keyboard. Staff tap; only while somebody writes a note here does it belong to this
window, and it goes back the moment the note is sent or dropped. A finger brings up keys on the screen.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QPointerEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.staff import StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.flow.states import Kiosk
from kiosk.ports.station import Snapshot
from ui.bridge import Bridge, Live
from ui.layout import Centred, Column, Flow
from ui.overlays.language import LanguageCard
from ui.overlays.overlay import Overlay
from ui.overlays.place import place_words
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.overlays.staff_tongue import tongue_button
from ui.overlays.status import StatusList
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.tongue.spoken import speak_to_staff, spoken_to_staff, to_staff
from ui.widgets.button import PrimaryButton
from ui.widgets.text import Text, Tone
from ui.window import TypedWindow

OPEN_FOR_MS = 30 * 60_000
"""Without a touch the panel closes. Whoever watches an interview touches nothing for a long time."""
_TOUCHED = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.KeyRelease}


class StaffWindow(TypedWindow):
    """Shows how the station is doing; after the PIN, the panel. It has a bridge and a language of its own."""

    keyboard_returned = Signal()
    """Whoever had the keyboard before may have it again."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Interview Kiosk: staff"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._bridge, self._kiosk = bridge, Kiosk()
        self._overlay: Overlay | None = None
        self._tongue = spoken_to_staff()
        self._writes = self._touched = False
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
        below = Flow(gap=2)
        below.show_widgets(tongue_button(self.open_language), enter)
        seen = Column(gap=3)
        seen.add(Text(bridge.facts.name, Type.NOTE, Tone.QUIET), self._place, self._status, below)
        self._ground = Column(gap=0, margins=(8, 8, 8, 8), parent=self.room)
        self._ground.add(Centred(seen, _widest), stretch=1)
        enter.setFocus()
        with to_staff():
            self._typing.speak(self._tongue)

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
        entry = StaffEntry(self.room, self._bridge)
        entry.entered.connect(self.open_panel)
        self._open(entry)

    def open_panel(self, member: StaffMember) -> None:
        """Show the panel to a member of staff."""
        panel = StaffPanel(self.room, self._bridge, member, open_for_ms=OPEN_FOR_MS, results=False)
        panel.show_kiosk(self._kiosk)
        panel.again_wanted.connect(self.open_panel)
        self._open(panel)
        self._bridge.poll(lively=True, preview=True)

    def open_language(self) -> None:
        """Let staff choose theirs."""
        with to_staff():
            card = LanguageCard(self.room, self._tongue)
        card.chosen.connect(lambda tag: speak_to_staff(Tongue(tag)))
        self._open(card)

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
            self._touched = _by_finger(event)
            QTimer.singleShot(0, self, self._look_who_writes)
        return False

    def _look_who_writes(self) -> None:
        field, window = self.focusWidget(), self.windowHandle()
        writes = isinstance(field, QLineEdit)
        if writes == self._writes or window is None:
            return
        self._writes = writes
        window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not writes)
        if not isinstance(field, QLineEdit):
            self.keyboard_returned.emit()
            return
        self.activateWindow()
        with to_staff():
            self._typing.follow(field)
            if self._touched:
                self._typing.show()

    # --- the ground ----------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """Only now is there a window to listen at."""
        window = self.windowHandle()
        if window is not None:
            window.installEventFilter(self)
        super().showEvent(event)

    def arrange(self) -> None:
        """The whole room."""
        self._ground.setGeometry(self.room.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Staff have chosen another language: what stands here says it anew."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange or spoken_to_staff() is self._tongue:
            return
        self._tongue = spoken_to_staff()
        self.setWindowTitle(self.tr("Interview Kiosk: staff"))
        before = self._ground
        self._build()
        before.hide()
        before.deleteLater()
        self.arrange()
        self._ground.setVisible(self.isVisible())
        self._place.setText(place_words(self._kiosk))
        self._status.show_kiosk(self._kiosk)
        if self._overlay is not None:
            self._overlay.raise_()


def _widest(theme: Theme) -> int:
    return theme.column


def _by_finger(event: QEvent) -> bool:
    if not isinstance(event, QPointerEvent):
        return False
    return event.device().type() == QInputDevice.DeviceType.TouchScreen
