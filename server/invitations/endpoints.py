"""Inviting candidates."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from kiosk.wire.message import Id, Key, Wall
from server.access.endpoints import Body
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.invitations.service import Candidate, InvitationLine

router = APIRouter(prefix="/api/v1/invitations", tags=["invitations"])

Inviter = Annotated[Person, allow(Permission.INVITE)]
CandidateName = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]


class NewInvitation(Body):
    """Who is to do which interview, when, and where."""

    candidate_name: CandidateName = ""
    candidate_id: Id | None = None
    """Somebody who is known already."""
    pack_id: Key
    valid_from: Wall
    valid_until: Wall
    station_id: Id | None = None
    """Empty for every station."""


@router.get("")
def invitations(
    _: Inviter,
    house: InHouse,
    before: Annotated[str, Query(max_length=24, pattern=r"^[0-9TZ:.-]*$")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """The newest first; never the codes."""
    found = house.invitations.invitations(before, limit)
    return {"success": True, "invitations": [_line(line) for line in found]}


@router.post("", status_code=201)
def invite(asked: NewInvitation, person: Inviter, house: InHouse) -> dict[str, Any]:
    """Invite somebody; the code is told once."""
    invited = house.invitations.invite(
        person,
        Candidate(asked.candidate_name, asked.candidate_id),
        asked.pack_id,
        (asked.valid_from, asked.valid_until),
        asked.station_id,
    )
    return {
        "success": True,
        "id": invited.invitation_id,
        "candidate_id": invited.candidate_id,
        "code": invited.code,
    }


@router.delete("/{invitation_id}")
def withdraw(invitation_id: Id, person: Inviter, house: InHouse) -> dict[str, Any]:
    """Let somebody in no more."""
    house.invitations.withdraw(person, invitation_id)
    return {"success": True}


def _line(line: InvitationLine) -> dict[str, Any]:
    row = line.row
    return {
        "id": row.id,
        "candidate_id": row.candidate_id,
        "candidate_name": line.candidate_name,
        "pack_id": row.pack_id,
        "station_id": row.station_id,
        "valid_from": row.valid_from_wall,
        "valid_until": row.valid_until_wall,
        "created_by": row.created_by,
        "withdrawn_wall": row.withdrawn_wall,
    }
