"""Retention, holds and proof of erasure. Any thread may call; raises ``ServerError``."""

from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import delete, func, literal, select, union_all

from server.audit.service import record
from server.database import Database
from server.errors import NotFoundError, ServerError
from server.identity.roles import Person
from server.sessions.people import living
from server.sessions.service import Sessions, visible_session
from server.signing import ServerKey
from server.tables.review import HoldRow
from server.tables.sessions import CandidateRow, ErasureRow, InvitationRow, SessionRow
from server.tables.stations import OrderRow, StationRow
from server.times import later, now

log = structlog.get_logger()
_AT_A_TIME = 100
_USED = select(SessionRow.invitation_id).where(SessionRow.invitation_id.is_not(None))
_KNOWN = union_all(
    select(
        SessionRow.candidate_id.label("candidate_id"),
        SessionRow.created_wall.label("wall"),
        literal(1).label("sessions"),
    ),
    select(
        InvitationRow.candidate_id,
        func.coalesce(InvitationRow.withdrawn_wall, InvitationRow.valid_until_wall),
        literal(0),
    ).where(InvitationRow.id.not_in(_USED)),
)
"""What the server has of people, and since when."""


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody of whom nothing is newer than sessions are kept."""

    candidate_id: str
    name: str
    sessions: int
    newest_wall: str
    """Of their newest session, or when their newest invitation that nobody used ended."""


@dataclass(frozen=True, slots=True)
class StationErased:
    """What one station reported of an erasure; ``outcome`` is ``None`` until it does."""

    station: str
    outcome: str | None
    detail: str
    reported_wall: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """Who was erased when and by whom, and what every station says."""

    candidate_id: str
    wall: str
    by: str
    left: int
    """Sessions that the server still has; none, or something is wrong."""
    stations: list[StationErased]
    made_wall: str
    signature: str
    """The server's, over all of the above."""

    @property
    def complete(self) -> bool:
        """Whether nothing is left anywhere."""
        return not self.left and all(one.outcome == "done" for one in self.stations)


class Keeping:
    """``keep_days`` of 0 keeps everything until somebody erases it."""

    def __init__(self, database: Database, sessions: Sessions, key: ServerKey, keep_days: int) -> None:
        self._database = database
        self._sessions = sessions
        self._key = key
        self.keep_days = keep_days
        self.server_key = key.public

    # --- retention -------------------------------------------------------------------------
    def due(self, within_days: int = 0) -> list[Due]:
        """Whose time is over, or will be within some days; the oldest first. Held ones are left out.

        Who was invited and never came is forgotten too; who is invited once more is not, as long as they
        may come.
        """
        if not self.keep_days:
            return []
        held = select(SessionRow.candidate_id).join(HoldRow, HoldRow.session_id == SessionRow.session_id)
        known = _KNOWN.subquery().c
        newest = func.max(known.wall)
        chosen = (
            select(known.candidate_id, CandidateRow.name, func.sum(known.sessions), newest)
            .join(CandidateRow, CandidateRow.id == known.candidate_id)
            .where(known.candidate_id.not_in(held))
            .group_by(known.candidate_id, CandidateRow.name)
            .having(newest < later(days=within_days - self.keep_days))
            .order_by(newest)
            .limit(_AT_A_TIME)
        )
        with self._database.read() as db:
            return [Due(*row) for row in db.execute(chosen)]

    def erase_due(self) -> int:
        """Erase whose time is over; how many people. Who cannot be erased now is tried again."""
        done = 0
        for one in self.due():
            try:
                self._sessions.erase("retention", one.candidate_id)
                done += 1
            except ServerError:
                log.exception("not erased", candidate=one.candidate_id)
        return done

    # --- holds -----------------------------------------------------------------------------
    def holds(self) -> list[tuple[HoldRow, str]]:
        """Sessions that must not go, with their candidates' names."""
        chosen = (
            select(HoldRow, CandidateRow.name)
            .join(SessionRow, SessionRow.session_id == HoldRow.session_id)
            .join(CandidateRow, CandidateRow.id == SessionRow.candidate_id)
            .order_by(HoldRow.wall.desc())
        )
        with self._database.read() as db:
            return [(hold, name) for hold, name in db.execute(chosen)]

    def hold(self, person: Person, session_id: str, reason: str) -> None:
        """A session must not be erased until somebody releases it."""
        with self._database.write() as db:
            living(db, visible_session(db, person, session_id).candidate_id)
            db.merge(HoldRow(session_id=session_id, by=person.name, reason=reason, wall=now()))
            record(db, person, "held", session_id)

    def release(self, person: Person, session_id: str) -> None:
        """A session may go again."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            db.execute(delete(HoldRow).where(HoldRow.session_id == session_id))
            record(db, person, "released", session_id)

    # --- proof -----------------------------------------------------------------------------
    def erasures(self, limit: int = 100) -> list[ErasureRow]:
        """Who was erased, the newest first."""
        with self._database.read() as db:
            return list(db.scalars(select(ErasureRow).order_by(ErasureRow.wall.desc()).limit(limit)))

    def proof(self, candidate_id: str) -> Proof:
        """What can be said of an erasure now."""
        with self._database.read() as db:
            row = db.get(ErasureRow, candidate_id)
            if row is None:
                raise NotFoundError("nobody of this number was erased")
            count = select(func.count()).select_from(SessionRow)
            left = db.scalar(count.where(SessionRow.candidate_id == candidate_id)) or 0
            orders = (
                select(StationRow.name, OrderRow.outcome, OrderRow.detail, OrderRow.reported_wall)
                .join(StationRow, StationRow.id == OrderRow.station_id)
                .where(
                    OrderRow.created_wall >= row.wall,
                    OrderRow.task["kind"].as_string() == "erase",
                    OrderRow.task["candidate_id"].as_string() == candidate_id,
                )
                .order_by(StationRow.name)
            )
            stations = [StationErased(*found) for found in db.execute(orders)]
        told: dict[str, Any] = {
            "candidate_id": candidate_id,
            "wall": row.wall,
            "by": row.by,
            "left": left,
            "stations": [[one.station, one.outcome, one.reported_wall] for one in stations],
            "made_wall": now(),
        }
        signature = self._key.sign({**told, "signature": ""})
        return Proof(candidate_id, row.wall, row.by, left, stations, told["made_wall"], signature)
