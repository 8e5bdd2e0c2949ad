"""Inviting candidates. Any thread may call; raises ``ServerError``."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.wire.orders import WithdrawInvitation
from server.audit.service import record
from server.database import Database
from server.errors import InvalidError, NotFoundError
from server.identity.roles import Person
from server.identity.secrets import digest, new_code, new_id, plain_code
from server.orders.service import active_stations, give, invite
from server.sessions.people import living
from server.stations.service import station_row
from server.tables.sessions import CandidateRow, InvitationRow
from server.times import now


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that was just made; the code is told once and kept nowhere."""

    invitation_id: str
    candidate_id: str
    code: str


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation in the list."""

    row: InvitationRow
    candidate_name: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom to invite: somebody new by name, or somebody known by id."""

    name: str = ""
    id: str | None = None


class Invitations:
    """Codes that open interviews, on every station or on one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def invite(
        self,
        by: Person,
        candidate: Candidate,
        pack_id: str,
        valid: tuple[str, str],
        station_id: str | None = None,
    ) -> Invited:
        """Invite somebody from ``valid[0]`` until ``valid[1]``, to one station or (``None``) to all."""
        with self._database.write() as db:
            return new_invitation(db, by, candidate, pack_id, valid, station_id)

    def withdraw(self, by: Person, invitation_id: str) -> None:
        """Let somebody in no more."""
        with self._database.write() as db:
            row = db.get(InvitationRow, invitation_id)
            if row is None:
                raise NotFoundError("there is no such invitation")
            withdraw_invitation(db, by, row)

    def invitations(self, before: str = "", limit: int = 100) -> list[InvitationLine]:
        """The newest first; ``before`` is the last ``created_wall`` that one has seen."""
        chosen = (
            select(InvitationRow, CandidateRow.name)
            .join(CandidateRow, CandidateRow.id == InvitationRow.candidate_id)
            .order_by(InvitationRow.created_wall.desc())
            .limit(limit)
        )
        if before:
            chosen = chosen.where(InvitationRow.created_wall < before)
        with self._database.read() as db:
            return [InvitationLine(row, name) for row, name in db.execute(chosen)]


def new_invitation(  # noqa: PLR0913, PLR0917 - as ``Invitations.invite``
    db: Session,
    by: Person,
    candidate: Candidate,
    pack_id: str,
    valid: tuple[str, str],
    station_id: str | None = None,
) -> Invited:
    """Invite somebody within a transaction that goes on."""
    if valid[1] <= valid[0]:
        raise InvalidError("an invitation must end after it begins")
    if station_id is not None:
        station_row(db, station_id)
    code, person = new_code(), _candidate(db, candidate)
    row = InvitationRow(
        id=new_id(),
        code_sha256=digest(plain_code(code)),
        candidate_id=person.id,
        pack_id=pack_id,
        station_id=station_id,
        valid_from_wall=valid[0],
        valid_until_wall=valid[1],
        created_by=by.name,
        created_wall=now(),
    )
    db.add(row)
    db.flush()
    give(db, _stations(db, row), invite(row), by.name)
    record(db, by, "invited", row.id, candidate=person.id)
    return Invited(row.id, person.id, code)


def withdraw_invitation(db: Session, by: Person, row: InvitationRow) -> None:
    """Let somebody in no more, within a transaction that goes on."""
    row.withdrawn_wall = row.withdrawn_wall or now()
    give(db, _stations(db, row), WithdrawInvitation(invitation_id=row.id), by.name)
    record(db, by, "invitation_withdrawn", row.id)


def _stations(db: Session, row: InvitationRow) -> list[str]:
    return [row.station_id] if row.station_id else active_stations(db)


def _candidate(db: Session, candidate: Candidate) -> CandidateRow:
    if candidate.id is not None:
        return living(db, candidate.id)
    name = candidate.name.strip()
    if not name:
        raise InvalidError("an invitation needs the candidate's name")
    new = CandidateRow(id=new_id(), name=name)
    db.add(new)
    db.flush()
    return new
