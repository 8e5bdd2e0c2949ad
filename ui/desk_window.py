"""The desk in a window of its own: a PIN first, then the desk, then the PIN again."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.staff import Duty, StaffMember
from kiosk.ports.station import Station
from ui.application import FIRST_SIZE, SMALLEST_SIZE, application, ended_by_signals
from ui.bridge import Bridge
from ui.desk.desk import DeskView
from ui.overlays.staff_entry import StaffEntry
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import current, wear
from ui.tongue.spoken import speak
from ui.widgets.paint import painter_on

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


class DeskWindow(QWidget):
    """Asks who is there; only those whose task the results are get any further."""

    def __init__(self, bridge: Bridge, appearance: Appearance = _QUIET) -> None:
        super().__init__()
        speak(bridge.facts.tongue)
        self.setWindowTitle(self.tr("Interview Kiosk: HR’s desk"))
        self._bridge, self._appearance = bridge, appearance
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is measured by the window."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, theme_for(self.width(), self.height(), self._appearance))
        if self._view is not None:
            self._view.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = painter_on(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()

    def _ask(self) -> None:
        self._entry = entry = StaffEntry(self, self._bridge)
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
        self._view = view = DeskView(self._bridge, member, self)
        view.left.connect(self._get_up)
        view.setGeometry(self.rect())
        view.show()
        view.open()

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
