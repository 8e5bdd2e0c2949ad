"""How the site is doing: success, failures, storage."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Watcher = Annotated[Person, allow(Permission.SEE_STATIONS)]


@router.get("/figures")
def figures(person: Watcher, house: InHouse, days: Annotated[int, Query(ge=1, le=366)] = 30) -> Response:
    """What happened lately; no names, no results of anybody."""
    return page(
        "figures.html", person, figures=house.statistics.lately(days), storage=house.statistics.storage()
    )
