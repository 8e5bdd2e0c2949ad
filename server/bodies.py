"""Reading bodies: small ones into memory, large ones into a file. How long and how slow: ``server.gate``."""

import hashlib
import math
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.requests import ClientDisconnect, HTTPConnection

from server.errors import MalformedError

DEEPEST = 32
_MOST, _LEAST = 2**63 - 1, -(2**63)
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")


async def sound_json(connection: HTTPConnection) -> None:
    """A dependency of every endpoint: JSON that nobody could keep or show is not taken.

    Raises ``MalformedError``. The body was read before; what is no JSON is looked at by whoever reads it.
    """
    check_sound(getattr(connection, "_json", None))


def check_sound(message: Any) -> None:
    """Look for halves of letters, numbers without a value or an end, and lists without a bottom.

    A list's parts are taken level by level, because Python would end a walk into the depths by itself.
    Raises ``MalformedError``.
    """
    level = [message]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += one.keys()
                below += one.values()
            elif isinstance(one, list):
                below += one
            elif isinstance(one, str):
                if not one.isascii() and _HALF_A_LETTER.search(one):
                    raise MalformedError("a text has half a letter in it")
            elif isinstance(one, float):
                if not math.isfinite(one):
                    raise MalformedError("a number is none, or too large")
            elif isinstance(one, int) and not _LEAST <= one <= _MOST:
                raise MalformedError("a number is too large")
        if not below:
            return
        level = below
    raise MalformedError("the message is nested too deeply")


@dataclass(frozen=True, slots=True)
class Spooled:
    """A body that lies in a file of the spool."""

    file: Path
    size_bytes: int
    sha256: str


@asynccontextmanager
async def spool_body(request: Request, folder: Path) -> AsyncIterator[Spooled]:
    """The body in a file that is gone when the block is left, unless it was taken meanwhile."""
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        path = Path(file.name)
        try:
            async for data in _received(request):
                digest.update(data)
                size += len(data)
                file.write(data)
            file.flush()
            yield Spooled(path, size, digest.hexdigest())
        finally:
            path.unlink(missing_ok=True)  # noqa: ASYNC240 - takes microseconds


async def _received(request: Request) -> AsyncIterator[bytes]:
    try:
        async for data in request.stream():
            yield data
    except ClientDisconnect as error:
        raise MalformedError("the connection ended before the body did") from error
