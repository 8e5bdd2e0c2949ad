"""How much was spoken in a stretch of a voice track, and how far above the room's noise.

Unlike ``capture.speech``, which judges as the sound comes, this looks at the whole stretch and so knows the
room's noise from its quietest tenth.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from capture.sources import SAMPLE_RATE, Samples
from capture.speech import SILENT_DBFS

WINDOW_S = 0.05
_WINDOW = int(WINDOW_S * SAMPLE_RATE)
_ROOM_PERCENTILE = 10
_ABOVE_ROOM_DB = 10.0
_LEAST_DBFS = -52.0
_SYLLABLE_WINDOWS = 3
"""What is shorter is a click or a beep."""

Levels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Voices:
    """What was heard."""

    voice_s: float
    voice_dbfs: float
    room_dbfs: float


NOTHING_HEARD = Voices(0.0, SILENT_DBFS, SILENT_DBFS)


def levels_of(samples: Samples) -> Levels:
    """The level of each whole window of 50 ms in dBFS."""
    whole = samples[: len(samples) // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
    power = np.mean(np.square(whole, dtype=np.float64), axis=1)
    return np.asarray(np.maximum(SILENT_DBFS, 10 * np.log10(np.maximum(power, 1e-12))), np.float64)


def voices_in(levels: Levels) -> Voices:
    """Judge a stretch by its levels."""
    if not len(levels):
        return NOTHING_HEARD
    room_dbfs = float(np.percentile(levels, _ROOM_PERCENTILE))
    loud = levels > max(_LEAST_DBFS, room_dbfs + _ABOVE_ROOM_DB)
    spoken = np.concatenate([_without_clicks(list(run)) for _, run in groupby(loud)])
    if not spoken.any():
        return Voices(0.0, SILENT_DBFS, round(room_dbfs, 1))
    voice_dbfs = float(np.median(levels[spoken]))
    return Voices(round(float(spoken.sum()) * WINDOW_S, 2), round(voice_dbfs, 1), round(room_dbfs, 1))


def read_stretch(path: Path, start_s: float, end_s: float) -> Samples:
    """The samples between two positions of a sound file, also of one that is still being written.

    Raises ``av.error.FFmpegError``.
    """
    blocks: list[Samples] = [np.zeros(0, np.float32)]
    first, last = round(start_s * SAMPLE_RATE), round(end_s * SAMPLE_RATE)
    with av.open(str(path)) as container:
        container.seek(int(start_s * av.time_base))
        resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE)
        for frame in container.decode(audio=0):
            at = round((frame.time or 0.0) * SAMPLE_RATE)
            if at >= last:
                break
            for part in resampler.resample(frame):
                samples = part.to_ndarray()[0]
                blocks.append(samples[max(0, first - at) : last - at])
    return np.concatenate(blocks)


def _without_clicks(run: list[np.bool]) -> NDArray[np.bool]:
    return np.full(len(run), bool(run[0]) and len(run) >= _SYLLABLE_WINDOWS)
