"""The set-up's window, run to its end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.domain.set_up import SetUpEnd
from kiosk.ports.setting_up import SettingUp
from ui.application import BEAT_MS, FIRST_SIZE, SMALLEST_SIZE, application, ended_by_signals, put_up
from ui.setup.window import SetUpWindow
from ui.theme.tokens import theme_for
from ui.theme.wardrobe import wear


def run_set_up(
    station: SettingUp, beat: Callable[[int], None], *, fullscreen: bool, begin_at: int = 0
) -> SetUpEnd | None:
    """Show it until somebody leaves; ``None`` when the program was told to stop. Main thread only.

    ``beat`` is called with the window's number for as long as the screen answers.
    """
    app = application()
    window = SetUpWindow(station, begin_at=begin_at)
    wear(app, theme_for(*FIRST_SIZE, window.appearance))
    window.setMinimumSize(*SMALLEST_SIZE)
    window.resize(*FIRST_SIZE)
    ends: list[SetUpEnd] = []
    window.ended.connect(ends.append)
    window.ended.connect(lambda _end: app.exit(0))
    heart = QTimer(window, interval=BEAT_MS)
    heart.timeout.connect(lambda: beat(int(window.winId())))
    heart.start()
    with ended_by_signals(app):
        put_up(window, fullscreen=fullscreen)
        app.exec()
    window.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return ends[0] if ends else None
