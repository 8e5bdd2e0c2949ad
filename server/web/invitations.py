"""Inviting candidates: a form, a code that is shown and printed once with its QR picture, a list."""

import io
from datetime import date
from typing import Annotated

import segno
from fastapi import APIRouter, Query, Response
from markupsafe import Markup
from pydantic import Field, model_validator

from kiosk.wire.message import Id, Key
from server.access.forms import Fields
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.invitations.service import Candidate
from server.times import now
from server.web.fields import Filled, checked
from server.web.pages import go, page
from server.web.tongue import N_

router = APIRouter(include_in_schema=False)

Inviter = Annotated[Person, allow(Permission.INVITE)]
LINES = 50


class Invited(Filled):
    """Who is to do which interview, from which day to which, and where."""

    candidate_name: Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
    pack: Key
    first_day: date
    last_day: date
    booth: Id | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Invited":
        if self.last_day < self.first_day:
            raise ValueError(N_("the last day is before the first"))
        return self

    @property
    def valid(self) -> tuple[str, str]:
        """From the beginning of the first day to the end of the last, UTC."""
        return f"{self.first_day}T00:00:00.000Z", f"{self.last_day}T23:59:59.999Z"


@router.get("/invitations")
def invitations(
    person: Inviter,
    house: InHouse,
    before: Annotated[str, Query(max_length=24, pattern=r"^[0-9TZ:.-]*$")] = "",
) -> Response:
    """The newest invitations, and a form for another."""
    found = house.invitations.invitations(before, LINES)
    return page(
        "invitations.html",
        person,
        lines=found,
        older=found[-1].row.created_wall if len(found) == LINES else "",
        packs=sorted({row.pack_id for row in house.packs.packs() if row.withdrawn_wall is None}),
        booths=house.stations.stations(),
        now=now(),
        today=now()[:10],
    )


@router.post("/invitations")
def invite(fields: Fields, person: Inviter, house: InHouse) -> Response:
    """Invite somebody; the code is shown this once, ready to be printed."""
    asked = checked(Invited, fields)
    invited = house.invitations.invite(
        person, Candidate(asked.candidate_name), asked.pack, asked.valid, asked.booth
    )
    booth = house.stations.station(asked.booth).name if asked.booth else ""
    return page("invited.html", person, asked=asked, invited=invited, booth=booth, qr=qr(invited.code))


@router.post("/invitations/{invitation_id}/withdraw")
def withdraw(invitation_id: Id, person: Inviter, house: InHouse) -> Response:
    """Let somebody in no more."""
    house.invitations.withdraw(person, invitation_id)
    return go("/invitations")


def qr(text: str) -> Markup:
    """A QR picture as SVG, dark on light whatever the page's colours."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn,
        kind="svg",
        omitsize=True,
        border=4,
        xmldecl=False,
        svgns=True,
        light="#ffffff",
        title="QR code",
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn by the library from a code of ours
