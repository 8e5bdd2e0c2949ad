"""What hands do anywhere in the window: five taps in a corner, or nothing for a while. Qt thread only.

Both listen to the window itself: it meets every key and touch once, and nothing else.
"""

import time
from collections import deque

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

TAPS = 5
WITHIN_S = 4.0
CORNER_PX = 96
"""Nothing of any screen can be pressed there."""
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class Knock(QObject):
    """Five quick taps in the top left corner of a window: how staff ask to be let in without a keyboard."""

    heard = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._taps: deque[float] = deque(maxlen=TAPS)

    def listen(self, widget: QWidget) -> None:
        """Begin, as soon as the widget's window is there."""
        _window_of(widget).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen, and take nothing away from whoever the tap is for."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.position()
            if at.x() < CORNER_PX and at.y() < CORNER_PX:
                self._tap(time.monotonic())
        return False

    def _tap(self, now: float) -> None:
        self._taps.append(now)
        if len(self._taps) == TAPS and now - self._taps[0] <= WITHIN_S:
            self._taps.clear()
            self.heard.emit()


class Idleness(QObject):
    """Tells once when nobody has touched the window of a visible widget for ``after_ms``."""

    noticed = Signal()

    def __init__(self, widget: QWidget, after_ms: int) -> None:
        super().__init__(widget)
        self._clock = QTimer(self, interval=after_ms, singleShot=True)
        self._clock.timeout.connect(self.noticed)
        self._clock.start()
        _window_of(widget).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch begins the wait anew."""
        if event.type() in _SIGNS_OF_LIFE and self._clock.isActive():
            self._clock.start()
        return False


def _window_of(widget: QWidget) -> QObject:
    handle = widget.window().windowHandle()
    assert handle is not None, "the window was never shown"
    return handle
