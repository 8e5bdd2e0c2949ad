"""Saying that one lives, and hearing it: systemd's words over a datagram socket named in the environment.

systemd listens to the supervisor, and the supervisor to the kiosk process, both in the same way.
"""

import os
import select
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

NAME = "NOTIFY_SOCKET"
READY, ALIVE = "READY=1", "WATCHDOG=1"
LISTEN_S = 1.0
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Mouth:
    """Says words to whoever wants to hear them; where nobody does, to nobody. Any thread; never waits."""

    address: str = ""

    @classmethod
    def of_environment(cls) -> Self:
        """The one that listens to this process, and to none of those it starts."""
        return cls(os.environ.pop(NAME, ""))

    def say(self, words: str) -> None:
        """Words like ``READY=1``, one a line."""
        if not self.address:
            return
        place = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.setblocking(False)
            sock.sendto(words.encode(), place)


class Ear:
    """Hears what a child says. A context manager; the name is the kernel's choice, nothing lies on a disk."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    @property
    def environment(self) -> Mapping[str, str]:
        """What the child has to be told."""
        name = self._socket.getsockname()
        return {NAME: f"@{bytes(name[1:]).decode()}"}

    def listen(self, ended: int) -> str:
        """What was said; nothing after a second, or as soon as the process of the descriptor has ended."""
        words = self._socket.fileno()
        ready, _, _ = select.select([words, ended], [], [], LISTEN_S)
        return self._socket.recv(_LONGEST).decode(errors="replace") if words in ready else ""
