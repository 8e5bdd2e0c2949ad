"""A camera is pulled out and plugged in again: alarm within 3 s, picture back within 5 s."""

import time

import pytest

from capture.camera import OpenCVCamera
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import Quality
from tests.devices import FakeListener, eventually
from tests.mjpeg import MjpegCamera

QUALITY = Quality("small", 320, 180, 30)
ALARM_S = 3.0
BACK_S = 5.0
LOOPS = 2

pytestmark = pytest.mark.slow


def test_an_unplugged_camera_is_told_and_comes_back(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    for loop in range(1, LOOPS + 1):
        unplugged_s = time.monotonic()
        network_camera.unplug()
        eventually(lambda: len(listener.faults) == loop)  # noqa: B023 - called before the next turn
        assert listener.faults[-1][0] - unplugged_s < ALARM_S
        plugged_s = time.monotonic()
        network_camera.plug()
        eventually(lambda: len(listener.clearings) == loop)  # noqa: B023 - called before the next turn
        assert listener.frames[-1][0] - plugged_s < BACK_S
    camera.close()
    assert {fault.code for _, fault in listener.faults} == {FaultCode.CAMERA_LOST}
    assert {code for _, code in listener.clearings} == {FaultCode.CAMERA_LOST}
