"""Keeps the kiosk process alive: starts it again when it dies or hangs, and tells systemd of itself.

Imports neither Qt nor devices nor a database: nothing in here can die of them.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

from kiosk.runtime.alive import ALIVE, Ear, Mouth

FINAL_EXIT_CODES = (0, 2)
"""Meant to end, or refused with a sentence: starting again would not help."""
HEALTHY_AFTER_S = 20.0
SILENT_S = 20.0
"""Who has once said that it lives, and then nothing for so long, hangs. Longer than a disk stalls."""
LONGEST_PAUSE_S = 30.0


def pause_before_restart_s(quick_deaths: int) -> float:
    """None after the first death, then doubling for a process that dies at once every time."""
    return 0.0 if quick_deaths <= 1 else min(LONGEST_PAUSE_S, 0.5 * 2 ** (quick_deaths - 1))


def supervise(
    command: Sequence[str],
    tell: Callable[[str], None],
    *,
    final: Collection[int] = FINAL_EXIT_CODES,
    silent_s: float = SILENT_S,
) -> int:
    """Run ``command`` until it ends on purpose, with a ``final`` exit code: that. SIGTERM and SIGINT
    are passed on. Main thread only.
    """
    with Ear() as ear:
        kept = _Kept(command, tell, final, silent_s, ear, Mouth.of_environment())
        numbers = (signal.SIGTERM, signal.SIGINT)
        before = [signal.signal(number, kept.pass_on) for number in numbers]
        try:
            return kept.alive()
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)


@dataclass(slots=True)
class _Kept:
    """One command and whoever runs it at present, in a process group of its own."""

    command: Sequence[str]
    tell: Callable[[str], None]
    final: Collection[int]
    silent_s: float
    ear: Ear
    above: Mouth
    stopping: threading.Event = field(default_factory=threading.Event)
    child: "subprocess.Popen[bytes] | None" = None

    def pass_on(self, number: int, _frame: FrameType | None) -> None:
        """A signal that is meant for all of us."""
        self.stopping.set()
        self._signal(number)

    def alive(self) -> int:
        """Start it again and again."""
        quick_deaths = 0
        while not self.stopping.is_set():
            started = time.monotonic()
            code = self._run_once()
            if self.stopping.is_set() or code in self.final:
                return max(code, 0)
            lived_s = time.monotonic() - started
            quick_deaths = 1 if lived_s > HEALTHY_AFTER_S else quick_deaths + 1
            self.tell(f"the kiosk process ended with {code} after {lived_s:.0f} s; starting it again")
            self.stopping.wait(pause_before_restart_s(quick_deaths))
        return 0

    def _run_once(self) -> int:
        self.child = subprocess.Popen(self.command, env=self._environment(), process_group=0)
        if self.stopping.is_set():  # asked for while it was starting, when there was nobody to pass it on to
            self._signal(signal.SIGTERM)
        ended = os.pidfd_open(self.child.pid)
        heard_s: float | None = None
        try:
            while self.child.poll() is None:
                heard = self.ear.listen(ended)
                if heard:
                    heard_s = time.monotonic()
                    self.above.say(heard)
                self.above.say(ALIVE)
                if heard_s is not None and time.monotonic() - heard_s > self.silent_s:
                    self.tell(f"the kiosk process has said nothing for {self.silent_s:.0f} s; ending it")
                    self._signal(signal.SIGKILL)
                    self.child.wait()
        finally:
            os.close(ended)
        self._signal(signal.SIGKILL)  # a compositor does not always take its program with it
        return self.child.returncode

    def _environment(self) -> Mapping[str, str]:
        return {**os.environ, **self.ear.environment}

    def _signal(self, number: int) -> None:
        if self.child is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.child.pid, number)
