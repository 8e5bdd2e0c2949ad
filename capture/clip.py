"""Cutting an answer out of voice tracks as speech recognition wants it: one WAV, mono, 16 kHz, 16 bit."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr

from capture.sources import Samples
from kiosk.ports.backlog import Stretch, UnheardError

RATE = 16_000
_BLOCK_S = 1


def clip(stretches: Sequence[Stretch], out: Path) -> None:
    """Write the stretches one after the other into ``out``. Raises ``UnheardError``.

    What a track that was cut off no longer holds is silence, so that what follows keeps its time.
    """
    try:
        with soundfile.SoundFile(out, "w", RATE, 1, "PCM_16") as joined:
            for stretch in stretches:
                joined.write(_at_rate(*_cut(stretch)))
    except (soundfile.SoundFileError, OSError) as error:
        raise UnheardError(f"the answer cannot be cut out of its voice track: {error}") from error


def _at_rate(samples: Samples, rate: int) -> Samples:
    return samples if rate == RATE else np.asarray(soxr.resample(samples, rate, RATE), np.float32)


def _cut(stretch: Stretch) -> tuple[Samples, int]:
    """The stretch and its rate. A track whose recorder was killed cannot be sought in, only read."""
    with soundfile.SoundFile(stretch.track) as track:
        first, last = (round(at_s * track.samplerate) for at_s in (stretch.start_s, stretch.end_s))
        cut = np.zeros(last - first, np.float32)
        at = 0
        for block in _blocks(track):
            begin, end = max(at, first), min(at + len(block), last)
            if begin < end:
                cut[begin - first : end - first] = block[begin - at : end - at]
            at += len(block)
            if at >= last:
                break
        return cut, track.samplerate


def _blocks(track: soundfile.SoundFile) -> Iterator[Samples]:
    """As far as the track can be read."""
    while True:
        try:
            block = track.read(_BLOCK_S * track.samplerate, dtype="float32", always_2d=True)
        except soundfile.SoundFileError:
            return
        if not len(block):
            return
        yield block.mean(axis=1)
