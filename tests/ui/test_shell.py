"""The one window: what stands around every screen."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.masks import Device, MaskReason
from kiosk.flow.staff import MaskRequested
from kiosk.flow.states import Kiosk, Questioning
from tests.ui.fake_station import STAFF, FakeStation
from tests.ui.sitting import sitting
from ui.samples import ANSWERING, RUN, StillStation, kiosks
from ui.widgets.banner import Banner
from ui.widgets.device_chip import DeviceChip
from ui.widgets.rec_badge import RecBadge, RecState

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


def test_what_is_covered_is_drawn_before_the_recorder_says_so(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        person.bridge.tick()
        badge, camera = (person.shell.findChild(kind) for kind in (RecBadge, DeviceChip))
        assert isinstance(badge, RecBadge)
        assert isinstance(camera, DeviceChip)
        before = badge.state
        with qtbot.assertNotEmitted(person.bridge.ticked):
            station.happens(MaskRequested(Device.CAMERA, MaskReason.PRIVACY, STAFF))
        assert (before, badge.state) == (RecState.RECORDING, RecState.CAMERA_COVERED)
        assert camera.accessibleName() == "Camera covered"
