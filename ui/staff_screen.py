"""Which screen the staff's window is on, and what happens when that screen is plugged in or out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.staff_window import StaffWindow

ANY = "second"
"""Any screen but the one that candidates see."""


class StaffScreen(QObject):
    """Keeps the window where ``wanted`` says: the screen's name, or ``second``. Lives as long as its parent.

    Where that screen is missing there is no window: it would lie over the interview.
    """

    def __init__(
        self, app: QGuiApplication, wanted: str, shell: QWidget, open_window: Callable[[QScreen], StaffWindow]
    ) -> None:
        super().__init__(app)
        self._app, self._wanted, self._shell, self._open_window = app, wanted, shell, open_window
        self._window: StaffWindow | None = None
        self._on: QScreen | None = None
        app.screenAdded.connect(self._look)
        app.screenRemoved.connect(self._look)
        self._look()

    @property
    def window(self) -> StaffWindow | None:
        """The window, while there is a screen for it."""
        return self._window

    def close(self) -> None:
        """The program ends."""
        self._app.screenAdded.disconnect(self._look)
        self._app.screenRemoved.disconnect(self._look)
        self._put_away()

    def _look(self) -> None:
        screen = chosen(self._wanted, self._app.screens(), self._shell.screen())
        if screen is self._on:
            return
        self._put_away()
        self._on = screen
        if screen is not None:
            self._window = self._open_window(screen)

    def _put_away(self) -> None:
        window, self._window, self._on = self._window, None, None
        if window is not None:
            window.put_away()


def chosen(wanted: str, screens: Sequence[QScreen], candidates: QScreen) -> QScreen | None:
    """The screen for staff; never the one that candidates see."""
    others = (screen for screen in screens if screen is not candidates)
    return next((screen for screen in others if wanted in (ANY, screen.name())), None)
