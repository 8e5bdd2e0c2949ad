"""QEMU's monitor: hands at the guest's keyboard, eyes on its screen, a stick that comes and goes."""

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from qemu.qmp import QMPClient, QMPError

KEYS = {"Return": "ret", "Escape": "esc", "space": "spc", "BackSpace": "backspace", "Delete": "delete"}
"""X11's names of keys, as the other tests press them, where QEMU's are not the same in small letters."""
SIGNS = {" ": "spc", "-": "minus", ".": "dot", "/": "slash", "\n": "ret"}
HELD_MS = 40
"""How long a key stays down; a busy guest still sees it."""


class Monitor:
    """One connection to the monitor of a running QEMU, or ``QMPError`` when none listens. One thread."""

    def __init__(self, socket: Path) -> None:
        self._loop = asyncio.Runner()
        self._client = QMPClient("booth")
        try:
            self._loop.run(self._client.connect(str(socket)))
        except QMPError:
            self._loop.close()
            raise

    def order(self, name: str, **arguments: object) -> object:
        """Send one command of the QEMU Machine Protocol; its answer. Raises ``QMPError``."""
        return self._loop.run(self._client.execute(name, arguments))

    def close(self) -> None:
        """Let go; harmless when QEMU is gone."""
        with suppress(QMPError):
            self._loop.run(self._client.disconnect())
        self._loop.close()

    def press(self, *keys: str) -> None:
        """Press keys one after another, for example ``alt+F4``."""
        for key in keys:
            names = [KEYS.get(name, name.lower()) for name in key.split("+")]
            self._send(names)

    def type(self, text: str) -> None:
        """Type capitals, digits and a few signs."""
        for letter in text:
            name = SIGNS.get(letter, letter.lower())
            self._send(["shift", name] if letter.isupper() else [name])

    def photograph(self, file: Path) -> None:
        """Write what the screen shows as PNG."""
        self.order("screendump", filename=str(file), format="png")

    def look(self, scratch: Path) -> NDArray[np.uint8]:
        """Grey values of the screen, shape ``(height, width)``."""
        self.order("screendump", filename=str(scratch))
        _magic, size, _deepest, dots = scratch.read_bytes().split(b"\n", 3)
        width, height = (int(number) for number in size.split())
        return np.frombuffer(dots, np.uint8).reshape(height, width, 3)[:, :, 1].copy()

    def plug_stick(self) -> None:
        """Put the USB stick in."""
        self.order("device_add", driver="usb-storage", id="stick", drive="stick", bus="usb.0")

    def pull_stick(self) -> None:
        """Pull the USB stick, whatever is being written."""
        self.order("device_del", id="stick")

    def stick_written_bytes(self) -> int:
        """How much has arrived on the stick since it was put in."""
        drives = cast("list[dict[str, Any]]", self.order("query-blockstats"))
        return sum(int(drive["stats"]["wr_bytes"]) for drive in drives if drive.get("node-name") == "stick")

    def _send(self, names: list[str]) -> None:
        codes = [{"type": "qcode", "data": name} for name in names]
        self.order("send-key", keys=codes, **{"hold-time": HELD_MS})
        time.sleep(2 * HELD_MS / 1000)
