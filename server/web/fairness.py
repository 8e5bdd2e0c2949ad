"""How decisions and scores are spread; figures about no single person."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from kiosk.wire.message import Short
from server.access.guard import allow
from server.fairness.service import MOST
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Reader = Annotated[Person, allow(Permission.SEE_SESSIONS)]


@router.get("/fairness")
def fairness(person: Reader, house: InHouse, pack: Annotated[Short, Query()] = "") -> Response:
    """The board of one pack, or of all interviews."""
    found = house.fairness.board(person, pack or None)
    return page("fairness.html", person, board=found, packs=house.fairness.packs(), pack=pack, most=MOST)
