"""Questions that somebody has spoken: WAV and FLAC files in a pack, which take the place of an engine."""

from pathlib import Path

import numpy as np
import soundfile

from kiosk.ports.voice import VoiceError
from kiosk.voice.sound import Samples

SUFFIXES = (".wav", ".flac")
LONGEST_S = 180.0
SHORTEST_S = 0.2
RATES_HZ = (8_000, 192_000)
MOST_CHANNELS = 2
_MOST_FRAMES = round(LONGEST_S * RATES_HZ[1])
"""Whatever the header says."""


def read_recording(file: Path) -> tuple[Samples, int]:
    """Its samples, made mono, and its rate. Raises ``VoiceError`` with a sentence for the pack's author."""
    look_at(file)
    try:
        data, rate_hz = soundfile.read(file, frames=_MOST_FRAMES, dtype="float64", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise VoiceError("is not a sound that can be read") from error
    return np.asarray(data.mean(axis=1), dtype=np.float64), int(rate_hz)


def look_at(file: Path) -> None:
    """Whether its header promises a sound of reasonable length; nothing is decoded. Raises ``VoiceError``."""
    try:
        info = soundfile.info(file)
    except (OSError, soundfile.LibsndfileError) as error:
        raise VoiceError("is not a sound that can be read") from error
    if info.format not in ("WAV", "WAVEX", "FLAC"):
        raise VoiceError("must be a WAV or FLAC file")
    if not SHORTEST_S <= info.frames / max(info.samplerate, 1) <= LONGEST_S:
        raise VoiceError(f"must be {SHORTEST_S} to {LONGEST_S:.0f} seconds long")
    if not RATES_HZ[0] <= info.samplerate <= RATES_HZ[1] or not 1 <= info.channels <= MOST_CHANNELS:
        raise VoiceError("must have one or two channels at 8 to 192 kHz")
