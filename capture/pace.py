"""A thread that acts at an exact rate on the monotonic clock."""

import threading
import time
from collections.abc import Callable
from fractions import Fraction

from capture.timebase import SECOND_NS


class Pace:
    """Calls ``on_tick(n, due_ns)`` on its own thread; tick ``n`` is due ``n / rate_hz`` s after clock zero.

    Whole seconds of ``time.monotonic_ns`` are therefore ticks, whatever the whole-numbered rate. A pace that
    may not skip makes up for every tick it was late for; one that may goes on with the present.
    """

    def __init__(
        self, name: str, rate_hz: Fraction, on_tick: Callable[[int, int], None], *, may_skip: bool
    ) -> None:
        self._name = name
        self._rate_hz = rate_hz
        self._on_tick = on_tick
        self._may_skip = may_skip
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin with the next tick."""
        self._over.clear()
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End and wait for the thread; harmless when it is not running."""
        self._over.set()
        if self._thread:
            self._thread.join()
            self._thread = None

    def due_ns(self, tick: int) -> int:
        """When a tick is due."""
        return -int(-tick * SECOND_NS // self._rate_hz)

    def _present(self) -> int:
        return int(time.monotonic_ns() * self._rate_hz // SECOND_NS)

    def _run(self) -> None:
        tick = self._present() + 1
        due_ns = self.due_ns(tick)
        while not self._over.wait(max(0.0, (due_ns - time.monotonic_ns()) / SECOND_NS)):
            self._on_tick(tick, due_ns)
            tick = max(tick + 1, self._present()) if self._may_skip else tick + 1
            due_ns = self.due_ns(tick)
