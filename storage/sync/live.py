"""The connection that stays: the station's state every two seconds, and word of orders."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from pydantic import ValidationError
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from kiosk.ports.live import Sight, Word
from kiosk.ports.sync import AwayError
from kiosk.wire.live import MAX_PREVIEW_BYTES, Waiting
from kiosk.wire.message import PATH
from storage.signing import StationKey
from storage.sync.line import signed_headers
from storage.sync.vitals import live_state
from storage.times import now_wall

_TARGET = f"{PATH}/live"
_OPEN_S = 10.0
_CLOSE_S = 2.0
_DEAF_S = 90.0
"""The server speaks with every tenth state: after such a silence nobody is there."""
_MOST_BYTES = 16 << 10


class LiveSocket:
    """Implements ``kiosk.ports.live.LiveLine``. ``skew_s`` tells how far the server's clock is ahead."""

    def __init__(self, url: str, key: StationKey, skew_s: Callable[[], float]) -> None:
        self._address = url.replace("http", "ws", 1) + _TARGET
        self._key, self._skew_s = key, skew_s
        self._last = ExitStack()
        self._socket: ClientConnection | None = None
        self._heard_s = 0.0

    def open(self) -> None:
        """See ``LiveLine``."""
        self.close()
        with _plainly():
            self._socket = self._last.enter_context(
                connect(
                    self._address,
                    additional_headers=signed_headers(self._key, "GET", _TARGET, b"", self._skew_s()),
                    open_timeout=_OPEN_S,
                    close_timeout=_CLOSE_S,
                    compression=None,
                    max_size=_MOST_BYTES,
                )
            )
        self._heard_s = time.monotonic()

    def tell(self, sight: Sight) -> None:
        """See ``LiveLine``."""
        state = live_state(sight, now_wall()).model_dump_json()
        with _plainly():
            self._open_one.send(state)
            if sight.picture is not None and len(sight.picture) <= MAX_PREVIEW_BYTES:
                self._open_one.send(sight.picture)

    def hear(self, patience_s: float) -> Word | None:
        """See ``LiveLine``."""
        with _plainly():
            try:
                told = Waiting.model_validate_json(self._open_one.recv(patience_s))
            except TimeoutError:
                self._check_silence()
                return None
        self._heard_s = time.monotonic()
        return Word(orders=told.orders > 0, watched=told.watched)

    def _check_silence(self) -> None:
        if time.monotonic() - self._heard_s > _DEAF_S:
            raise AwayError("the server has fallen silent")

    def close(self) -> None:
        """See ``LiveLine``."""
        self._socket = None
        self._last.close()

    @property
    def _open_one(self) -> ClientConnection:
        assert self._socket is not None, "opened first"
        return self._socket


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except (OSError, WebSocketException) as error:
        raise AwayError(f"the live line broke ({type(error).__name__})") from error
    except ValidationError as error:
        raise AwayError("the server's word cannot be read") from error
