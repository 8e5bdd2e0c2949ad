"""Reading bodies: small ones into memory, large ones into a file. How long and how slow: ``server.gate``."""

import hashlib
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request
from starlette.requests import ClientDisconnect

from server.errors import MalformedError


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
