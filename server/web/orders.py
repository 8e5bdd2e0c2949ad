"""Interviews that other programs ordered, and how far each is."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Inviter = Annotated[Person, allow(Permission.INVITE)]
LINES = 50


@router.get("/orders")
def orders(
    person: Inviter,
    house: InHouse,
    after: Annotated[str, Query(max_length=60, pattern=r"^[0-9a-fTZ:.~-]*$")] = "",
) -> Response:
    """The newest orders first."""
    found = house.assessment_orders.page(after=after, limit=LINES)
    last = found[-1].row if len(found) == LINES else None
    older = f"{last.created_wall}~{last.id}" if last else ""
    return page("orders.html", person, lines=found, older=older)
