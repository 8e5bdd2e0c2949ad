"""A loudspeaker that plays in real time to nobody."""

import threading
import time

import numpy as np

from capture.sim.booth import SimBooth
from capture.sources import SAMPLE_RATE, Samples
from capture.timebase import SECOND_NS

_SILENCE: Samples = np.zeros(0, np.float32)


class SimLoudspeaker:
    """Counts what would have been heard by the clock. Any thread."""

    def __init__(self, booth: SimBooth | None = None) -> None:
        self._booth = booth or SimBooth()
        self._lock = threading.Lock()
        self._start_ns = 0
        self._length = 0

    @property
    def name(self) -> str:
        """For people and for the log."""
        return "simulated loudspeaker"

    def open(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Fall silent."""
        self.stop()

    def play(self, samples: Samples) -> int:
        """Start a sound now and say so."""
        with self._lock:
            self._start_ns, self._length = time.monotonic_ns(), len(samples)
            self._booth.plays(samples, self._start_ns)
            return self._start_ns

    def position(self) -> int:
        """Samples since the start of the current sound, at most all of them."""
        with self._lock:
            elapsed_ns = time.monotonic_ns() - self._start_ns
            return min(self._length, elapsed_ns * SAMPLE_RATE // SECOND_NS)

    def stop(self) -> None:
        """Let the current sound end here."""
        heard = self.position()
        with self._lock:
            self._length = min(self._length, heard)
            self._booth.plays(_SILENCE, 0)
