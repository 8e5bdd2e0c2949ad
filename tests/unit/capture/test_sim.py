"""The simulated devices: what newcomers see and hear first, and what every recording is measured by."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from capture.devices import StationDevices
from capture.errors import DeviceMissingError
from capture.sim.camera import FLASH_FRAMES, SimCamera
from capture.sim.loudspeaker import SimLoudspeaker
from capture.sim.microphone import SimMicrophone, Speaking
from capture.sim.script import Script, Trouble, TroubleKind, read_script
from capture.sources import SAMPLE_RATE, CameraFrame
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import Quality
from tests.devices import FakeListener, eventually, file_of_tone

SMALL = Quality("small", 320, 180, 30)
SECOND_NS = 1_000_000_000
BRIGHTER = 8


def brightness(frame: CameraFrame) -> float:
    return float(frame.planes[: SMALL.height].mean())


def delivered(choice: str, *, frames: int) -> FakeListener:
    listener = FakeListener()
    camera = StationDevices().camera(choice, SMALL, listener.see, listener)
    camera.open()
    eventually(lambda: len(listener.frames) >= frames or listener.faults)
    camera.close()
    return listener


def test_the_lamp_flashes_on_every_whole_second_and_only_then() -> None:
    listener = FakeListener()
    camera = SimCamera(SMALL, listener.see)
    camera.open()
    eventually(lambda: len(listener.frames) >= 65)
    camera.close()
    frames = [frame for _, frame in listener.frames]
    dark = float(np.median([brightness(frame) for frame in frames]))
    for frame in frames:
        since_ns = frame.captured_ns % SECOND_NS
        lit = since_ns < FLASH_FRAMES * SECOND_NS // SMALL.fps - 1_000_000
        assert (brightness(frame) > dark + BRIGHTER) == lit


def test_the_beep_begins_on_the_whole_second_to_the_sample() -> None:
    listener = FakeListener()
    microphone = SimMicrophone(listener.hear)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 210)
    microphone.close()
    onsets = [
        first_ns + int(np.argmax(np.abs(block) > 0.03)) * SECOND_NS // SAMPLE_RATE
        for first_ns, block in listener.blocks
        if first_ns % SECOND_NS < 10_000_000
    ]
    assert len(onsets) >= 2
    assert all(onset % SECOND_NS == 0 for onset in onsets)


def test_blocks_follow_each_other_without_a_hole() -> None:
    listener = FakeListener()
    microphone = SimMicrophone(listener.hear)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 30)
    microphone.close()
    starts = [first_ns for first_ns, _ in listener.blocks]
    assert set(np.diff(starts)) == {10_000_000}


def test_every_picture_differs_from_the_one_before() -> None:
    listener = delivered("sim", frames=20)
    pictures = [frame.planes for _, frame in listener.frames]
    assert all((a != b).any() for a, b in pairwise(pictures))
    assert pictures[0].shape == (270, 320)


def test_the_candidate_says_what_it_is_told(tmp_path: Path) -> None:
    listener = FakeListener()
    microphone = StationDevices().microphone("sim", listener.hear, listener)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 5)
    quiet = np.median([np.abs(block).max() for _, block in listener.blocks])
    assert isinstance(microphone, Speaking)
    microphone.say(file_of_tone(tmp_path / "answer.wav", 0.5, rate_hz=22_050))
    eventually(lambda: len(listener.blocks) >= 30)
    microphone.close()
    loud = sum(np.abs(block).max() > 0.2 for _, block in listener.blocks)
    assert quiet < 0.01
    assert 15 <= loud <= 51


def test_a_fast_clock_delivers_more_samples_than_time_allows() -> None:
    listener = FakeListener()
    microphone = SimMicrophone(listener.hear, drift_ppm=20_000)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 60)
    microphone.close()
    elapsed_ns = listener.blocks[50][0] - listener.blocks[0][0]
    samples = sum(len(block) for _, block in listener.blocks[:50])
    assert samples / (elapsed_ns / SECOND_NS) == pytest.approx(SAMPLE_RATE * 1.02, rel=1e-6)


def test_a_simulated_loudspeaker_plays_in_real_time() -> None:
    loudspeaker = SimLoudspeaker()
    loudspeaker.play(np.zeros(4800, np.float32))
    assert loudspeaker.position() < 4800
    eventually(lambda: loudspeaker.position() == 4800)


def test_a_stopped_sound_stays_where_it_was() -> None:
    loudspeaker = SimLoudspeaker()
    loudspeaker.play(np.zeros(SAMPLE_RATE * 60, np.float32))
    loudspeaker.stop()
    stopped_at = loudspeaker.position()
    assert stopped_at < SAMPLE_RATE * 60
    assert loudspeaker.position() == stopped_at


def test_a_script_is_read_from_the_choice() -> None:
    assert read_script("sim") == Script()
    assert read_script("sim:unplug@12+5,freeze@30,slow,drift=-200") == Script(
        (
            Trouble(TroubleKind.UNPLUG, 12, 17),
            Trouble(TroubleKind.FREEZE, 30),
            Trouble(TroubleKind.SLOW),
        ),
        drift_ppm=-200,
    )


@pytest.mark.parametrize("choice", ["sim:explode", "sim:unplug@", "sim:unplug@-1", "sim:Unplug"])
def test_a_script_nobody_understands_is_refused(choice: str) -> None:
    with pytest.raises(DeviceMissingError, match="it knows"):
        read_script(choice)


def test_an_absent_camera_cannot_be_opened() -> None:
    listener = FakeListener()
    camera = StationDevices().camera("sim:absent", SMALL, listener.see, listener)
    with pytest.raises(DeviceMissingError):
        camera.open()


def test_an_unplugged_camera_says_so_and_comes_back() -> None:
    listener = FakeListener()
    camera = StationDevices().camera("sim:unplug@0.2+0.3", SMALL, listener.see, listener)
    camera.open()
    eventually(lambda: listener.clearings)
    camera.close()
    (_, fault), (_, code) = listener.faults[0], listener.clearings[0]
    assert (fault.code, code) == (FaultCode.CAMERA_LOST, FaultCode.CAMERA_LOST)


def test_a_frozen_camera_repeats_one_picture() -> None:
    pictures = [frame.planes for _, frame in delivered("sim:freeze", frames=5).frames]
    assert all((picture == pictures[0]).all() for picture in pictures)


def test_a_covered_camera_is_black() -> None:
    assert all(brightness(frame) == 0 for _, frame in delivered("sim:black", frames=3).frames)


def test_a_slow_camera_leaves_pictures_out() -> None:
    sequences = [frame.sequence for _, frame in delivered("sim:slow", frames=4).frames]
    assert all(later - earlier >= 3 for earlier, later in pairwise(sequences))


@pytest.mark.parametrize(("choice", "least", "most"), [("silence", 0, 0), ("noise", 0.1, 0.3)])
def test_a_troubled_microphone_sounds_like_it(choice: str, least: float, most: float) -> None:
    listener = FakeListener()
    microphone = StationDevices().microphone(f"sim:{choice}", listener.hear, listener)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 10)
    microphone.close()
    assert least <= listener.loudness() <= most
