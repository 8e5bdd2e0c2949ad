"""Question packs that stations are offered."""

from typing import Annotated

from fastapi import APIRouter, Response

from kiosk.wire.message import Key
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.packs.service import MAX_PACK_BYTES
from server.web.pages import go, page

router = APIRouter(include_in_schema=False)

Manager = Annotated[Person, allow(Permission.MANAGE_PACKS)]


@router.get("/packs")
def packs(person: Manager, house: InHouse) -> Response:
    """All packs; the script sends a new one as it is, to the API."""
    offered, taken = house.packs.packs(), house.packs.taken()
    return page("packs.html", person, packs=offered, taken=taken, most_bytes=MAX_PACK_BYTES)


@router.post("/packs/{pack_id}/withdraw")
def withdraw(pack_id: Key, person: Manager, house: InHouse) -> Response:
    """Stations begin no more interviews with it."""
    house.packs.withdraw(person, pack_id)
    return go("/packs")
