"""Whether the candidate is being recorded: always on the screen, in a word and a breathing dot."""

import math
import time
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon
from ui.theme.wardrobe import current
from ui.widgets.chip import Chip, Label
from ui.widgets.paint import fill, tinted
from ui.widgets.text import Tone

_BREATH_S = 1.0
_FRAME_MS = 50


class RecState(StrEnum):
    """What the badge can say."""

    OFF = "off"
    RECORDING = "recording"
    PAUSED = "paused"
    CAMERA_COVERED = "camera_covered"
    MICROPHONE_COVERED = "microphone_covered"


class RecBadge(Chip):
    """The REC badge. The dot breathes once a second while recording; it is still under reduced motion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Label(Icon.STOP, "", Tone.QUIET), parent)
        self._state = RecState.OFF
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._breathe)
        self.show_state(RecState.OFF)

    @property
    def state(self) -> RecState:
        """What the badge says now."""
        return self._state

    def show_state(self, state: RecState) -> None:
        """Say this state."""
        self._state = state
        self.show_label(self._label_of(state))
        self._run_clock()

    def showEvent(self, event: QShowEvent) -> None:
        """Breathe only while visible."""
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold still."""
        super().hideEvent(event)
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Start or stop moving when the theme says so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._run_clock()

    def draw_sign(self, painter: QPainter, spot: QRectF, colour: str) -> None:
        """A dot while a recording runs, an icon otherwise."""
        if self._state is not RecState.RECORDING:
            super().draw_sign(painter, spot, colour)
            return
        breath = self._breath()
        halo, dot = spot.width() * (0.34 + 0.16 * breath), spot.width() * 0.3
        centre = spot.center()
        fill(painter, _square(centre.x(), centre.y(), halo), halo, tinted(colour, 0.28))
        fill(painter, _square(centre.x(), centre.y(), dot), dot, colour)

    def _label_of(self, state: RecState) -> Label:
        match state:
            case RecState.OFF:
                return Label(Icon.STOP, self.tr("Not recording"), Tone.QUIET)
            case RecState.RECORDING:
                return Label(Icon.STOP, self.tr("Recording"), Tone.RECORDING)
            case RecState.PAUSED:
                return Label(Icon.PAUSE, self.tr("Paused"), Tone.ATTENTION)
            case RecState.CAMERA_COVERED:
                return Label(Icon.CAMERA_OFF, self.tr("Recording sound only"), Tone.ATTENTION)
            case RecState.MICROPHONE_COVERED:
                return Label(Icon.MICROPHONE_OFF, self.tr("Recording picture only"), Tone.ATTENTION)

    def _breath(self) -> float:
        """0 to 1 and back once a second."""
        if not self._clock.isActive():
            return 0.6
        return 0.5 - 0.5 * math.cos(2 * math.pi * time.monotonic() / _BREATH_S)

    def _breathe(self) -> None:
        self.update()

    def _run_clock(self) -> None:
        if self._state is RecState.RECORDING and self.isVisible() and current().moves:
            self._clock.start()
        else:
            self._clock.stop()


def _square(x: float, y: float, radius: float) -> QRectF:
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
