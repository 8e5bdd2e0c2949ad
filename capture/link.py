"""One connection to the recorder process, and how to get one."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from capture.alone import lock_path, try_lock
from capture.errors import RecorderAwayError
from capture.preview import PreviewReader
from capture.wire import Hello, LineReader, News, Order, news_of, to_line

_HELLO_S = 3.0
_CONNECT_S = 10.0
_DIAL_EVERY_S = 0.02
_START_EVERY_S = 4.0


class Link:
    """Sending from any thread that holds the client's lock, receiving from one thread."""

    def __init__(self, sock: socket.socket, hung_s: float) -> None:
        """Wait for ``Hello``. Raises ``OSError`` or ``ValueError`` when something else comes, or nothing."""
        self._sock = sock
        self._lines = LineReader()
        sock.settimeout(_HELLO_S)
        data, handles, _, _ = socket.recv_fds(sock, 65536, 1)
        if not handles:
            raise ConnectionError("the recorder is just ending")
        self.preview = PreviewReader(handles[0])
        self._early = self._news(data)
        pids = [item.pid for item in self._early if isinstance(item, Hello)]
        if not pids:
            raise ConnectionError("the recorder does not say who it is")
        self._pid = pids[0]
        sock.settimeout(hung_s)

    def send(self, order: Order) -> bool:
        """Whether it is on its way."""
        try:
            self._sock.sendall(to_line(order))
        except OSError:
            return False
        return True

    def receive(self) -> list[News] | None:
        """What has come; waits for it. ``None`` when the recorder is gone, or hung (it is then killed)."""
        if early := self._early:
            self._early = []
            return early
        try:
            data = self._sock.recv(65536)
        except TimeoutError:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            return None
        except OSError:
            return None
        return self._news(data) if data else None

    def hang_up(self) -> None:
        """Make ``receive`` return; any thread."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the socket."""
        self._sock.close()

    def _news(self, data: bytes) -> list[News]:
        return [news_of(line) for line in self._lines.feed(data)]


@dataclass(frozen=True, slots=True)
class Launch:
    """Where the recorder is found, and how it is started when it is not.

    ``options`` are for ``python -m capture serve``; ``log`` takes what the process says.
    """

    socket: Path
    options: tuple[str, ...] = ()
    log: Path | None = None
    hung_s: float = 12.0
    """A living recorder says something 20 times a second; one silent for so long is killed. Longer than a
    disk stalls."""

    def connect(self, over: threading.Event) -> Link:
        """Reach the recorder, starting it if need be. Raises ``RecorderAwayError``."""
        deadline, start_at = time.monotonic() + _CONNECT_S, 0.0
        while time.monotonic() < deadline and not over.is_set():
            if link := self.dial():
                return link
            if time.monotonic() >= start_at:
                self._start()
                start_at = time.monotonic() + _START_EVERY_S
            over.wait(_DIAL_EVERY_S)
        raise RecorderAwayError("the recorder process does not answer")

    def wait_until_gone(self, patience_s: float) -> bool:
        """Whether the recorder process has ended within this time."""
        deadline = time.monotonic() + patience_s
        with lock_path(self.socket).open("w") as lock:
            while not (gone := try_lock(lock)) and time.monotonic() < deadline:
                time.sleep(_DIAL_EVERY_S)
        return gone

    def dial(self) -> Link | None:
        """The recorder if it is there now; starts none."""
        sock = socket.socket(socket.AF_UNIX)
        try:
            sock.connect(str(self.socket))
            return Link(sock, self.hung_s)
        except (OSError, ValueError):
            sock.close()
            return None

    def _start(self) -> None:
        """Start it as nobody's child, in a session of its own, so that it survives whoever started it."""
        root = str(Path(__file__).parent.parent)
        paths = filter(None, (root, os.environ.get("PYTHONPATH")))
        command = (sys.executable, "-m", "capture", "serve", "--socket", str(self.socket), *self.options)
        try:
            with (self.log or Path(os.devnull)).open("ab") as log:
                subprocess.run(
                    ("/bin/sh", "-c", '"$@" &', "sh", *command),
                    cwd="/",
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    check=True,
                )
        except (OSError, subprocess.CalledProcessError) as error:
            raise RecorderAwayError(f"the recorder process cannot be started: {error}") from error
