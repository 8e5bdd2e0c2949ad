"""The booth measures itself: a camera that stamps its pictures late is found out and corrected."""

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from capture.calibrator import Calibrator
from capture.sources import CameraFrame
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.facts import (
    DevicesOpened,
    RecordingFinished,
    RecordingStarted,
    SoundStarted,
    SyncMeasured,
    SyncNotMeasured,
)
from tests.recorders import SESSION, SIM, SMALL, eventually, recorder_booth


def frame(captured_ns: int) -> CameraFrame:
    return CameraFrame(np.zeros((12, 8), np.uint8), captured_ns, 0)


def test_pictures_pass_unchanged_until_something_is_to_be_corrected() -> None:
    calibrator, picture = Calibrator(), frame(1_000_000_000)
    assert calibrator.seen(picture) is picture
    calibrator.correct(80.0)
    assert calibrator.seen(picture).captured_ns == 920_000_000


@pytest.mark.slow
@pytest.mark.parametrize("late_ms", [80, -50])
def test_a_late_camera_is_found_out(late_ms: int) -> None:
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(DeviceChoice(camera=f"sim:late={late_ms}"))
        heard.wait_for(DevicesOpened)
        client.calibrate()
        assert heard.wait_for(SoundStarted).name == "calibration"
        found = heard.wait_for(SyncMeasured)
    assert found.picture_late_ms == pytest.approx(late_ms, abs=5)
    assert found.flashes == 4
    assert heard.when(SyncMeasured) - heard.when(SoundStarted) < 3.0


@pytest.mark.slow
def test_what_was_found_is_corrected_in_the_recording_and_said_with_it(tmp_path: Path) -> None:
    order = RecordingOrder(SESSION, str(tmp_path), "Booth 3", SMALL, picture_late_ms=100.0)
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(DeviceChoice(camera="sim:late=100"))
        heard.wait_for(DevicesOpened)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        eventually(lambda: (status := client.status()) and status.position_s > 3.5)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert recording.segments[0].picture_late_ms == 100.0
    late_ms = offsets_ms(tmp_path / recording.file)
    assert len(late_ms) >= 2
    assert max(map(abs, late_ms)) < 34 + 5, late_ms


def offsets_ms(path: Path) -> list[float]:
    """By how much each second's flash in a finished file comes after its beep."""
    with av.open(str(path)) as container:
        pictures = [(float(f.time), f.to_ndarray(format="gray")) for f in container.decode(video=0)]
    with av.open(str(path)) as container:
        sound = np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])
    height, width = pictures[0][1].shape
    lamp = (slice(height * 2 // 10, height // 2), slice(width * 6 // 10, width * 9 // 10))
    lit = [(at, picture[lamp].mean() > 230) for at, picture in pictures]
    flashes = [now[0] for before, now in pairwise(lit) if now[1] and not before[1]]
    loud = np.abs(sound) > 0.03
    beeps = [at / 48_000 for at in np.flatnonzero(loud) if not loud[max(0, at - 4800) : at].any()]
    return [1000 * min((flash - beep for beep in beeps), key=abs) for flash in flashes[1:]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("devices", "reason"),
    [
        (DeviceChoice(loudspeaker="sim:absent"), "a device is missing"),
        (DeviceChoice(microphone="sim:silence"), "not seen and heard clearly"),
    ],
)
def test_a_booth_that_cannot_be_measured_says_why(devices: DeviceChoice, reason: str) -> None:
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(devices)
        heard.wait_for(DevicesOpened)
        client.calibrate()
        assert reason in heard.wait_for(SyncNotMeasured).reason


@pytest.mark.slow
def test_nothing_covered_is_looked_at() -> None:
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        client.mask(Masks(camera=MaskReason.PRIVACY))
        client.calibrate()
        assert "covered" in heard.wait_for(SyncNotMeasured).reason
