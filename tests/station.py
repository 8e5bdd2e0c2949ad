"""The real program as users meet it: commands, processes that can be killed, and what it leaves behind."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import psutil

from kiosk.config.folders import Folders
from kiosk.flow.recovery import Happened, replay
from kiosk.flow.states import Kiosk
from storage.station import Storage, open_station

MAIN = Path(__file__).parents[1] / "main.py"
PATIENCE_S = 30.0
"""Generous: how long a test waits for something that should come soon."""
_COMMAND_S = 150.0
SIMULATED = {"KIOSK_CAMERA": "sim", "KIOSK_MICROPHONE": "sim", "KIOSK_LOUDSPEAKER": "sim"}

Found = TypeVar("Found")


def soon(look: Callable[[], Found | None], what: str, patience_s: float = PATIENCE_S) -> Found:
    """The first thing that ``look`` finds; looks a hundred times a second."""
    deadline = time.monotonic() + patience_s
    while not (found := look()):
        assert time.monotonic() < deadline, f"not in time: {what}"
        time.sleep(0.01)
    return found


@dataclass(slots=True)
class Station:
    """One data folder, and the programs that work on it."""

    data: Path
    environment: Mapping[str, str] = field(default_factory=lambda: SIMULATED)
    _opened: list["subprocess.Popen[bytes]"] = field(default_factory=list, init=False)

    # --- commands --------------------------------------------------------------------------
    def run(self, *words: str, folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end, in this working folder."""
        return subprocess.run(
            self._command(*words),
            cwd=folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=_COMMAND_S,
            check=False,
        )

    def ask(self, *words: str) -> Any:
        """What a command that must succeed answers to ``--json``."""
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def invite(self, pack: str) -> str:
        """An invitation's code."""
        return str(self.ask("invite", "--name", "Candidate One", "--pack", pack)["code"])

    def open(self, *, windowed: bool = True, supervised: bool = True) -> None:
        """Open the kiosk."""
        words = ["kiosk", "--supervised" if supervised else "--no-supervised"]
        words += ["--windowed"] if windowed else []
        with (self.data / "terminal.log").open("ab") as terminal:
            program = subprocess.Popen(
                self._command(*words), env=self._environment(), stdout=terminal, stderr=terminal
            )
        self._opened.append(program)

    def close(self) -> None:
        """Close the kiosk as a technician does, and wait until nothing works here any more.

        The recorder stays a few seconds after its last visitor.
        """
        for program in self._opened:
            program.terminate()
            program.wait(PATIENCE_S)
        soon(lambda: not self.processes(), "no process works here")

    @property
    def exit_codes(self) -> list[int]:
        """Of every kiosk that was opened and closed."""
        return [program.wait(0) for program in self._opened]

    def tear_down(self) -> None:
        """Whatever happened, leave nothing running."""
        self.kill()
        for program in self._opened:
            program.wait()

    # --- processes -------------------------------------------------------------------------
    def processes(self, *words: str) -> list[psutil.Process]:
        """The living processes that work on this folder and have all these words in their command line."""
        found = []
        for process in psutil.process_iter(["cmdline", "status"]):
            line = " ".join(process.info["cmdline"] or [])
            alive = process.info["status"] != psutil.STATUS_ZOMBIE
            if alive and str(self.data) in line and all(word in line for word in words):
                found.append(process)
        return found

    def kill(self, *words: str) -> float:
        """Kill the processes of these words at once; the moment."""
        found, at = self.processes(*words), time.monotonic()
        for process in found:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        return at

    # --- what is on the disk ---------------------------------------------------------------
    @contextmanager
    def memory(self) -> Iterator[Storage]:
        """What the station keeps, for looking only."""
        storage = open_station(self.data, writable=False)
        try:
            yield storage
        finally:
            storage.close()

    def history(self) -> list[Happened]:
        """What happened since somebody last touched the welcome screen."""
        with self.memory() as storage:
            return list(storage.journal.unfinished())

    def state(self) -> Kiosk:
        """Where the interview stands."""
        return replay(self.history())

    def left_over(self) -> list[Path]:
        """Temporary files, segments and sockets below the folder."""
        return sorted(
            file
            for file in self.data.rglob("*")
            if file.is_socket()
            or file.name.startswith(".")
            or file.suffix in {".part", ".tmp"}
            or (file.name.startswith("segment_") and not file.name.endswith((".flac", ".pieces.jsonl")))
        )

    def log(self) -> str:
        """Everything any of its programs wrote."""
        folders = Folders(self.data)
        files = (folders.log, folders.recorder_log, self.data / "terminal.log")
        return "".join(file.read_text() for file in files if file.exists())

    def _command(self, *words: str) -> list[str]:
        place = () if words[0] == "record" else ("--data", str(self.data))
        name = 2 if words[0] == "pack" else 1
        return [sys.executable, str(MAIN), *words[:name], *place, *words[name:]]

    def _environment(self) -> dict[str, str]:
        without = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        return {**without, **self.environment}
