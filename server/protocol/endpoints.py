"""What stations ask: docs/protocol.md, line by line."""

import asyncio
import hmac
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from pydantic import ValidationError

from kiosk.wire.enrolment import Enrol, Enrolled
from kiosk.wire.journal import EventBatch, JournalHead
from kiosk.wire.live import MAX_PREVIEW_BYTES, LiveState, Waiting
from kiosk.wire.message import PATH, Id, Sha256
from kiosk.wire.orders import Orders, Report
from kiosk.wire.pieces import (
    FileManifest,
    FileProgress,
    Lacked,
    Lacking,
    Place,
    Receipt,
    Wanted,
)
from kiosk.wire.session import SessionDocument, SessionKept
from kiosk.wire.signing import DIGEST
from server.access.endpoints import address_of
from server.bodies import spool_body
from server.errors import InvalidError, ServerError, SignedOutError
from server.house import InHouse, house_of
from server.live.hub import Line
from server.protocol.guard import CheckedHead, SignedBy, SignedHeadBy, head_of
from server.times import now

router = APIRouter(prefix=PATH, tags=["stations"])

_SILENCE_S = 15.0
_STATES_BETWEEN_TIMES = 10
_POLICY_VIOLATION = 1008


@router.post("/enrol")
def enrol(asked: Enrol, head: CheckedHead, request: Request, house: InHouse) -> Enrolled:
    """Introduce a station by its one-time code."""
    return house.stations.enrol(head, asked, address_of(request))


@router.get("/journal")
def journal_head(station: SignedBy, house: InHouse) -> JournalHead:
    """How far the server has this station's journal."""
    return house.journals.head(station)


@router.post("/journal")
def append_entries(batch: EventBatch, station: SignedBy, house: InHouse) -> JournalHead:
    """More of the journal."""
    return house.journals.append(station, batch)


@router.put("/sessions/{session_id}")
def keep_session(session_id: Id, document: SessionDocument, station: SignedBy, house: InHouse) -> SessionKept:
    """A session as the station knows it now."""
    if document.session_id != session_id:
        raise InvalidError("the document is of another session")
    return house.documents.keep(station, document)


@router.post("/sessions/{session_id}/pieces/lacking")
def lacking(session_id: Id, asked: Lacking, station: SignedBy, house: InHouse) -> Lacked:
    """Which pieces are to be sent."""
    return Lacked(sha256=house.pieces.lacking(station, session_id, asked.sha256))


@router.post("/sessions/{session_id}/pieces/place")
def place(session_id: Id, piece: Wanted, station: SignedBy, house: InHouse) -> Place:
    """Where a piece is to go: here, or into the object store itself."""
    return house.pieces.place(station, session_id, piece)


@router.post("/sessions/{session_id}/pieces/brought", status_code=204)
def brought(session_id: Id, piece: Wanted, station: SignedBy, house: InHouse) -> Response:
    """A piece was put there."""
    house.pieces.brought(station, session_id, piece)
    return Response(status_code=204)


@router.put("/sessions/{session_id}/pieces/{sha256}", status_code=204)
async def keep_piece(
    session_id: Id, sha256: Sha256, request: Request, station: SignedHeadBy, house: InHouse
) -> Response:
    """A piece, raw."""
    if not hmac.compare_digest(request.headers.get(DIGEST, "").encode(), sha256.encode()):
        raise SignedOutError("the piece is not the one that was signed", "signature")
    async with spool_body(request, house.blobs.spool) as body:
        await run_in_threadpool(house.pieces.keep, station, session_id, sha256, body)
    return Response(status_code=204)


@router.put("/sessions/{session_id}/files")
def announce(session_id: Id, manifest: FileManifest, station: SignedBy, house: InHouse) -> FileProgress:
    """A finished file and its pieces; ask again until it is kept."""
    return house.pieces.announce(station, session_id, manifest)


@router.get("/sessions/{session_id}/receipt")
def receipt(session_id: Id, station: SignedBy, house: InHouse) -> Receipt:
    """What the server answers for."""
    return house.pieces.receipt(station, session_id)


@router.get("/orders")
def orders(station: SignedBy, house: InHouse) -> Orders:
    """What the station is to do."""
    return house.orders.open(station.id)


@router.post("/orders/{order_id}", status_code=204)
def report(order_id: Id, told: Report, station: SignedBy, house: InHouse) -> Response:
    """What became of an order."""
    house.orders.report(station.id, order_id, told)
    return Response(status_code=204)


@router.get("/packs/{sha256}")
def pack(sha256: Annotated[Sha256, Path()], _: SignedBy, house: InHouse) -> StreamingResponse:
    """A question pack as a ZIP."""
    size, data = house.packs.read(sha256)
    return StreamingResponse(data, media_type="application/zip", headers={"Content-Length": str(size)})


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    """The station's state every two seconds, and word of orders."""
    house = house_of(socket)
    try:
        station = await run_in_threadpool(house.stations.recognise, head_of(socket, "GET"))
    except ServerError as error:
        await socket.close(_POLICY_VIOLATION, error.code)
        return
    await socket.accept()
    line = house.hub.connect(station.id)
    telling = asyncio.create_task(_tell(socket, line))
    try:
        await _listen(socket, line)
    except (WebSocketDisconnect, TimeoutError):
        pass
    except (ValidationError, KeyError):
        await socket.close(_POLICY_VIOLATION, "invalid")
    finally:
        house.hub.disconnect(line)
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)


async def _listen(socket: WebSocket, line: Line) -> None:
    heard = 0
    while True:
        async with asyncio.timeout(_SILENCE_S):
            message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if (picture := message.get("bytes")) is not None:
            line.preview = picture if len(picture) <= MAX_PREVIEW_BYTES else None
            continue
        line.state = LiveState.model_validate_json(message["text"])
        heard += 1
        if heard % _STATES_BETWEEN_TIMES == 1:
            line.news.set()


async def _tell(socket: WebSocket, line: Line) -> None:
    while True:
        await line.news.wait()
        line.news.clear()
        if line.refused:
            await socket.close(_POLICY_VIOLATION, "refused")
            return
        word = Waiting(orders=line.orders, watched=line.watched, time=now())
        await socket.send_text(word.model_dump_json())
