"""Question packs that stations are offered."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse

from kiosk.wire.message import Key
from server.access.guard import allow
from server.bodies import spool_body
from server.errors import ServerError
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.packs.service import MAX_PACK_BYTES
from server.web.pages import HEADERS, go, page
from server.web.tongue import gettext

router = APIRouter(include_in_schema=False)

Manager = Annotated[Person, allow(Permission.MANAGE_PACKS)]


@router.get("/packs")
def packs(person: Manager, house: InHouse) -> Response:
    """All packs; the script sends a new one as it is."""
    offered, taken = house.packs.packs(), house.packs.taken()
    return page("packs.html", person, packs=offered, taken=taken, most_bytes=MAX_PACK_BYTES)


@router.post("/packs")
async def add(request: Request, person: Manager, house: InHouse) -> Response:
    """A ZIP, raw; what is wrong with it comes back as a sentence that the script shows."""
    try:
        async with spool_body(request, house.blobs.spool) as body:
            await run_in_threadpool(house.packs.add, person, body)
    except ServerError as error:
        told = error.told(gettext)
        return PlainTextResponse(f"{told[:1].upper()}{told[1:]}.", error.status, HEADERS)
    return Response(status_code=204)


@router.post("/packs/{pack_id}/withdraw")
def withdraw(pack_id: Key, person: Manager, house: InHouse) -> Response:
    """Stations begin no more interviews with it."""
    house.packs.withdraw(person, pack_id)
    return go("/packs")
