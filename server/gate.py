"""In front of everything: bodies of a known length, not too long, not too slow.

The slowness is that of the whole body, so that nobody holds a place by sending a byte now and then. A body
of unknown length has no end, so it is not taken at all.
"""

import asyncio
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.answers import problem
from server.errors import LengthRequiredError, MalformedError, ServerError, TooLargeError

GRACE_S = 20.0
SLOWEST_BYTES_PER_S = 8 << 10
"""A body may take ``GRACE_S`` longer than it would at this rate."""

MostBytes = Callable[[str], int]
"""How long a body may be that is sent to a path."""


class Gate:
    """An ASGI middleware."""

    def __init__(self, app: ASGIApp, most_bytes: MostBytes) -> None:
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            _check_length(Headers(scope=scope), self._most_bytes(scope["path"]))
        except ServerError as error:
            await problem(error)(scope, receive, send)
            return
        await self._app(scope, _Timed(receive), send)


def _check_length(headers: Headers, most_bytes: int) -> None:
    announced = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not (announced.isascii() and announced.isdigit()):
        raise LengthRequiredError("a body needs a Content-Length")
    if int(announced) > most_bytes:
        raise TooLargeError(f"at most {most_bytes} bytes are taken here")


class _Timed:
    """A ``receive`` that gives up on those who send too slowly."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._began = asyncio.get_running_loop().time()
        self._received = 0
        self._complete = False

    async def __call__(self) -> Message:
        if self._complete:  # what may still come is the end of the connection, whenever that is
            return await self._receive()
        deadline = self._began + GRACE_S + self._received / SLOWEST_BYTES_PER_S
        try:
            async with asyncio.timeout_at(deadline):
                message = await self._receive()
        except TimeoutError as error:
            raise MalformedError("the body came too slowly", "too_slow") from error
        self._received += len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        return message
