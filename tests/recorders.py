"""The real recorder process with simulated devices, and somebody who listens to it."""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil

from capture.client import RecorderClient
from capture.link import Launch
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import DeviceChoice, Quality, RecordingOrder
from kiosk.flow.facts import RecorderFact

SMALL = Quality("small", 320, 180, 30, 300, 64, "ultrafast")
SESSION = SessionId("5e551055e551055e551055e551055e55")
SIM = DeviceChoice()
PATIENCE_S = 20.0
"""Generous: how long a test waits for something that should come at once."""

Fact = TypeVar("Fact", bound=RecorderFact)


def an_order(folder: Path, quality: Quality = SMALL) -> RecordingOrder:
    return RecordingOrder(SESSION, str(folder), "Booth 3", quality)


class Heard:
    """Every fact with its time, in order."""

    def __init__(self) -> None:
        self.facts: list[tuple[float, RecorderFact]] = []
        self._news = threading.Condition()

    def __call__(self, fact: RecorderFact) -> None:
        with self._news:
            self.facts.append((time.monotonic(), fact))
            self._news.notify_all()

    def all(self, kind: type[Fact]) -> list[Fact]:
        return [fact for _, fact in self.facts if isinstance(fact, kind)]

    def when(self, kind: type[Fact], count: int = 1) -> float:
        """When the nth fact of a kind came."""
        return [at for at, fact in self.facts if isinstance(fact, kind)][count - 1]

    def wait_for(self, kind: type[Fact], count: int = 1) -> Fact:
        """The nth fact of a kind."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.all(kind)) >= count, PATIENCE_S), (
                f"no {kind.__name__} came; heard {[fact for _, fact in self.facts]}"
            )
        return self.all(kind)[count - 1]


def eventually(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)


@dataclass(slots=True)
class RecorderBooth:
    """A launch whose process is gone when the test is over."""

    launch: Launch

    @contextmanager
    def client(self) -> Iterator[tuple[RecorderClient, Heard]]:
        client, heard = RecorderClient(self.launch), Heard()
        client.listen(heard)
        try:
            yield client, heard
        finally:
            client.shut_down()

    def processes(self) -> list[psutil.Process]:
        """The living recorder processes behind this socket."""
        found = []
        for process in psutil.process_iter(["cmdline", "status"]):
            words = process.info["cmdline"] or []
            if str(self.launch.socket) in words and process.info["status"] != psutil.STATUS_ZOMBIE:
                found.append(process)
        return found

    def kill(self, number: int = signal.SIGKILL) -> float:
        """Kill the recorder process; gives the moment."""
        (process,) = self.processes()
        at = time.monotonic()
        os.kill(process.pid, number)
        return at


@contextmanager
def recorder_booth(*options: str, log: Path | None = None) -> Iterator[RecorderBooth]:
    """Somewhere to launch recorders; waits until the last one has ended."""
    with tempfile.TemporaryDirectory(prefix="recorder-") as meeting:
        log = log or Path(meeting) / "log"
        booth = RecorderBooth(Launch(Path(meeting) / "socket", ("--idle", "0.3", *options), log))
        try:
            yield booth
            assert booth.launch.wait_until_gone(PATIENCE_S), "the recorder does not end"
            assert "Traceback" not in log.read_text(), log.read_text()
        finally:
            for process in booth.processes():
                process.kill()
