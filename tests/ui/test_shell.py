"""The one window: what stands around every screen."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.flow.states import Kiosk
from tests.ui.sitting import sitting
from ui.samples import StillStation, kiosks
from ui.widgets.banner import Banner

SIZES = [(1280, 720), (1920, 1080), (1080, 1920)]


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_fills_the_window_below_the_top_line(size: tuple[int, int], qtbot: QtBot) -> None:
    for name, kiosk in kiosks():
        with sitting(qtbot, StillStation(kiosk), size) as person:
            top_left = person.screen.mapTo(person.shell, person.screen.rect().topLeft())
            assert person.screen.width() == size[0], name
            assert top_left.x() == 0, name
            assert top_left.y() + person.screen.height() == size[1], name


@pytest.mark.parametrize("simulated", [True, False])
def test_simulated_devices_are_announced_and_only_they(simulated: bool, qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(Kiosk(), simulated=simulated)) as person:
        banner = person.shell.findChild(Banner, "simulated")
        assert (banner is not None and banner.isVisible()) is simulated
