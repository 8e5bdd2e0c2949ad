"""The recorder process: one door, a Unix socket, and behind it the recorder.

It outlives the kiosk: a recording goes on without anybody connected, for as long as ``Patience`` says.
Without recording and without client it ends itself. Errors nobody expected end it at once: whoever
is connected starts another, and the file loses half a second.
"""

import logging
import os
import queue
import selectors
import signal
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from capture.alone import only_one
from capture.connection import Connection
from capture.orders import obey
from capture.recorder import Recorder
from capture.sources import Devices
from capture.space import Limits
from capture.wire import Hello, order_of
from kiosk.flow.facts import RecorderFact, RecordingStarted

_TICK_S = 0.05
_LOCK_WAIT_S = 3.0
_CRASHED = 70

log = logging.getLogger("recorder")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the process stays without a client, with nothing to do and with a recording running."""

    idle_s: float = 4.0
    orphan_s: float = 15 * 60.0


def serve(path: Path, devices: Devices, patience: Patience, limits: Limits) -> None:
    """Be the recorder behind this socket until nobody needs it; returns at once if there is one already."""
    os.umask(0o077)  # what is recorded is for the station's user alone
    threading.excepthook = lambda happened: _crash(happened.exc_value)
    with only_one(path, _LOCK_WAIT_S) as alone:
        if alone:
            try:
                _Door(path, devices, patience, limits).run()
            except Exception as error:
                _crash(error)


class _Door:
    """The main thread's loop: clients, their orders, facts for them, the passage of time."""

    def __init__(self, path: Path, devices: Devices, patience: Patience, limits: Limits) -> None:
        self._path = path
        self._patience = patience
        self._facts: queue.SimpleQueue[RecorderFact] = queue.SimpleQueue()
        self._alarm_in, self._alarm_out = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._recorder = Recorder(devices, self._tell, path.parent, limits)
        self._clients: list[Connection] = []
        self._alone_since = time.monotonic()
        self._ended_by = ""
        self._listening = _listen(path)
        self._inode = path.stat().st_ino
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listening, selectors.EVENT_READ, self._accept)
        self._selector.register(self._alarm_in, selectors.EVENT_READ, self._wake)

    def run(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._end("asked to end"))
        log.info("recorder %d listens", os.getpid())
        next_tick = time.monotonic()
        while not self._ended_by:
            for key, _ in self._selector.select(max(0.0, next_tick - time.monotonic())):
                key.data()
            self._deliver()
            if time.monotonic() >= next_tick:
                self._tick()
                next_tick = time.monotonic() + _TICK_S
        log.info("recorder ends: %s", self._ended_by)
        self._shut_down()

    def _tell(self, fact: RecorderFact) -> None:
        """From any thread."""
        self._facts.put(fact)
        with suppress(OSError):  # awake already, or ending
            os.write(self._alarm_out, b".")

    def _wake(self) -> None:
        os.read(self._alarm_in, 4096)

    def _deliver(self) -> None:
        while not self._facts.empty():
            fact = self._facts.get_nowait()
            log.info("%s", type(fact).__name__)
            for client in self._clients:
                client.send(fact)

    def _accept(self) -> None:
        sock, _ = self._listening.accept()
        client = Connection(sock)
        client.send_with_handle(Hello(os.getpid()), self._recorder.preview_handle)
        run = self._recorder.recording
        if run and run.segment.counts.frames:
            segment = run.segment
            client.send(RecordingStarted(segment.order.session, segment.number, segment.started_wall))
        self._clients.append(client)
        self._selector.register(sock, selectors.EVENT_READ, lambda: self._read(client))

    def _read(self, client: Connection) -> None:
        try:
            lines = client.receive()
            for line in lines:
                obey(self._recorder, order_of(line))
            if lines:
                client.offer(self._recorder.status())  # what an order did is known at once
        except ValueError as error:
            log.warning("a client speaks nonsense: %s", error)
            client.lost = True

    def _tick(self) -> None:
        self._recorder.poll()
        status = self._recorder.status()
        for client in self._clients:
            client.offer(status)
        for client in [client for client in self._clients if client.lost]:
            self._clients.remove(client)
            self._selector.unregister(client.sock)
            client.sock.close()
        self._consider_ending()

    def _consider_ending(self) -> None:
        now = time.monotonic()
        if self._clients:
            self._alone_since = now
        waited_s = now - self._alone_since
        if waited_s > (self._patience.orphan_s if self._recorder.busy else self._patience.idle_s):
            self._end("nobody came back" if self._recorder.busy else "nobody needs it")
        elif not self._clients and not self._can_be_reached():
            self._end("nobody can come back")

    def _can_be_reached(self) -> bool:
        """Whether our own socket, not another's, still lies where clients look for it."""
        try:
            return self._path.stat().st_ino == self._inode
        except FileNotFoundError:
            return False

    def _end(self, why: str) -> None:
        self._ended_by = self._ended_by or why

    def _shut_down(self) -> None:
        self._listening.close()
        if self._can_be_reached():
            self._path.unlink()
        self._recorder.shut_down(self._ended_by)
        self._deliver()
        for client in self._clients:
            client.sock.close()
        self._selector.close()
        os.close(self._alarm_in)
        os.close(self._alarm_out)


def _listen(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    return listening


def _crash(error: BaseException | None) -> None:
    log.critical("the recorder must end", exc_info=error)
    logging.shutdown()
    os._exit(_CRASHED)
