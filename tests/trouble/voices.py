"""Two people before two microphones: the candidate's, and a stranger's that must never be heard."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import soundfile

from capture.loudspeaker import SoundDeviceLoudspeaker
from capture.sources import SAMPLE_RATE, Samples
from kiosk.domain.recording import Recording
from tests.devices import FakeListener

CANDIDATE_HZ, STRANGER_HZ = 440, 1760
_LOUD = 0.3


@contextmanager
def both_speak(lasting_s: float) -> Iterator[None]:
    """Somebody speaks in the booth, and somebody else beside it."""
    with ExitStack() as last:
        for name, pitch_hz in (("booth-speaker", CANDIDATE_HZ), ("stranger-speaker", STRANGER_HZ)):
            speaker = SoundDeviceLoudspeaker(name, FakeListener())
            speaker.open()
            last.callback(speaker.close)
            speaker.play(_tone(pitch_hz, lasting_s))
        yield


def loudness(folder: Path, recording: Recording, pitch_hz: int) -> float:
    """The most that was heard of a voice in any tenth of a second, 1.0 being all of it."""
    voice, _ = soundfile.read(folder / recording.voice_tracks[0], dtype="float32")
    block = SAMPLE_RATE // 10
    whole = voice[: len(voice) // block * block].reshape(-1, block)
    wave = np.exp(-2j * np.pi * pitch_hz * np.arange(block) / SAMPLE_RATE)
    return float(np.abs(whole @ wave).max() * 2 / block / _LOUD)


def _tone(pitch_hz: int, lasting_s: float) -> Samples:
    times = np.arange(round(SAMPLE_RATE * lasting_s)) / SAMPLE_RATE
    return np.asarray(_LOUD * np.sin(2 * np.pi * pitch_hz * times), np.float32)
