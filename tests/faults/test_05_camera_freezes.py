"""Row 5: a camera stops sending, or sends the same picture again and again; the sound never notices."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.camera import OpenCVCamera
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice, Quality
from tests.devices import FakeListener
from tests.mjpeg import CameraProcess, MjpegCamera
from tests.trouble.counts import often
from tests.trouble.outages import Injury, record_with_outages

QUALITY = Quality("small", 320, 180, 30)
STALLED_S = 3.0
FROZEN_S = 12.0
BACK_S = 5.0
CLOSING_S = 4.0
BUSY = 2400
"""Samples that a machine busy with other tests may miss; sound that waits for a camera misses many more."""

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(3600)]


@pytest.fixture
def camera() -> Iterator[CameraProcess]:
    camera = CameraProcess()
    camera.plug()
    yield camera
    camera.unplug()


def test_a_stalled_camera_is_told_and_comes_back_and_no_sound_is_lost(
    camera: CameraProcess, tmp_path: Path
) -> None:
    injury = Injury(FaultCode.CAMERA_LOST, camera.stall, camera.resume)
    outages, recording = record_with_outages(
        tmp_path, DeviceChoice(camera.url), injury, often(100, usually=1)
    )
    assert max(outage.alarm_s for outage in outages) <= STALLED_S
    assert max(outage.back_s for outage in outages) <= BACK_S
    assert recording.segments[0].audio_lost_samples <= BUSY


def test_a_frozen_camera_is_told_and_no_sound_is_lost(camera: CameraProcess, tmp_path: Path) -> None:
    injury = Injury(FaultCode.CAMERA_FROZEN, camera.freeze, camera.move)
    outages, recording = record_with_outages(tmp_path, DeviceChoice(camera.url), injury, often(30, usually=1))
    assert max(outage.alarm_s for outage in outages) <= FROZEN_S
    assert max(outage.back_s for outage in outages) <= BACK_S
    assert recording.segments[0].audio_lost_samples <= BUSY


def test_closing_does_not_wait_for_a_stalled_camera(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    network_camera.stalled.set()
    time.sleep(0.5)
    closing_s = time.monotonic()
    camera.close()
    assert time.monotonic() - closing_s < CLOSING_S
