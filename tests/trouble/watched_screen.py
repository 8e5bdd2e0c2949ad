"""The kiosk with its screen, asked all the time how long it keeps others waiting: give it a data folder.

Prints `ready`. From the line `measure` on it begins an interview, which the journal has to write down, and
measures. At the line `end` it prints every delay in milliseconds and ends.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from commands.demo import demo_settings
from commands.parts import put_together
from kiosk.config.folders import Folders
from kiosk.flow.events import BeginRequested
from kiosk.ports.station import Station
from ui.application import run

_EVERY_S = 0.02


class Probe(QObject):
    """Lives on the screen's thread; what is asked from another reaches it in its turn."""

    asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.delays_ms: list[float] = []
        self.asked.connect(self._answer)

    def _answer(self, asked_s: float) -> None:
        self.delays_ms.append(1000 * (time.monotonic() - asked_s))


def main(data: Path) -> None:
    folders = Folders(data)
    with put_together(folders, demo_settings(folders, real=False)) as parts:
        probe = Probe()
        over = threading.Event()
        asking = threading.Thread(target=ask, args=(probe, parts.station, over))
        asking.start()
        run(parts.station, fullscreen=False)
        over.set()
        asking.join()


def ask(probe: Probe, station: Station, over: threading.Event) -> None:
    """Measure between the two lines."""
    say("ready")
    sys.stdin.readline()
    station.post(BeginRequested())
    ended = threading.Thread(target=wait_for_the_end, args=(over,))
    ended.start()
    while not over.wait(_EVERY_S):
        probe.asked.emit(time.monotonic())
    ended.join()
    say(" ".join(f"{delay:.2f}" for delay in probe.delays_ms))
    os.kill(os.getpid(), signal.SIGTERM)


def wait_for_the_end(over: threading.Event) -> None:
    sys.stdin.readline()
    over.set()


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - read by whoever started it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
