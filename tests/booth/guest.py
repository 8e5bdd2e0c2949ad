"""A booth that is a virtual machine: a station one can type at, photograph, and cut the power of."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL

from qemu.qmp import QMPError

from tests.booth.machine import BUILD, a_free_port, command, make_disk, make_stick
from tests.booth.monitor import Monitor

QEMU_S = 60.0
BOOT_S = 600.0
COMMAND_S = 600.0
"""An emulated processor is some ten times slower; two of them share a busy computer."""


class Guest:
    """One virtual booth; its disk and its stick lie in its folder. One thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._qemu: subprocess.Popen[bytes] | None = None
        self._monitor: Monitor | None = None
        self._port = 0

    # --- power -----------------------------------------------------------------------------
    def start(self) -> None:
        """Switch it on and wait until it takes commands."""
        self._port = a_free_port()
        with (self.folder / "qemu.log").open("ab") as log:
            words = ["nice", "-n", "15", *command(self.folder, self._port), "-display", "none"]
            self._qemu = subprocess.Popen(words, stdin=DEVNULL, stdout=log, stderr=log)
        until(self._listens, "QEMU runs", QEMU_S)
        until(self._answers, "it takes commands", BOOT_S)

    def cut_power(self) -> None:
        """Nothing is told, nothing is written any more."""
        assert self._qemu is not None
        self._hang_up()
        self._qemu.kill()
        self._gone()

    def shut_down(self) -> None:
        """As by its power button."""
        self._ssh("systemctl poweroff", patience_s=60)
        self._hang_up()
        self._gone()

    def _gone(self) -> None:
        assert self._qemu is not None
        self._qemu.wait(BOOT_S)
        if self._monitor is not None:
            self._monitor.close()
            self._monitor = None
        (self.folder / "monitor").unlink(missing_ok=True)
        self._qemu = None

    def _listens(self) -> bool:
        assert self._qemu is not None
        assert self._qemu.poll() is None, (self.folder / "qemu.log").read_text()
        with suppress(QMPError):
            self._monitor = Monitor(self.folder / "monitor")
        return self._monitor is not None

    @property
    def monitor(self) -> Monitor:
        """Its keyboard, screen and stick; only while it runs."""
        assert self._monitor is not None
        return self._monitor

    @property
    def runs(self) -> bool:
        """Whether it is switched on."""
        return self._qemu is not None

    # --- commands --------------------------------------------------------------------------
    def run(self, words: str, patience_s: float = COMMAND_S) -> str:
        """What a shell line that must succeed prints, run by root."""
        done = self._ssh(words, patience_s)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def attempt(self, words: str, patience_s: float = COMMAND_S) -> "subprocess.CompletedProcess[str]":
        """A shell line that may fail, run by root."""
        return self._ssh(words, patience_s)

    def write(self, file: str, text: str) -> None:
        """Write a file of the station's user."""
        made = f"install -o interview-kiosk -g interview-kiosk -m 600 /dev/stdin {file}"
        subprocess.run([*self.door(), made], input=text, text=True, check=True, timeout=COMMAND_S)

    def fetch(self, file: str, to: Path) -> Path:
        """A copy of one of its files."""
        with to.open("wb") as copy:
            subprocess.run([*self.door(), f"cat {file}"], stdout=copy, check=True, timeout=COMMAND_S)
        return to

    def door(self) -> list[str]:
        """How to log in through the connection that is open; further words are what to run."""
        return door(self._port, "-o", f"ControlPath={self.folder}/ssh")

    def _answers(self) -> bool:
        """Log in once; all commands go through this connection, for each login costs it seconds."""
        words = [*self.door(), "-f", "-N", "-M"]
        return subprocess.run(words, stdout=DEVNULL, stderr=DEVNULL, check=False).returncode == 0

    def _ssh(self, words: str, patience_s: float) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*self.door(), words],
            stdin=DEVNULL,
            capture_output=True,
            text=True,
            timeout=patience_s,
            check=False,
        )

    def _hang_up(self) -> None:
        subprocess.run([*self.door(), "-O", "exit"], stdout=DEVNULL, stderr=DEVNULL, check=False)


def door(port: int, *options: str) -> list[str]:
    """How root logs in to a guest; further words are what to run."""
    return [
        *("ssh", "-q", "-p", str(port), "-i", str(BUILD / "key"), "-o", "IdentitiesOnly=yes"),
        *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "ConnectTimeout=30"),
        *(*options, "root@127.0.0.1"),
    ]


def lay_out(folder: Path, below: Path) -> None:
    """Give a guest its disk, above another that stays as it is, and its stick."""
    make_disk(folder / "disk.qcow2", below)
    make_stick(folder / "stick.img")


def until(holds: Callable[[], object], what: str, patience_s: float) -> None:
    """Wait for something that should come."""
    deadline = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < deadline, f"not in time: {what}"
        time.sleep(0.5)


@contextmanager
def switched_on(folder: Path, below: Path) -> Iterator[Guest]:
    """A guest that runs, on a disk above ``below``; whatever happens, nothing of it is left running."""
    lay_out(folder, below)
    guest = Guest(folder)
    try:
        guest.start()
        yield guest
    finally:
        if guest.runs:
            guest.cut_power()
