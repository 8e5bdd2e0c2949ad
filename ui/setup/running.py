"""The set-up's window, run to its end."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.domain.set_up import SetUpEnd
from kiosk.ports.setting_up import SettingUp
from ui.application import BEAT_MS, FIRST_SIZE, SMALLEST_SIZE, application, ended_by_signals, put_up
from ui.setup.window import SetUpWindow
from ui.theme.tokens import theme_for
from ui.theme.wardrobe import wear
from ui.touches import Idleness


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is shown."""

    beat: Callable[[int], None]
    """Called with the window's number for as long as the screen answers."""
    fullscreen: bool
    untouched_ms: int | None = None
    """After so long without a touch it is left as by "later"."""


def run_set_up(station: SettingUp, manner: Manner, *, begin_at: int = 0) -> SetUpEnd | None:
    """Show it until somebody leaves; ``None`` when the program was told to stop. Main thread only."""
    app = application()
    window = SetUpWindow(station, begin_at=begin_at)
    wear(app, theme_for(*FIRST_SIZE, window.appearance))
    window.setMinimumSize(*SMALLEST_SIZE)
    window.resize(*FIRST_SIZE)
    ends: list[SetUpEnd] = []
    window.ended.connect(ends.append)
    window.ended.connect(lambda _end: app.exit(0))
    heart = QTimer(window, interval=BEAT_MS)
    heart.timeout.connect(lambda: manner.beat(int(window.winId())))
    heart.start()
    with ended_by_signals(app):
        put_up(window, fullscreen=manner.fullscreen)
        if manner.untouched_ms is not None:
            Idleness(window, manner.untouched_ms).noticed.connect(lambda: window.ended.emit(SetUpEnd.LATER))
        app.exec()
    window.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return ends[0] if ends else None
