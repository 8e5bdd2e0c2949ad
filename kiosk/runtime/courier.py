"""The courier: brings the central server what it lacks, during interviews too, and yields to them."""

import os
import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.flow.events import Event
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.ports.station import Snapshot
from kiosk.ports.sync import AwayError, Exchange, StoppedError, SyncError, SyncQueue
from kiosk.runtime.afterwards import nobody_is_interviewed
from kiosk.runtime.backoff import Backoff

log = structlog.get_logger()

BUSY_S = 5.0
"""Between rounds while something is recorded or left to send."""
QUIET_S = 30.0
STOPPED_S = 300.0
"""A station that the server does not listen to asks again this rarely."""
KNOCK_S = 45.0
"""Between knocks at the door of a server that was not even listening."""
_LOWEST_PRIORITY = 19


class Courier:
    """One thread named ``courier``, of the lowest priority.

    A round that fails opens the circuit: nothing is sent until the backoff is over, and then one small
    question goes first. A server that did not listen at all is knocked at meanwhile, so that the first
    attempt after its return does not wait for the longest backoff.
    """

    def __init__(
        self,
        exchange: Exchange,
        post: Callable[[Event], None],
        backoff: Backoff | None = None,
        knock_s: float = KNOCK_S,
        stopped_s: float = STOPPED_S,
    ) -> None:
        self._exchange, self._post = exchange, post
        self._backoff = backoff or Backoff(random.SystemRandom())
        self._knock_s, self._stopped_s = knock_s, stopped_s
        self._interviewing = self._stopped = False
        self._look = threading.Event()
        self._now = threading.Event()
        """Somebody waits: no patience is worth that."""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="courier")

    def start(self) -> None:
        """Begin with whatever is left over."""
        self._thread.start()

    def see(self, snapshot: Snapshot) -> None:
        """Watch the station: when an interview begins or ends there is something to send."""
        interviewing = not nobody_is_interviewed(snapshot.kiosk)
        if interviewing != self._interviewing:
            self._interviewing = interviewing
            self._look.set()

    def queue(self) -> SyncQueue:
        """What is left to send. Any thread."""
        return self._exchange.queue()

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        """Send these first, and now, whatever went wrong before. Any thread."""
        self._exchange.hurry(sessions)
        self._now.set()
        self._look.set()

    def trouble(self) -> str:
        """Why nothing is sent; empty before that was tried for whoever waits. Any thread."""
        return "" if self._now.is_set() else self._exchange.queue().trouble

    def stop(self) -> None:
        """Finish the piece at hand, then end."""
        self._over.set()
        self._now.set()
        self._look.set()
        self._thread.join()
        self._exchange.close()

    def _run(self) -> None:
        with suppress(OSError, AttributeError):  # where threads have no priority of their own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOWEST_PRIORITY)
        while not self._over.is_set():
            try:
                left = self._exchange.round(lambda: not self._over.is_set())
            except SyncError as error:
                self._fail(error)
            else:
                self._now.clear()
                self._listened_to()
                self._look.wait(BUSY_S if left or self._interviewing else QUIET_S)
                self._look.clear()

    def _listened_to(self) -> None:
        self._backoff.worked()
        if self._stopped:
            self._stopped = False
            self._post(FaultCleared(FaultCode.SERVER_STOPPED))

    def _fail(self, error: SyncError) -> None:
        self._exchange.failed(error)
        self._now.clear()
        if isinstance(error, StoppedError):
            log.error("the server does not listen to this station", reason=str(error))
            if not self._stopped:
                self._stopped = True
                self._post(FaultRaised(Fault(FaultCode.SERVER_STOPPED, str(error))))
            self._rest(self._stopped_s)
            return
        patience_s = self._backoff.failed(error.wait_s if isinstance(error, AwayError) else 0.0)
        log.warning("the server cannot be reached", reason=str(error), again_in_s=round(patience_s, 1))
        self._wait(patience_s)

    def _wait(self, patience_s: float) -> None:
        deadline_s = time.monotonic() + patience_s
        listens = patience_s <= self._knock_s or self._exchange.knock()
        while not self._now.is_set() and (left_s := deadline_s - time.monotonic()) > 0:
            if self._rest(left_s if listens else min(left_s, self._knock_s)):
                return
            if not listens and self._exchange.knock():
                return

    def _rest(self, seconds: float) -> bool:
        """Whether somebody ended it early: to hurry, or for good."""
        return self._over.is_set() or self._now.wait(seconds)
