"""Sound files as the recorder hears them: mono, float32, 48 kHz."""

from pathlib import Path

import numpy as np
import soundfile
import soxr

from capture.errors import DeviceError
from capture.sources import SAMPLE_RATE, Samples


def read_sound(path: Path) -> Samples:
    """The whole file, mixed to mono, resampled to 48 kHz. Raises ``DeviceError`` when it cannot be read."""
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise DeviceError(f"the sound file {path.name} cannot be read: {error}") from error
    mono = samples.mean(axis=1)
    if rate != SAMPLE_RATE:
        mono = soxr.resample(mono, rate, SAMPLE_RATE)
    return np.ascontiguousarray(mono, np.float32)
