"""What a station says of its devices."""

import pytest

from kiosk.domain.ids import SessionId, short
from kiosk.domain.recording import DeviceChoice


@pytest.mark.parametrize("simulated", ["sim", "sim:unplug@12+5"])
def test_one_simulated_device_is_enough_to_say_so(simulated: str) -> None:
    assert DeviceChoice("0", simulated, "speakers").simulated
    assert DeviceChoice(simulated, "mic", "speakers").simulated
    assert DeviceChoice("0", "mic", simulated).simulated


def test_real_devices_are_not_simulated() -> None:
    assert not DeviceChoice("/dev/video0", "simple microphone", "speakers").simulated


def test_people_see_eight_digits() -> None:
    assert short(SessionId("0123456789abcdef" * 2)) == "01234567"
