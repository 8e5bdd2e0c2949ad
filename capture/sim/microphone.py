"""A microphone in a quiet room with a beep every second and a candidate who speaks when told.

The beep's first sample lies exactly on each whole second of ``time.monotonic_ns``, the instant at
which ``SimCamera`` flashes: whoever looks at a recording can measure its sync.
"""

import queue
from fractions import Fraction
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

from capture.pace import Pace
from capture.sim.booth import SimBooth
from capture.sounds import read_sound
from capture.sources import SAMPLE_RATE, OnBlock, Samples
from capture.timebase import SECOND_NS

BLOCK = 480
"""Samples per block: 10 ms."""
BEEP_S = 0.040
BEEP_HZ = 1000
_BEEP_PEAK = 0.06
_ROOM_RMS = 0.0006


@runtime_checkable
class Speaking(Protocol):
    """A microphone before which a simulated candidate sits."""

    def say(self, sound: Path) -> None:
        """Speak this sound file from now on, after what is being said; any thread, returns at once."""


class SimMicrophone:
    """Delivers blocks of 10 ms, drawn from room noise, the beep and the candidate's voice.

    ``drift_ppm`` makes its clock fast: it then delivers so many samples too many in a million.
    """

    def __init__(self, on_block: OnBlock, *, drift_ppm: int = 0, booth: SimBooth | None = None) -> None:
        self._on_block = on_block
        self._booth = booth or SimBooth()
        rate_hz = SAMPLE_RATE * (1 + Fraction(drift_ppm) / 1_000_000)
        self._sample_ns = float(SECOND_NS / rate_hz)
        self._room = _room_noise()
        self._to_say: queue.SimpleQueue[Samples] = queue.SimpleQueue()
        self._saying: Samples = np.zeros(0, np.float32)
        self._pace = Pace("sim.microphone", rate_hz / BLOCK, self._deliver, may_skip=False)

    @property
    def name(self) -> str:
        """For people and for the log."""
        return "simulated microphone"

    @property
    def silenced(self) -> bool:
        """See ``AudioSource``."""
        return False

    def open(self) -> None:
        """Start delivering."""
        self._pace.start()

    def close(self) -> None:
        """Stop; what was still to be said is forgotten."""
        self._pace.stop()
        self._saying = self._saying[:0]
        while not self._to_say.empty():
            self._to_say.get_nowait()

    def say(self, sound: Path) -> None:
        """Speak this sound file after what is being said. Raises ``DeviceError`` if it cannot be read."""
        self._to_say.put(read_sound(sound))

    def _deliver(self, tick: int, _due_ns: int) -> None:
        first_ns = self._pace.due_ns(tick - 1)
        block = self._room[(tick % 100) * BLOCK : (tick % 100 + 1) * BLOCK] + self._voice()
        self._add_beep(block, first_ns)
        if (echo := self._booth.echo(first_ns, BLOCK)) is not None:
            block = block + echo
        self._on_block(block, first_ns)

    def _voice(self) -> Samples:
        if not len(self._saying) and not self._to_say.empty():
            self._saying = self._to_say.get_nowait()
        spoken, self._saying = self._saying[:BLOCK], self._saying[BLOCK:]
        return np.pad(spoken, (0, BLOCK - len(spoken)))

    def _add_beep(self, block: Samples, first_ns: int) -> None:
        since_s = ((first_ns + np.arange(BLOCK) * self._sample_ns) % SECOND_NS) / SECOND_NS
        inside = since_s < BEEP_S
        if inside.any():
            envelope = np.minimum(1.0, (BEEP_S - since_s) * 400)
            beep = np.sin(2 * np.pi * BEEP_HZ * since_s + np.pi / 2) * envelope
            block[inside] += (_BEEP_PEAK * beep[inside]).astype(np.float32)


def _room_noise() -> Samples:
    """One second of soft noise, the same every time."""
    random = np.random.default_rng(7)
    return (random.standard_normal(SAMPLE_RATE) * _ROOM_RMS).astype(np.float32)
