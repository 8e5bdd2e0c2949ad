"""A camera stops sending without a word: alarm within 3 s, and nobody waits for it."""

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
CLOSING_S = 4.0

pytestmark = pytest.mark.slow


def test_a_stalled_camera_is_told_and_comes_back(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    stalled_s = time.monotonic()
    network_camera.stalled.set()
    eventually(lambda: listener.faults)
    assert listener.faults[0][0] - stalled_s < ALARM_S
    assert listener.faults[0][1].code is FaultCode.CAMERA_LOST
    resumed_s = time.monotonic()
    network_camera.stalled.clear()
    eventually(lambda: listener.clearings)
    assert listener.frames[-1][0] - resumed_s < BACK_S
    camera.close()


def test_closing_does_not_wait_for_a_stalled_camera(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    network_camera.stalled.set()
    time.sleep(0.5)
    closing_s = time.monotonic()
    camera.close()
    assert time.monotonic() - closing_s < CLOSING_S
