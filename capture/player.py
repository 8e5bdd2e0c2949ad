"""Plays one sound at a time and knows to the sample what of it was heard."""

import threading
import time
from collections.abc import Callable

import numpy as np

from capture.mixer import Playing
from capture.sources import SAMPLE_RATE, AudioSink, Samples
from capture.timebase import SECOND_NS
from kiosk.flow.facts import RecorderFact, SoundEnded, SoundStarted

_REMEMBERED_NS = 2 * SECOND_NS
"""The pump runs a little behind: a sound that is over may still have to be mixed in."""
_OVERDUE_NS = SECOND_NS
"""A loudspeaker that does not get on is not waited for longer than this."""

Tell = Callable[[RecorderFact], None]


class Player:
    """Owns no thread: orders come from one thread, ``poll`` from another."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._sink: AudioSink | None = None
        self._current: Playing | None = None
        self.sounds: tuple[Playing, ...] = ()
        """What was audible lately, for the mixer; replaced, never changed in length."""

    def use(self, sink: AudioSink | None) -> None:
        """Play through this from now on; what is playing elsewhere ends."""
        if sink is not self._sink:
            self.stop()
            self._sink = sink

    def play(self, samples: Samples, name: str, into_recording: bool, volume: float = 1.0) -> None:
        """Start a sound, here at this volume; the one before it ends. → ``SoundStarted``."""
        self.stop()
        with self._lock:
            if self._sink is None:
                self._tell(SoundEnded(name, complete=False))
                return
            start_ns = self._sink.play(at_volume(samples, volume))
            self._current = Playing(name, samples, start_ns, into_recording)
            recent = (s for s in self.sounds if s.end_ns + _REMEMBERED_NS > start_ns)
            self.sounds = (*recent, self._current)
            self._tell(SoundStarted(name, start_ns / SECOND_NS, len(samples) / SAMPLE_RATE))

    def stop(self) -> None:
        """Fall silent. → ``SoundEnded`` if something was playing."""
        with self._lock:
            if self._current is None or self._sink is None:
                return
            self._sink.stop()
            heard = self._sink.position()
            complete = heard >= len(self._current.samples)
            self._current.heard = None if complete else heard
            self._end(complete)

    def poll(self) -> None:
        """Notice that a sound has played out; call it some 20 times a second. → ``SoundEnded``."""
        with self._lock:
            if self._current is None or self._sink is None:
                return
            overdue = time.monotonic_ns() > self._current.end_ns + _OVERDUE_NS
            if overdue or self._sink.position() >= len(self._current.samples):
                self._end(complete=True)

    def _end(self, complete: bool) -> None:
        if self._current:
            self._tell(SoundEnded(self._current.name, complete))
        self._current = None


def at_volume(samples: Samples, volume: float) -> Samples:
    """Louder or softer; what would be louder than the loudspeaker can is bent, not cut."""
    if volume == 1.0:
        return samples
    scaled = samples * np.float32(volume)
    return np.asarray(np.tanh(scaled) if volume > 1.0 else scaled, np.float32)
