"""The desk in a window of its own: a PIN first, then the desk, then the PIN again."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from kiosk.domain.staff import Duty, StaffMember
from kiosk.ports.station import Station
from ui.application import FIRST_SIZE, SMALLEST_SIZE, application, ended_by_signals
from ui.bridge import Bridge
from ui.desk.desk import DeskView
from ui.overlays.staff_entry import StaffEntry
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear
from ui.tongue.spoken import speak, speak_to_staff, spoken, spoken_to_staff
from ui.window import KioskWindow

_QUIET = Appearance()


def run_desk(station: Station) -> int:
    """Show the desk until its window is closed; answers the exit code. Call it on the main thread."""
    app = application()
    wear(app, theme_for(*FIRST_SIZE, _QUIET))
    bridge = Bridge(station)
    window = DeskWindow(bridge)
    window.setMinimumSize(*SMALLEST_SIZE)
    window.resize(*FIRST_SIZE)
    with ended_by_signals(app):
        window.show()
        bridge.start()
        code = app.exec()
    bridge.close()
    window.put_away()
    return int(code)


class DeskWindow(KioskWindow):
    """Asks who is there; only those whose task the results are get any further."""

    def __init__(self, bridge: Bridge, appearance: Appearance = _QUIET) -> None:
        super().__init__(appearance)
        speak_to_staff(bridge.facts.tongue)
        self._speak()
        self._bridge = bridge
        self._view: DeskView | None = None
        self._entry: StaffEntry | None = None

    @property
    def view(self) -> DeskView | None:
        """The desk, while somebody sits at it."""
        return self._view

    def put_away(self) -> None:
        """Nobody sits here any more."""
        self._leave()
        self.hide()
        self.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the PIN."""
        super().showEvent(event)
        if self._view is None and self._entry is None:
            self._ask()

    def changeEvent(self, event: QEvent) -> None:
        """Nobody but staff sits here: everything is in their language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and spoken() is not spoken_to_staff():
            self._speak()

    def arrange(self) -> None:
        """The desk has the whole room."""
        if self._view is not None:
            self._view.setGeometry(self.room.rect())

    def _speak(self) -> None:
        speak(spoken_to_staff())
        self._typing.speak(spoken_to_staff())
        self.setWindowTitle(self.tr("Interview Kiosk: HR’s desk"))

    def _ask(self) -> None:
        self._entry = entry = StaffEntry(self.room, self._bridge)
        entry.entered.connect(self._enter)
        entry.left.connect(self._refused)
        entry.open()

    def _enter(self, member: StaffMember) -> None:
        entry = self._entry
        if not member.may(Duty.RESULTS):
            self._bridge.dismiss_staff(member.name)
            if entry is not None:
                entry.say(self.tr("Only HR sees what candidates gave."))
            return
        self._entry = None
        if entry is not None:
            entry.left.disconnect(self._refused)
            entry.leave()
        self._sit_down(member)

    def _sit_down(self, member: StaffMember) -> None:
        self._view = view = DeskView(self._bridge, member, self.room)
        view.left.connect(self._get_up)
        view.again_wanted.connect(self._tell_again)
        view.setGeometry(self.room.rect())
        view.show()
        view.open()

    def _tell_again(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.put_away()
            self._speak()
            self._sit_down(view.member)

    def _get_up(self) -> None:
        self._leave()
        self._ask()

    def _leave(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            self._bridge.dismiss_staff(view.member.name)
            view.put_away()

    def _refused(self) -> None:
        """Whoever closes the card does not want to come in."""
        self._entry = None
        self.close()
