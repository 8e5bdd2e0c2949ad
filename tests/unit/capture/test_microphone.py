"""Microphones behind a real sound server, a file in place of one, and the arithmetic of arrival times."""

from pathlib import Path

import numpy as np
import pytest

from capture.errors import DeviceError, DeviceMissingError
from capture.loudspeaker import SoundDeviceLoudspeaker
from capture.microphone import ArrivalClock, FileMicrophone, SoundDeviceMicrophone
from capture.sources import SAMPLE_RATE
from tests.devices import FakeListener, SoundBooth, eventually, file_of_tone

MS = 1_000_000


@pytest.mark.slow
def test_what_the_loudspeaker_plays_the_microphone_hears_when_it_said(sound_booth: SoundBooth) -> None:
    listener = FakeListener()
    loudspeaker = SoundDeviceLoudspeaker("booth-speaker", listener)
    microphone = SoundDeviceMicrophone("booth-mic", listener.hear, listener)
    loudspeaker.open()
    microphone.open()
    click = np.zeros(SAMPLE_RATE // 2, np.float32)
    click[0] = 0.9
    played_ns = loudspeaker.play(click)
    eventually(lambda: loudspeaker.position() == len(click))
    microphone.close()
    loudspeaker.close()
    heard_ns = next(
        first_ns + int(np.argmax(np.abs(block) > 0.2)) * 1_000_000_000 // SAMPLE_RATE
        for first_ns, block in listener.blocks
        if np.abs(block).max() > 0.2
    )
    assert abs(heard_ns - played_ns) < 25 * MS
    assert microphone.name == "booth-mic"


@pytest.mark.slow
def test_a_stopped_sound_ends_and_says_where(sound_booth: SoundBooth) -> None:
    loudspeaker = SoundDeviceLoudspeaker("booth-speaker", FakeListener())
    loudspeaker.open()
    loudspeaker.play(np.zeros(SAMPLE_RATE * 60, np.float32))
    eventually(lambda: loudspeaker.position() > 0)
    loudspeaker.stop()
    stopped_at = loudspeaker.position()
    loudspeaker.close()
    assert 0 < stopped_at < SAMPLE_RATE * 60
    assert loudspeaker.position() == stopped_at


@pytest.mark.parametrize("choice", ["nobody", "99"])
def test_a_microphone_that_is_not_there_is_said_so(choice: str, sound_booth: SoundBooth) -> None:
    listener = FakeListener()
    with pytest.raises(DeviceMissingError, match="no microphone answers"):
        SoundDeviceMicrophone(choice, listener.hear, listener).open()


def test_a_file_is_heard_again_and_again(tmp_path: Path) -> None:
    path = file_of_tone(tmp_path / "tone.wav", 0.11)
    listener = FakeListener()
    microphone = FileMicrophone(path, listener.hear)
    microphone.open()
    eventually(lambda: len(listener.blocks) >= 23)
    microphone.close()
    heard = np.concatenate([samples for _, samples in listener.blocks])
    turn = round(0.11 * SAMPLE_RATE)
    assert (heard[:turn] == heard[turn : 2 * turn]).all()


def test_a_file_that_is_no_sound_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    path.write_bytes(b"no sound")
    with pytest.raises(DeviceError, match="cannot be read"):
        FileMicrophone(path, FakeListener().hear).open()


def test_late_blocks_hardly_move_the_clock() -> None:
    clock = ArrivalClock()
    random = np.random.default_rng(3)
    late_ms = np.abs(random.standard_normal(500)) * 3
    errors = []
    for number in range(500):
        arrived_ns = round(((number + 1) * 10 + late_ms[number]) * MS)
        errors.append(clock.first_ns(arrived_ns, 480) / MS - number * 10)
    assert max(errors[50:]) - min(errors[50:]) < 1
    assert abs(np.mean(errors[50:])) < 1


@pytest.mark.parametrize("ppm", [-200, 200])
def test_a_drifting_device_is_followed(ppm: int) -> None:
    clock = ArrivalClock()
    period_ns = 10 * MS * (1 + ppm / 1e6)
    stamps = [clock.first_ns(round((number + 1) * period_ns), 480) for number in range(6000)]
    assert abs(stamps[-1] - 5999 * period_ns) < MS


def test_a_hole_shows_in_the_next_stamp() -> None:
    clock = ArrivalClock()
    clock.first_ns(10 * MS, 480)
    assert clock.first_ns(520 * MS, 480) == 510 * MS
