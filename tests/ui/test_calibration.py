"""The screen flashes when the sound says so, and not where nothing may move."""

import time

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from kiosk.domain.calibration import FLASH_S, FLASHES_S
from kiosk.flow.events import CalibrationSkipped
from kiosk.flow.states import Calibrating
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import STILL, sitting
from ui.samples import RUN
from ui.screens.calibration import CalibrationScreen, FlashPanel
from ui.theme.tokens import Appearance

SIZE = (1024, 720)


class Onlooker(QObject):
    """Notes when a panel is first painted bright after dark, or dark after bright."""

    def __init__(self, panel: FlashPanel) -> None:
        super().__init__()
        self.seen: list[tuple[float, bool]] = []
        self._panel = panel
        self._was_lit = panel.lit
        panel.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and self._panel.lit is not self._was_lit:
            self._was_lit = self._panel.lit
            self.seen.append((time.monotonic(), self._panel.lit))
        return False


def test_it_flashes_with_the_programme(qtbot: QtBot) -> None:
    screen = CalibrationScreen()
    qtbot.addWidget(screen)
    screen.resize(*SIZE)
    with qtbot.waitExposed(screen):
        screen.show()
    onlooker = Onlooker(screen.panel)
    began_s = time.monotonic()
    screen.show_snapshot(FakeStation(Calibrating(RUN, began_s)).snapshot())
    qtbot.waitUntil(lambda: len(onlooker.seen) == 2 * len(FLASHES_S))
    assert [lit for _, lit in onlooker.seen] == [True, False] * len(FLASHES_S)
    due_s = [start_s + more_s for start_s in FLASHES_S for more_s in (0.0, FLASH_S)]
    assert all(
        at_s - began_s >= wanted_s - 0.001 for (at_s, _), wanted_s in zip(onlooker.seen, due_s, strict=True)
    )


def test_a_lit_panel_is_bright_and_another_dark(qtbot: QtBot) -> None:
    panel = FlashPanel()
    qtbot.addWidget(panel)
    panel.resize(200, 200)
    lightness = []
    for lit in (True, False):
        panel.shine(lit=lit)
        lightness.append(panel.grab().toImage().pixelColor(100, 100).lightness())
    assert lightness[0] > 250
    assert lightness[1] < 20


def test_where_nothing_may_move_it_asks_to_be_left_out(qtbot: QtBot) -> None:
    station = FakeStation(Calibrating(RUN))
    with sitting(qtbot, station, SIZE, STILL):
        qtbot.waitUntil(lambda: CalibrationSkipped() in station.posted)


def test_otherwise_it_waits_for_the_sound(qtbot: QtBot) -> None:
    station = FakeStation(Calibrating(RUN))
    with sitting(qtbot, station, SIZE, Appearance()) as person:
        qtbot.wait(100)
        assert station.posted == []
        assert isinstance(person.screen, CalibrationScreen)
        assert not person.screen.panel.lit
