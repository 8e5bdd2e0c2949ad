"""Microphones: a real one through PortAudio, and a sound file in its place.

PortAudio's own time of a block cannot be used: through the sound server it was off by 0.3 to 1.9 s for
seconds, while the moment at which the block arrived, less its length, agreed with a looped click to within
a millisecond. ``ArrivalClock`` takes the jitter out of that.
"""

import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from capture.kept_stream import KeptStream
from capture.pace import Pace
from capture.pulse import Side
from capture.sounds import read_sound
from capture.sources import SAMPLE_RATE, FaultListener, OnBlock
from capture.timebase import SECOND_NS

_SAMPLE_NS = SECOND_NS / SAMPLE_RATE
_FILE_BLOCK = 960


class ArrivalClock:
    """Gives the time of a block's first sample from the times at which blocks arrive. One thread.

    A block can come late, never early: what seems early corrects at once, what seems late only slowly,
    and a jump of a tenth of a second is a hole.
    """

    _HOLE_NS = 100_000_000
    _SLOWLY = 0.005
    _AT_ONCE = 0.5

    def __init__(self) -> None:
        self._expected_ns: float | None = None

    def first_ns(self, arrived_ns: int, count: int) -> int:
        """When the first of ``count`` samples was heard, if the last was heard at ``arrived_ns``."""
        seen_ns = arrived_ns - count * _SAMPLE_NS
        late_ns = 0.0 if self._expected_ns is None else seen_ns - self._expected_ns
        if self._expected_ns is None or abs(late_ns) > self._HOLE_NS:
            first_ns = seen_ns
        else:
            first_ns = self._expected_ns + late_ns * (self._AT_ONCE if late_ns < 0 else self._SLOWLY)
        self._expected_ns = first_ns + count * _SAMPLE_NS
        return int(first_ns)

    def restart(self) -> None:
        """Samples were lost: take the next block's arrival as it is."""
        self._expected_ns = None


class SoundDeviceMicrophone:
    """A microphone of the sound server, or one PortAudio knows itself (see ``DeviceChoice.microphone``)."""

    def __init__(self, choice: str, on_block: OnBlock, faults: FaultListener) -> None:
        self._on_block = on_block
        self._clock = ArrivalClock()
        self._stream = KeptStream(Side.MICROPHONE, choice, self._hear, faults)

    @property
    def name(self) -> str:
        """The device's own name."""
        return self._stream.name

    @property
    def silenced(self) -> bool:
        """See ``AudioSource``."""
        return self._stream.silenced

    def open(self) -> None:
        """Return with the first block. Raises ``DeviceError``."""
        self._stream.open()

    def close(self) -> None:
        """Stop at once."""
        self._stream.close()

    def _hear(self, buffer: Any, count: int, _times: Any, status: Any) -> None:
        if status.input_overflow:
            self._clock.restart()
        self._on_block(np.frombuffer(buffer, np.float32), self._clock.first_ns(time.monotonic_ns(), count))


class FileMicrophone:
    """Hears a sound file in real time, again and again."""

    def __init__(self, path: Path, on_block: OnBlock) -> None:
        self._path = path
        self._on_block = on_block
        self._sound = np.zeros(0, np.float32)
        self._next = 0
        rate_hz = Fraction(SAMPLE_RATE, _FILE_BLOCK)
        self._pace = Pace("microphone.file", rate_hz, self._deliver, may_skip=False)

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    @property
    def silenced(self) -> bool:
        """See ``AudioSource``."""
        return False

    def open(self) -> None:
        """Start at the beginning. Raises ``DeviceError`` when the file cannot be read."""
        self._sound = read_sound(self._path)
        self._next = 0
        self._pace.start()

    def close(self) -> None:
        """Stop."""
        self._pace.stop()

    def _deliver(self, tick: int, _due_ns: int) -> None:
        places = np.arange(self._next, self._next + _FILE_BLOCK) % len(self._sound)
        self._next = int(places[-1]) + 1
        self._on_block(self._sound[places], self._pace.due_ns(tick - 1))
