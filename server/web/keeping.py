"""How long sessions are kept, what is held, who was erased, and the proof of it."""

from typing import Annotated

from fastapi import APIRouter, Response

from kiosk.wire.message import Id
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Eraser = Annotated[Person, allow(Permission.ERASE)]
SOON_DAYS = 30


@router.get("/keeping")
def keeping(person: Eraser, house: InHouse) -> Response:
    """What goes soon, what stays, what is gone."""
    return page(
        "keeping.html",
        person,
        keep_days=house.keeping.keep_days,
        soon_days=SOON_DAYS,
        due=house.keeping.due(SOON_DAYS),
        holds=house.keeping.holds(),
        erasures=house.keeping.erasures(),
    )


@router.get("/keeping/{candidate_id}")
def proof(candidate_id: Id, person: Eraser, house: InHouse) -> Response:
    """Proof that somebody was erased, here and on every station."""
    return page(
        "proof.html",
        person,
        proof=house.keeping.proof(candidate_id),
        server_key=house.keeping.server_key,
    )
