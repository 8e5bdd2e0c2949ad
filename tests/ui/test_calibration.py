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
    """Notes when a panel is painted and whether it is bright then."""

    def __init__(self, panel: FlashPanel) -> None:
        super().__init__()
        self.seen: list[tuple[float, bool]] = []
        self._panel = panel
        panel.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.seen.append((time.monotonic(), self._panel.lit))
        return False


def test_it_flashes_with_the_programme(qtbot: QtBot) -> None:
    screen = CalibrationScreen()
    qtbot.addWidget(screen)
    screen.resize(*SIZE)
    screen.show()
    onlooker = Onlooker(screen.panel)
    began_s = time.monotonic() - FLASHES_S[1] - FLASH_S  # two flashes are over, then it follows the clock
    screen.show_snapshot(FakeStation(Calibrating(RUN, began_s)).snapshot())
    changes = 2 * len(FLASHES_S[2:])
    qtbot.waitUntil(lambda: len([lit for at_s, lit in onlooker.seen if at_s > began_s + 1.5]) == changes)
    seen = [(at_s - began_s, lit) for at_s, lit in onlooker.seen if at_s > began_s + 1.5]
    assert [lit for _, lit in seen] == [True, False] * 2
    due_s = [start_s + more_s for start_s in FLASHES_S[2:] for more_s in (0.0, FLASH_S)]
    assert all(at_s >= wanted_s - 0.001 for (at_s, _), wanted_s in zip(seen, due_s, strict=True))


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
