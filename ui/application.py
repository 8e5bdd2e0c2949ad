"""The Qt application around the one window; ends cleanly on SIGTERM and SIGINT."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ports.station import Station
from ui.bridge import Bridge
from ui.shell import Shell
from ui.staff_screen import StaffScreen
from ui.staff_window import StaffWindow
from ui.theme.tokens import theme_for
from ui.theme.wardrobe import wear
from ui.visitor import Visitor

FIRST_SIZE = (1280, 720)
SMALLEST_SIZE = (1024, 720)
BEAT_MS = 2000
FOR_SET_UP = 3
"""The kiosk is left for the set-up; whoever ran it shows that, and then the kiosk again."""
_NOT_WANTED = "qt.multimedia.symbolsresolver=false"
"""Qt complains that PipeWire is not there, with which it would film screens; it never does that here."""


def run(
    station: Station,
    *,
    fullscreen: bool,
    visitor: Visitor | None = None,
    staff_screen: str = "",
    beat: Callable[[int], None] | None = None,
) -> int:
    """Show the station until the program is told to stop; answers the exit code, or ``FOR_SET_UP``.

    Full screen, no key and no button closes the window. ``staff_screen`` names the screen for staff, if they
    have one. ``beat`` is called with the window's number every two seconds for as long as the screen answers.
    Call it on the main thread.
    """
    app = application()
    bridge = Bridge(station)
    width, height = FIRST_SIZE
    shell = Shell(bridge, closable=not fullscreen)
    wear(app, theme_for(width, height, shell.appearance))
    shell.setMinimumSize(*SMALLEST_SIZE)
    shell.resize(width, height)
    shell.set_up_wanted.connect(lambda: app.exit(FOR_SET_UP))
    with ended_by_signals(app):
        put_up(shell, fullscreen=fullscreen)
        bridge.start()
        beside = _beside(app, station, staff_screen, shell) if staff_screen else None
        if visitor is not None:
            visitor.sit_down(shell, app.exit)
        if beat is not None:
            _let_beat(shell, beat)
        code = app.exec()
    if beside is not None:
        beside.close()
    bridge.close()
    shell.hide()
    shell.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return int(code)


def _let_beat(shell: Shell, beat: Callable[[int], None]) -> None:
    """At once, and from then on for as long as the event loop runs."""
    heart = QTimer(shell, interval=BEAT_MS)
    heart.timeout.connect(lambda: beat(int(shell.winId())))
    heart.start()
    QTimer.singleShot(0, shell, lambda: beat(int(shell.winId())))


def _beside(app: QApplication, station: Station, wanted: str, shell: Shell) -> StaffScreen:
    def open_window(screen: QScreen) -> StaffWindow:
        window = StaffWindow(Bridge(station))
        window.keyboard_returned.connect(shell.activateWindow)
        window.open_on(screen)
        return window

    return StaffScreen(app, wanted, shell, open_window)


def put_up(window: QWidget, *, fullscreen: bool) -> None:
    """Show a window over the whole screen or among others, and give it the keyboard."""
    if fullscreen:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(window.screen().geometry())  # without a window manager nobody else does
        window.showFullScreen()
    else:
        window.show()
    window.activateWindow()  # gives the window the keyboard where no window manager does


def application() -> QApplication:
    """The one there is, or a new one."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    # Without this Qt Multimedia turns pictures by OpenGL, which takes a second each where there is no GPU.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
    QLoggingCategory.setFilterRules(_NOT_WANTED)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("interview-kiosk")
    app.setApplicationDisplayName("Interview Kiosk")
    return app


@contextmanager
def ended_by_signals(app: QApplication) -> Iterator[None]:
    """SIGTERM and SIGINT leave the event loop; closing windows instead could be refused."""

    def leave(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, app, lambda: app.exit(0))  # also when the loop has not begun yet

    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, leave) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
