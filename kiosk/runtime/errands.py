"""The errands: whatever the central server wants of the station is done, at once where something waits."""

import random
import threading

import structlog

from kiosk.ports.live import OrderDesk
from kiosk.ports.sync import AwayError, SyncError
from kiosk.runtime.backoff import Backoff

log = structlog.get_logger()

LOOK_S = 30.0
"""Between looks where nothing is heard of new orders: an erasure that takes a while is asked about again."""
_MOST_S = 60.0


class Errands:
    """One thread named ``errands``. It never waits for recordings to be sent: a command lives seconds."""

    def __init__(self, desk: OrderDesk, backoff: Backoff | None = None, look_s: float = LOOK_S) -> None:
        self._desk = desk
        self._backoff = backoff or Backoff(random.SystemRandom(), most_s=_MOST_S)
        self._look_s = look_s
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="errands")

    def start(self) -> None:
        """Begin with whatever waits."""
        self._thread.start()

    def notice(self) -> None:
        """Something waits. Any thread."""
        self._look.set()

    def stop(self) -> None:
        """Finish the order at hand, then end."""
        self._over.set()
        self._look.set()
        self._thread.join()
        self._desk.close()

    def _run(self) -> None:
        while not self._over.is_set():
            try:
                self._desk.attend()
            except SyncError as error:
                patience_s = self._backoff.failed(error.wait_s if isinstance(error, AwayError) else _MOST_S)
                log.warning("orders cannot be fetched", reason=str(error), again_in_s=round(patience_s, 1))
                self._over.wait(patience_s)
            else:
                self._backoff.worked()
                self._look.wait(self._look_s)
                self._look.clear()
