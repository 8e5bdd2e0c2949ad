"""The sound of a recording: the microphone on our clock, holes as counted silence, questions mixed in."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from capture.drift import DriftCorrector
from capture.sources import SAMPLE_RATE, Samples
from capture.timebase import SECOND_NS, Grid

_BLOCKS = 4000
_FAR = 30 * SAMPLE_RATE
_FADE = SAMPLE_RATE // 200


class MicrophoneLine:
    """From the microphone's thread (``put``) to the pump (everything else).

    Missing samples are NaN inside, so that silence that was heard and silence that was lost differ.
    """

    def __init__(self) -> None:
        self._arrived: deque[tuple[Samples, int]] = deque(maxlen=_BLOCKS)
        self.newest_ns = 0
        """When the latest block began; 0 before the first."""
        self._taken_back = False
        self.restart(Grid(0, 1))

    def put(self, samples: Samples, first_ns: int) -> None:
        """A block arrived. Takes no lock; a block that finds no room shows as a hole."""
        self._arrived.append((samples.copy(), first_ns))
        self.newest_ns = first_ns

    def take_back(self) -> None:
        """What has arrived and is not recorded yet was somebody else's: it is missing. Any thread."""
        self._taken_back = True

    def restart(self, grid: Grid) -> None:
        """Count samples on another grid from its origin on."""
        self._grid = grid
        self._corrector = DriftCorrector()
        self._taken = 0
        self._ready: Samples = np.zeros(0, np.float32)

    def collect(self) -> Samples:
        """Bring what has arrived onto the grid; gives it raw as well, for meters."""
        if self._taken_back:
            self._taken_back = False
            self._arrived.clear()
            self._ready = self._ready[:0]
        fresh = []
        while self._arrived:
            block, first_ns = self._arrived.popleft()
            fresh.append(block)
            self._place(*self._corrector.feed(block, self._grid.sample_at(first_ns)))
        return np.concatenate(fresh) if fresh else np.zeros(0, np.float32)

    def take(self, count: int) -> tuple[Samples, int]:
        """The next samples and how many of them are missing (silence)."""
        out = np.full(count, np.nan, np.float32)
        have = self._ready[:count]
        out[: len(have)] = have
        self._ready = self._ready[count:]
        self._taken += count
        missing = np.isnan(out)
        out[missing] = 0.0
        return out, int(missing.sum())

    def _place(self, first: int, samples: Samples) -> None:
        offset = first - self._taken
        if offset < 0:
            samples, offset = samples[-offset:], 0
        if not len(samples) or offset > _FAR:
            return
        if (hole := offset - len(self._ready)) > 0:
            self._ready = np.concatenate([self._ready, np.full(hole, np.nan, np.float32)])
        self._ready = np.concatenate([self._ready[:offset], samples])


@dataclass(slots=True)
class Playing:
    """A sound that is being played, and where it lies in time."""

    name: str
    samples: Samples
    start_ns: int
    into_recording: bool
    heard: int | None = None
    """How many samples were audible when it was cut short; ``None`` while it plays or when it played out."""

    @property
    def end_ns(self) -> int:
        """When its last sample is over, if nothing stops it."""
        return self.start_ns + len(self.samples) * SECOND_NS // SAMPLE_RATE


def mixed(voice: Samples, first: int, grid: Grid, sounds: tuple[Playing, ...]) -> Samples:
    """The voice and what of the sounds was audible with it; ``first`` is the grid's sample number."""
    out = voice
    for sound in sounds:
        start = round(grid.sample_at(sound.start_ns))
        low, high = max(first, start), min(first + len(voice), start + _audible(sound))
        if low < high:
            out = out.copy() if out is voice else out
            out[low - first : high - first] += _part(sound, low - start, high - start)
    return out if out is voice else np.clip(out, -1.0, 1.0)


def _audible(sound: Playing) -> int:
    return len(sound.samples) if sound.heard is None else sound.heard


def _part(sound: Playing, low: int, high: int) -> Samples:
    part = sound.samples[low:high]
    if sound.heard is None:
        return part
    left = (sound.heard - np.arange(low, high)) / _FADE
    return part * np.minimum(1.0, left).astype(np.float32)
