"""Telling stations what to do until they say that it is done. Any thread may call."""

import time
from collections.abc import Iterable, Iterator, Sequence

from pydantic import TypeAdapter
from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from kiosk.wire.orders import (
    COVERING,
    Command,
    CommandKind,
    CoverReason,
    Invite,
    OfferPack,
    Order,
    Orders,
    Outcome,
    Report,
    SetStaff,
    Task,
)
from server.audit.service import record
from server.database import Database
from server.errors import ConflictError, InvalidError, NotFoundError
from server.identity.roles import Person
from server.identity.secrets import new_id
from server.tables.files import PackRow
from server.tables.sessions import CandidateRow, InvitationRow
from server.tables.stations import LiveRow, OrderRow, StaffRow, StationRow, StationStatus
from server.times import later, now

AT_A_TIME = 200
COMMAND_S = 30.0
"""A command that a station has not heard of by then must not be obeyed."""
_SHOWN, _SHOWN_S = 5, 600.0
"""How many commands a booth's page shows, and for how long."""
CONNECTED_S = 10.0
"""A station that said nothing for longer is not connected."""

_TASK: TypeAdapter[Task] = TypeAdapter(Task)


class StationOrders:
    """Orders from here to a station and their reports back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, station_id: str) -> Orders:
        """What a station still has to do, the oldest first. Raises ``ServerError``."""
        chosen = (
            select(OrderRow.id, OrderRow.task)
            .where(OrderRow.station_id == station_id, OrderRow.outcome.is_(None))
            .order_by(OrderRow.number)
            .limit(AT_A_TIME)
        )
        with self._database.read() as db:
            found = [(id_, _TASK.validate_python(task)) for id_, task in db.execute(chosen)]
            orders = tuple(Order(id=id_, task=task) for id_, task in _named(db, found))
        return Orders(orders=orders, time=now())

    def report(self, station_id: str, order_id: str, report: Report) -> None:
        """Keep what became of an order; the first report counts. Raises ``NotFoundError``."""
        with self._database.write() as db:
            row = db.get(OrderRow, order_id, with_for_update=True)
            if row is None or row.station_id != station_id:
                raise NotFoundError("there is no such order")
            if row.outcome is None:
                row.outcome, row.detail, row.reported_wall = report.outcome, report.detail, now()

    def command(
        self, by: Person, station_id: str, kind: CommandKind, session_id: str | None, reason: str = ""
    ) -> str:
        """Ask a connected station to do something now; the order's id.

        Raises ``NotFoundError``, ``ConflictError`` when the station does not listen, and ``InvalidError``
        for a cover without a reason of the list; no words at all are ``CoverReason.OTHER``.
        """
        if kind in COVERING and reason not in ("", *CoverReason):
            raise InvalidError("a camera or microphone is covered for a reason of the list")
        reason = reason or (CoverReason.OTHER if kind in COVERING else "")
        with self._database.write() as db:
            if db.get(StationRow, station_id) is None:
                raise NotFoundError("there is no such station")
            heard = db.scalar(select(LiveRow.wall).where(LiveRow.station_id == station_id))
            if heard is None or heard < later(seconds=-CONNECTED_S):
                raise ConflictError("the station is not connected", "not_connected")
            task = Command(
                command=kind,
                session_id=session_id,
                by=by.name,
                reason=reason,
                expires=later(seconds=COMMAND_S),
            )
            (order_id,) = give(db, [station_id], task, by.name)
            why = {"reason": reason} if kind in COVERING else {}
            record(db, by, f"command_{kind}", station_id, session=session_id, **why)
        return order_id

    def outcome(self, order_id: str) -> OrderRow:
        """How an order stands. Raises ``NotFoundError``."""
        with self._database.read() as db:
            row = db.get(OrderRow, order_id)
        if row is None:
            raise NotFoundError("there is no such order")
        return row

    def commands(self, station_id: str) -> list[OrderRow]:
        """The newest commands of the last minutes, the newest first."""
        chosen = (
            select(OrderRow)
            .where(OrderRow.station_id == station_id, OrderRow.created_wall > later(seconds=-_SHOWN_S))
            .order_by(OrderRow.number.desc())
            .limit(AT_A_TIME)
        )
        with self._database.read() as db:
            found = [row for row in db.scalars(chosen) if row.task["kind"] == "command"]
        return found[:_SHOWN]

    def waiting(self, stations: Iterable[str]) -> dict[str, int]:
        """How many orders wait for each of these stations; those with none are left out."""
        chosen = (
            select(OrderRow.station_id, func.count())
            .where(OrderRow.outcome.is_(None), OrderRow.station_id.in_(list(stations)))
            .group_by(OrderRow.station_id)
        )
        with self._database.read() as db:
            return dict(list(db.execute(chosen)))

    def expire_commands(self) -> None:
        """Commands whose stations never answered count as expired."""
        with self._database.write() as db:
            chosen = select(OrderRow).where(
                OrderRow.outcome.is_(None), OrderRow.created_wall < later(seconds=-2 * COMMAND_S)
            )
            for row in db.scalars(chosen):
                if row.task["kind"] == "command":
                    row.outcome, row.reported_wall = Outcome.EXPIRED, now()


def give(db: Session, stations: Sequence[str], task: Task, by: str) -> list[str]:
    """Order the same of several stations, in the caller's transaction; the orders' ids."""
    rows = [
        {
            "id": new_id(),
            "number": time.time_ns(),
            "station_id": station,
            "task": task.model_dump(),
            "created_wall": now(),
            "created_by": by,
        }
        for station in stations
    ]
    if rows:
        db.execute(insert(OrderRow), rows)
    return [str(row["id"]) for row in rows]


def active_stations(db: Session) -> list[str]:
    """Everybody who is listened to, frozen ones included: they are to hear later."""
    return list(db.scalars(select(StationRow.id).where(StationRow.status != StationStatus.RETIRED)))


def greet(db: Session, station_id: str) -> None:
    """Tell a new station what the others were told before it came."""
    offered = select(PackRow).where(PackRow.withdrawn_wall.is_(None)).order_by(PackRow.added_wall)
    for pack in db.scalars(offered):  # of two versions the newer one stays
        give(db, [station_id], offer(pack), "server")
    for member in db.scalars(select(StaffRow)):
        give(db, [station_id], SetStaff(name=member.name, pin_hash=member.pin_hash), "server")
    open_ = select(InvitationRow).where(
        InvitationRow.station_id.is_(None),
        InvitationRow.withdrawn_wall.is_(None),
        InvitationRow.valid_until_wall > now(),
    )
    for invitation in db.scalars(open_):
        give(db, [station_id], invite(invitation), "server")


def withdraw_invites(db: Session, candidate_id: str) -> None:
    """Nobody who has not let this person in yet is to hear of them."""
    task = OrderRow.task
    db.execute(
        delete(OrderRow).where(
            OrderRow.outcome.is_(None),
            task["kind"].as_string() == "invite",
            task["candidate_id"].as_string() == candidate_id,
        )
    )


def _named(db: Session, orders: list[tuple[str, Task]]) -> Iterator[tuple[str, Task]]:
    """Names are kept in one table only, so that they are gone when they are gone there."""
    people = [task.candidate_id for _, task in orders if isinstance(task, Invite)]
    chosen = select(CandidateRow.id, CandidateRow.name).where(CandidateRow.id.in_(people))
    names = dict(list(db.execute(chosen))) if people else {}
    for id_, task in orders:
        if isinstance(task, Invite):
            yield id_, task.model_copy(update={"candidate_name": names.get(task.candidate_id, "")})
        else:
            yield id_, task


def offer(pack: PackRow) -> OfferPack:
    """The order to fetch a pack."""
    return OfferPack(
        pack_id=pack.pack_id, version=pack.version, sha256=pack.sha256, size_bytes=pack.size_bytes
    )


def invite(row: InvitationRow) -> Invite:
    """The order to let somebody in; who that is, is looked up when a station hears it."""
    return Invite(
        invitation_id=row.id,
        candidate_id=row.candidate_id,
        candidate_name="",
        code_sha256=row.code_sha256,
        pack_id=row.pack_id,
        valid_from=row.valid_from_wall,
        valid_until=row.valid_until_wall,
    )
