"""Brings sound from a device's clock onto ours.

A microphone's 48 kHz are a little more or less than ours, and its stamps jitter. A slow loop steers a
fractional resampler (windowed sinc, 16 taps) so that each sample lands where its stamp says; the sound
itself never jumps. Only a hole in the stamps makes a new start.
"""

import math

import numpy as np
from numpy.typing import NDArray

from capture.sources import SAMPLE_RATE, Samples

_HALF = 8
_PHASES = 2048
_SETTLE_S = 4.0
"""Time constant of the loop: slow against jitter, quick against 200 ppm (0.2 ms a second)."""
_FIRST_S = 0.25
"""Time constant at the start, when all that is known is one jittering stamp; grows as the sound does."""
_HOLE = 0.040 * SAMPLE_RATE
"""A stamp further off than this is a hole, not jitter."""
_MOST_DRIFT = 0.002


def _kernels() -> NDArray[np.float32]:
    """One row of taps for each fraction of a sample, each with unit gain."""
    fraction = np.arange(_PHASES)[:, None] / _PHASES
    distance = np.arange(1 - _HALF, _HALF + 1)[None] - fraction
    window = np.i0(9.0 * np.sqrt(np.clip(1 - (distance / _HALF) ** 2, 0, None)))
    taps = np.sinc(distance) * window
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), np.float32)


_KERNELS = _kernels()
_REACH = np.arange(1 - _HALF, _HALF + 1)


class DriftCorrector:
    """Resamples one device's blocks. One thread."""

    def __init__(self) -> None:
        self._kept: Samples = np.zeros(0, np.float32)
        self._read_at = 0.0
        """Where in ``_kept`` the next output sample lies."""
        self._next = 0
        """Which sample of our clock that is."""
        self._pace = 1.0
        """Samples of our clock per sample of the device."""
        self._heard_s = 0.0

    @property
    def drift_ppm(self) -> float:
        """How much slower than ours the device's clock runs, as far as known."""
        return (self._pace - 1) * 1e6

    def feed(self, block: Samples, position: float) -> tuple[int, Samples]:
        """A block whose stamp puts its first sample at ``position`` of our clock.

        Gives the samples that are complete now and the number of their first.
        """
        predicted = self._next + (len(self._kept) - self._read_at) * self._pace
        late = position - predicted
        if not len(self._kept) or abs(late) > _HOLE:
            self._start(position)
            late = 0.0
        steered = self._steer(late, len(block))
        self._kept = np.concatenate([self._kept, block])
        return self._emit(1 / steered)

    def _start(self, position: float) -> None:
        self._heard_s = 0.0
        self._next = math.ceil(position)
        self._kept = np.zeros(_HALF, np.float32)
        self._read_at = _HALF + (self._next - position) / self._pace

    def _steer(self, late: float, length: int) -> float:
        length_s = length / SAMPLE_RATE
        self._heard_s += length_s
        slow = length_s / _SETTLE_S
        quick = length_s / min(max(self._heard_s, _FIRST_S), _SETTLE_S)
        self._pace += late * slow * slow / (4 * length)
        self._pace = min(max(self._pace, 1 - _MOST_DRIFT), 1 + _MOST_DRIFT)
        return self._pace + late * min(1.0, quick) / length

    def _emit(self, step: float) -> tuple[int, Samples]:
        room = len(self._kept) - _HALF - 1 - self._read_at
        count = max(0, math.floor(room / step) + 1)
        first = self._next
        at = self._read_at + step * np.arange(count)
        whole = at.astype(np.int64)
        phase = ((at - whole) * _PHASES).astype(np.int64)
        out = np.einsum("ij,ij->i", self._kept[whole[:, None] + _REACH], _KERNELS[phase])
        self._next += count
        self._read_at += step * count
        used = max(0, math.floor(self._read_at) - _HALF)
        self._kept, self._read_at = self._kept[used:], self._read_at - used
        return first, out.astype(np.float32)
