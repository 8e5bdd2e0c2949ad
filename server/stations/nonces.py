"""Nonces of requests that only read, in memory: for SQLite, where there is only one process."""

import threading
import time

from kiosk.wire.signing import WINDOW_S
from server.errors import SignedOutError
from server.times import instant, now


class UsedNonces:
    """Any thread may call.

    What an earlier process was asked is not known here, so a request that was signed before this one began
    is not answered: its station hears the time and signs anew. (One that was signed by a clock that goes
    fast might be: it changes nothing, and stations sign by the server's clock.)
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: dict[tuple[str, str], float] = {}
        self._began = instant(now())

    def use(self, key: str, nonce: str, signed_wall: str) -> None:
        """Count a nonce. Raises ``SignedOutError`` when it was counted before, or might have been."""
        if instant(signed_wall) < self._began:
            raise SignedOutError("the request was signed before the server began", "clock", server_time=now())
        with self._lock:
            if (key, nonce) in self._until:
                raise SignedOutError("this request was sent before", "replayed")
            self._until[key, nonce] = time.monotonic() + 2 * WINDOW_S

    def forget(self) -> None:
        """Those whose requests are too old to be sent again."""
        with self._lock:
            self._until = {one: until for one, until in self._until.items() if until > time.monotonic()}
