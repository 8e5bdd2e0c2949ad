"""Who did what, the newest first."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Auditor = Annotated[Person, allow(Permission.SEE_AUDIT)]
LINES = 100


@router.get("/audit")
def audit(
    person: Auditor,
    house: InHouse,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    subject: Annotated[str, Query(max_length=64, pattern=r"^[^\x00]*$")] = "",
) -> Response:
    """The log, or what happened to one subject."""
    found = house.audit.entries(before=before, subject=subject.strip(), limit=LINES)
    older = found[-1].seq if len(found) == LINES else None
    return page("audit.html", person, entries=found, subject=subject.strip(), older=older)
