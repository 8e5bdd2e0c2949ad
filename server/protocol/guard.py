"""Which station is asking? What an endpoint of the protocol writes into its signature."""

import hmac
import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from kiosk.wire.signing import DIGEST, KEY, NONCE, SIGNATURE, TIME, digest_of
from kiosk.wire.version import STATION_PROTOCOL, STATION_VERSION
from server.errors import MalformedError, SignedOutError
from server.house import InHouse
from server.stations.service import Head, Station

_NUMBER = re.compile(r"[0-9]{1,6}")
_VERSION = re.compile(r"[ -~]{1,64}")


def head_of(connection: HTTPConnection, method: str) -> Head:
    """What a request or a WebSocket's handshake says of itself."""
    raw = connection.scope.get("raw_path") or connection.scope["path"].encode()
    query = connection.scope["query_string"]
    target = raw + b"?" + query if query else raw
    said = connection.headers
    return Head(
        method=method,
        target=target.decode("ascii", "replace"),
        key=said.get(KEY, ""),
        time=said.get(TIME, ""),
        nonce=said.get(NONCE, ""),
        digest=said.get(DIGEST, ""),
        signature=said.get(SIGNATURE, ""),
        protocol=_protocol(said.get(STATION_PROTOCOL, "1")),
        version=version if _VERSION.fullmatch(version := said.get(STATION_VERSION, "")) else "",
    )


def _protocol(said: str) -> int:
    if not _NUMBER.fullmatch(said):
        raise MalformedError("the version of the protocol cannot be read")
    return int(said)


async def checked_head(request: Request) -> Head:
    """The head of a request whose body is what its head says."""
    head = head_of(request, request.method)
    if not hmac.compare_digest(head.digest.encode(), digest_of(await request.body()).encode()):
        raise SignedOutError("the body is not the one that was signed", "signature")
    return head


CheckedHead = Annotated[Head, Depends(checked_head)]


@dataclass(frozen=True, slots=True)
class BySignature:
    """Lets stations in that are known. The body was compared, or (``raw``) the endpoint does that."""

    raw: bool = False

    async def __call__(self, request: Request, house: InHouse) -> Station:
        """The station, or ``SignedOutError``, ``ForbiddenError``, ``SlowDownError``."""
        head = head_of(request, request.method) if self.raw else await checked_head(request)
        return await run_in_threadpool(house.stations.recognise, head, reads=request.method == "GET")


SignedBy = Annotated[Station, Depends(BySignature())]
SignedHeadBy = Annotated[Station, Depends(BySignature(raw=True))]
