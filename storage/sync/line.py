"""The line to the server: signed requests over HTTP, with deadlines, a speed limit, and the server's time."""

import hashlib
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from httpx2 import Client, HTTPError, InvalidURL, Limits, Response, Timeout
from pydantic import BaseModel, ValidationError

from kiosk.ports.sync import AwayError, RefusedError, StoppedError
from kiosk.wire import signing
from kiosk.wire.message import PATH, Problem
from kiosk.wire.version import (
    PROTOCOL,
    SERVER_PROTOCOLS,
    STATION_PROTOCOL,
    STATION_VERSION,
    VERSION,
    heard,
    misfit,
)
from storage.signing import StationKey
from storage.times import instant, wall

SLICE_BYTES = 64 << 10
_DEADLINES = Timeout(30.0, connect=10.0)
_KNOCK_S = 3.0
_LATER = (429, 503)
_STOPS = ("station_unknown", "frozen", "fork", "chain", "version")
_AGAIN = ("signature", "replayed", "clock")
_TWICE = (*_AGAIN, "malformed", "invalid", "damaged")
"""What may be the line's doing: a clock that is off, an answer that got lost, a bit that is another."""

M = TypeVar("M", bound=BaseModel)


def listens(url: str) -> bool:
    """Whether anybody listens at this address; costs next to nothing."""
    address = urlsplit(url)
    port = address.port or (443 if address.scheme == "https" else 80)
    try:
        socket.create_connection((address.hostname or "", port), _KNOCK_S).close()
    except OSError:
        return False
    return True


class Pace:
    """Lets bytes through no faster than ``bytes_per_s`` (0: as fast as they go) and counts them."""

    def __init__(self, bytes_per_s: float, sleep: Callable[[float], object] = time.sleep) -> None:
        self._bytes_per_s = bytes_per_s
        self._sleep = sleep
        self.sent_bytes = 0

    def slices(self, data: bytes) -> Iterator[bytes]:
        """``data`` in slices, each as soon as it may go."""
        for start in range(0, len(data), SLICE_BYTES):
            piece = data[start : start + SLICE_BYTES]
            yield piece
            self.sent_bytes += len(piece)
            if self._bytes_per_s:
                self._sleep(len(piece) / self._bytes_per_s)


class Line:
    """One station's requests. Owned by one thread; every method raises ``SyncError``."""

    def __init__(self, url: str, key: StationKey, pace: Pace) -> None:
        self._key = key
        self._pace = pace
        self._client = Client(base_url=url, timeout=_DEADLINES, limits=Limits(max_connections=2))
        self.skew_s = 0.0
        """How far the server's clock is ahead of ours; requests are signed by the server's."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def hear_time(self, server_wall: str) -> None:
        """The server has told its time; ours stays what it is."""
        self.skew_s = round((instant(server_wall) - datetime.now(UTC)).total_seconds(), 3)

    def ask(self, method: str, path: str, kind: type[M], message: BaseModel | None = None) -> M:
        """One message there, if any, and one back."""
        body = message.model_dump_json().encode() if message is not None else b""
        try:
            return kind.model_validate_json(self._answered(method, path, body).content)
        except ValidationError as error:
            raise AwayError("the server's answer cannot be read") from error

    def tell(self, method: str, path: str, message: BaseModel) -> None:
        """A message that is answered with nothing."""
        self._answered(method, path, message.model_dump_json().encode())

    def bring(self, path: str, data: bytes) -> None:
        """Raw bytes, at the pace that was set."""
        self._answered("PUT", path, data, raw=True)

    def put_elsewhere(self, url: str, data: bytes) -> None:
        """Raw bytes to an address that the server gave, at the same pace; nothing of ours goes with them."""
        headers = {"Content-Length": str(len(data)), "Content-Type": "application/octet-stream"}
        try:
            answer = self._client.put(url, content=self._pace.slices(data), headers=headers)
        except (HTTPError, InvalidURL) as error:
            raise AwayError(f"the object store does not answer ({type(error).__name__})") from error
        if not answer.is_success:
            raise AwayError(f"the object store answered {answer.status_code}")

    def fetch(self, path: str, into: Path, most_bytes: int) -> str:
        """Write what is there into a file; its SHA-256. Raises ``OSError`` as well."""
        target, found, size = PATH + path, hashlib.sha256(), 0
        headers = signed_headers(self._key, "GET", target, b"", self.skew_s)
        try:
            with self._client.stream("GET", target, headers=headers) as answer, into.open("wb") as file:
                _check_version(answer)
                if not answer.is_success:
                    answer.read()
                    raise _error(answer, _problem(answer))
                for block in answer.iter_bytes(SLICE_BYTES):
                    size += len(block)
                    if size > most_bytes:
                        raise AwayError("the server sends more than it said")
                    found.update(block)
                    file.write(block)
        except HTTPError as error:
            raise AwayError(f"the server does not answer ({type(error).__name__})") from error
        return found.hexdigest()

    def _answered(self, method: str, path: str, body: bytes, *, raw: bool = False) -> Response:
        answer = self._sent(method, path, body, raw=raw)
        if answer.is_success:
            return answer
        problem = _problem(answer)
        if problem.error in _TWICE:
            if server_time := problem.facts.get("server_time"):
                self.hear_time(str(server_time))
            answer = self._sent(method, path, body, raw=raw)
            if answer.is_success:
                return answer
            problem = _problem(answer)
        raise _error(answer, problem)

    def _sent(self, method: str, path: str, body: bytes, *, raw: bool) -> Response:
        target = PATH + path
        headers = signed_headers(self._key, method, target, body, self.skew_s)
        headers["Content-Type"] = "application/octet-stream" if raw else "application/json"
        headers["Content-Length"] = str(len(body))
        content: Any = self._pace.slices(body) if raw else body
        try:
            answer = self._client.request(method, target, content=content, headers=headers)
        except HTTPError as error:
            raise AwayError(f"the server does not answer ({type(error).__name__})") from error
        _check_version(answer)
        return answer


def signed_headers(key: StationKey, method: str, target: str, body: bytes, skew_s: float) -> dict[str, str]:
    """What makes a request this station's, by the server's clock; each may be used once."""
    now = wall(datetime.now(UTC) + timedelta(seconds=skew_s))
    nonce, digest = secrets.token_hex(16), signing.digest_of(body)
    said = signing.request_bytes(method, target, digest, now, nonce)
    return {
        signing.KEY: signing.to_text(key.public),
        signing.TIME: now,
        signing.NONCE: nonce,
        signing.DIGEST: digest,
        signing.SIGNATURE: signing.to_text(key.sign(said)),
        STATION_PROTOCOL: str(PROTOCOL),
        STATION_VERSION: VERSION,
    }


def _check_version(answer: Response) -> None:
    """Whatever a server says that does not understand this station, it is not about what was sent."""
    understood = heard(answer.headers.get(SERVER_PROTOCOLS, ""))
    if understood and (why := misfit(PROTOCOL, *understood)):
        raise StoppedError(why)


def _problem(answer: Response) -> Problem:
    try:
        return Problem.model_validate_json(answer.content)
    except ValidationError:  # a proxy in between speaks for itself
        return Problem(error="", detail=f"the server answered {answer.status_code}")


def _error(answer: Response, problem: Problem) -> AwayError | RefusedError | StoppedError:
    if answer.status_code >= 500 or answer.status_code in _LATER or not problem.error:
        return AwayError(problem.detail, _wait_s(answer))
    if problem.error in _STOPS or problem.error in _AGAIN:
        return StoppedError(problem.detail)
    expected = problem.facts.get("expected_seq")
    return RefusedError(problem.error, problem.detail, expected if isinstance(expected, int) else None)


def _wait_s(answer: Response) -> float:
    told = answer.headers.get("Retry-After", "")
    return float(told) if told.isdecimal() else 0.0
