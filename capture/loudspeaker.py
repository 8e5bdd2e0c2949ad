"""A real loudspeaker through PortAudio, which knows to the sample what is audible.

While the loudspeaker is lost the sound goes on by the clock, heard by nobody: the interview's clean copy of
it does not depend on a plug.
"""

import threading
import time
from typing import Any

import numpy as np

from capture.kept_stream import KeptStream
from capture.pulse import Side
from capture.sources import SAMPLE_RATE, FaultListener, Samples
from capture.timebase import SECOND_NS

_LEAST_DELAY_S, _MOST_DELAY_S = 0.0, 0.5
_START_WAIT_S = 0.3


class SoundDeviceLoudspeaker:
    """A loudspeaker of the sound server, or one PortAudio knows itself (see ``DeviceChoice.loudspeaker``)."""

    def __init__(self, choice: str, faults: FaultListener) -> None:
        self._stream = KeptStream(Side.LOUDSPEAKER, choice, self._fill, faults)
        self._sound = _Sound(np.zeros(0, np.float32))

    @property
    def name(self) -> str:
        """The device's own name."""
        return self._stream.name

    def open(self) -> None:
        """Return when it plays (silence). Raises ``DeviceError``."""
        self._stream.open()

    def close(self) -> None:
        """Fall silent and let go of the device."""
        self.stop()
        self._stream.close()

    def play(self, samples: Samples) -> int:
        """Start a sound with the next block; gives the moment its first sample is audible."""
        sound = _Sound(samples)
        self._sound = sound
        if not (self._stream.alive and sound.started.wait(_START_WAIT_S)):
            sound.start(time.monotonic_ns())
        return sound.start_ns

    def position(self) -> int:
        """Samples of the current sound that have been audible, at most all of them."""
        return self._sound.position()

    def stop(self) -> None:
        """Fall silent with the next block."""
        self._sound.stop()

    def _fill(self, buffer: Any, count: int, times: Any, _status: Any) -> None:
        out = np.frombuffer(buffer, np.float32)
        delay_s = times.outputBufferDacTime - times.currentTime
        delay_s = min(max(delay_s, _LEAST_DELAY_S), _MOST_DELAY_S)
        self._sound.write_to(out[:count], time.monotonic_ns() + int(delay_s * SECOND_NS))


class _Sound:
    """One sound on its way out: written by the audio callback, asked by everybody else."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples
        self._written = 0
        self._end = len(samples)
        self.started = threading.Event()
        self.start_ns = 0

    def start(self, audible_ns: int) -> None:
        """Its first sample is audible at this moment."""
        if not self.started.is_set():
            self.start_ns = audible_ns
            self.started.set()

    def write_to(self, out: Samples, audible_ns: int) -> None:
        """Fill a block whose first sample is audible at ``audible_ns``."""
        if self._end:
            self.start(audible_ns)
        part = self._samples[self._written : min(self._written + len(out), self._end)]
        out[: len(part)] = part
        out[len(part) :] = 0
        self._written += len(part)

    def position(self) -> int:
        if not self.started.is_set():
            return 0
        elapsed = (time.monotonic_ns() - self.start_ns) * SAMPLE_RATE // SECOND_NS
        return max(0, min(self._end, elapsed))

    def stop(self) -> None:
        self._end = self.position()
