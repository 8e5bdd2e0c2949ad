"""Row 4: a camera is pulled out and plugged in again while it is recorded; the sound never notices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice, GapCause
from tests.mjpeg import CameraProcess
from tests.trouble.counts import often
from tests.trouble.outages import Injury, record_with_outages

ALARM_S = 3.0
BACK_S = 5.0
COUNT = often(100, usually=2)
BUSY = 2400
"""Samples that a machine busy with other tests may miss; sound that waits for a camera misses many more."""

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(3600)]


@pytest.fixture
def camera() -> Iterator[CameraProcess]:
    camera = CameraProcess()
    camera.plug()
    yield camera
    camera.unplug()


def test_an_unplugged_camera_is_told_and_comes_back_and_no_sound_is_lost(
    camera: CameraProcess, tmp_path: Path
) -> None:
    injury = Injury(FaultCode.CAMERA_LOST, camera.unplug, camera.plug, lasts_s=2.5)
    outages, recording = record_with_outages(tmp_path, DeviceChoice(camera.url), injury, COUNT)
    assert max(outage.alarm_s for outage in outages) <= ALARM_S
    assert max(outage.back_s for outage in outages) <= BACK_S
    (segment,) = recording.segments
    assert segment.audio_lost_samples <= BUSY
    assert segment.audio_samples == segment.frames * 1600
    assert [gap.cause for gap in recording.gaps] == [GapCause.CAMERA_LOST] * COUNT
    assert all(gap.painted for gap in recording.gaps)
