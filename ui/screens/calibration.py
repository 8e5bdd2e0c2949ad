"""Two seconds in which the screen flashes with the loudspeaker's chirps; dark otherwise, so that it shows."""

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.calibration import FLASH_S, FLASHES_S
from kiosk.flow.events import CalibrationSkipped
from kiosk.flow.states import Calibrating
from kiosk.ports.station import Snapshot
from ui.screens.screen import Screen
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import painter_on
from ui.widgets.text import Text, Tone

_DARK, _BRIGHT = "#0b0d0e", "#ffffff"
"""The same in every theme: the camera has to tell them apart."""


class FlashPanel(QWidget):
    """Most of the screen, dark or bright."""

    def __init__(self) -> None:
        super().__init__()
        self.lit = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The screen flashes"))

    def shine(self, *, lit: bool) -> None:
        """Change at once, not with the next round of painting."""
        self.lit = lit
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour, in the theme's shape."""
        painter = painter_on(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_BRIGHT if self.lit else _DARK))
        radius = current().radius
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()


class CalibrationScreen(Screen):
    """Says what happens, then only shines. Where nothing may move it asks to be left out."""

    fills = True

    def __init__(self) -> None:
        super().__init__()
        self.panel = FlashPanel()
        self._begun = False
        self.column.add(
            Text(self.tr("Please look at the screen for two seconds"), Type.HEADING),
            Text(self.tr("We are matching picture and sound."), Type.LEAD, Tone.QUIET),
        )
        self.column.add(self.panel, stretch=1)

    def widest(self, theme: Theme) -> int:
        """The more of the screen shines, the surer the camera sees it."""
        return theme.column * 2

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Flash as soon as it is known when."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Calibrating)
        if not current().moves:
            QTimer.singleShot(0, self, lambda: self.wish(CalibrationSkipped()))
        elif scene.sound_from_mono_s is not None and not self._begun:
            self._begun = True
            for at_s in FLASHES_S:
                self._shine_at(scene.sound_from_mono_s + at_s, lit=True)
                self._shine_at(scene.sound_from_mono_s + at_s + FLASH_S, lit=False)

    def _shine_at(self, mono_s: float, *, lit: bool) -> None:
        timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self.panel.shine(lit=lit))
        timer.start(max(0, round(1000 * (mono_s - time.monotonic()))))
