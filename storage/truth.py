"""Whether the tables still say of a session what the journal says, and how they come to say it again.

A flipped byte in a row is still a row: SQLite finds nothing wrong. The journal is chained and cannot lie, so
a session is projected once more in memory and compared. Not compared are ``issues``: see ``_LASTING``.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import structlog
from sqlalchemy import (
    Select,
    String,
    Table,
    create_engine,
    delete,
    func,
    insert,
    literal,
    select,
    text,
    type_coerce,
)
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from kiosk.domain.ids import SessionId
from kiosk.domain.standing import OVER, SessionStatus
from kiosk.flow.events import BeginRequested, InvitationAccepted, SessionSealed
from kiosk.flow.staff import ErasureOrdered
from storage import search
from storage.chain import Entry
from storage.database import Database
from storage.entries import entries_where
from storage.errors import DamagedError, StorageError
from storage.keys import Keys
from storage.projections.change import changes
from storage.projections.project import project
from storage.schema import Tables
from storage.tables import PROJECTIONS, IssueRow, JournalRow, SessionRow

log = structlog.get_logger()

CURSOR = Path("run") / "compared"
_LASTING = IssueRow
"""Faults and incidents may begin before a session and end after it: one session's entries cannot tell."""
_COMPARED = tuple(table for table in PROJECTIONS if table is not _LASTING)
_BEGUN = literal(BeginRequested.__name__, literal_execute=True)
_ARRIVED = literal(InvitationAccepted.__name__, literal_execute=True)
_CLOSED = (SessionSealed.__name__, ErasureOrdered.__name__)
_STATUS = select(type_coerce(SessionRow.__table__.c.status, String))
_UNDER_WAY = frozenset(status.value for status in SessionStatus if status not in OVER)
Rows = dict[type[Tables], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a round of comparing came to."""

    compared: int
    of: int
    mended: tuple[SessionId, ...]
    damaged: tuple[SessionId, ...]
    """Those that could not be mended."""


class Truth:
    """Owned by one thread at a time; methods raise ``StorageError``."""

    def __init__(self, database: Database, keys: Keys) -> None:
        self._database, self._keys = database, keys

    def sessions(self) -> Sequence[SessionId]:
        """Those that are over and can be told of, the oldest first; as the journal has it."""
        closed = select(JournalRow.session_id).where(JournalRow.kind.in_(_CLOSED))
        arrived = select(JournalRow.session_id).where(JournalRow.kind == _ARRIVED)
        chosen = arrived.where(JournalRow.session_id.not_in(closed)).order_by(JournalRow.seq)
        with self._database.read() as db:
            found = [SessionId(session) for session in db.scalars(chosen) if session]
            status = _STATUS.where(SessionRow.id == found[-1]) if found else None
            under_way = status is not None and db.scalar(status) in _UNDER_WAY
        return found[:-1] if under_way else found

    def differing(self, session: SessionId) -> tuple[str, ...]:
        """The tables that tell of it otherwise than the journal."""
        with self._database.read() as db, _replayed(db, session, self._keys) as right:
            return tuple(
                table.__tablename__ for table in _COMPARED if _rows(db, table, session) != right[table]
            )

    def mend(self, session: SessionId) -> None:
        """Have them tell it as the journal does."""
        with self._database.write() as db, _replayed(db, session, self._keys) as right:
            db.execute(text("PRAGMA defer_foreign_keys = ON"))
            search.forget(db, session)
            for table in _COMPARED:
                db.execute(delete(_core(table)).where(_of(table, session)))
            for table in reversed(_COMPARED):
                names = [column.key for column in table.__table__.columns]
                if right[table]:
                    db.execute(
                        insert(_core(table)), [dict(zip(names, row, strict=True)) for row in right[table]]
                    )
            search.learn(db, session)


def compare_some(
    truth: Truth, cursor: Path, seconds: float, now_s: Callable[[], float] = time.monotonic
) -> Comparison:
    """Compare and mend for so long, beginning behind the session that was compared last time."""
    sessions = truth.sessions()
    last = cursor.read_text("utf-8").strip() if cursor.exists() else ""
    start = sessions.index(SessionId(last)) + 1 if last in sessions else 0
    deadline, compared = now_s() + seconds, 0
    mended: list[SessionId] = []
    damaged: list[SessionId] = []
    for session in (*sessions[start:], *sessions[:start]):
        if now_s() > deadline:
            break
        compared += 1
        if truth.differing(session):
            _mend(truth, session, mended, damaged)
        last = session
    if compared:
        cursor.parent.mkdir(exist_ok=True)
        cursor.write_text(last, "utf-8")
    return Comparison(compared, len(sessions), tuple(mended), tuple(damaged))


def _mend(truth: Truth, session: SessionId, mended: list[SessionId], damaged: list[SessionId]) -> None:
    try:
        truth.mend(session)
        if truth.differing(session):
            raise DamagedError("they still differ")
    except StorageError as error:
        log.error("tables cannot be mended", session=session, reason=str(error))
        damaged.append(session)
    else:
        log.warning("tables told something else than the journal and were mended", session=session)
        mended.append(session)


@contextmanager
def _replayed(db: Session, session: SessionId, keys: Keys) -> Iterator[Rows]:
    """What the tables must say of the session, from its entries alone."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        Tables.metadata.create_all(engine)
        with Session(engine) as scratch:
            scratch.execute(text(search.CREATE))
            for change in changes(_its_entries(db, session), keys):
                project(scratch, change)
            yield {table: _rows(scratch, table, session) for table in _COMPARED}
    finally:
        engine.dispose()


def _its_entries(db: Session, session: SessionId) -> Iterator[Entry]:
    """Its own, whenever they came; of the station's those between the welcome before it and the next one."""
    first = db.scalar(select(func.min(JournalRow.seq)).where(JournalRow.session_id == session)) or 0
    begun = JournalRow.kind == _BEGUN
    since = db.scalar(select(func.max(JournalRow.seq)).where(begun, JournalRow.seq < first)) or first
    until = db.scalar(select(func.min(JournalRow.seq)).where(begun, JournalRow.seq > first))
    around = JournalRow.session_id.is_(None) & (JournalRow.seq >= since)
    if until is not None:
        around &= JournalRow.seq < until
    return entries_where(db, (JournalRow.session_id == session) | around)


def _rows(db: Session, table: type[Tables], session: SessionId) -> list[tuple[Any, ...]]:
    chosen: Select[Any] = select(*table.__table__.columns).where(_of(table, session))
    try:
        return sorted((tuple(row) for row in db.execute(chosen)), key=repr)
    except (StatementError, ValueError, LookupError) as error:
        return [("unreadable", str(error))]


def _core(table: type[Tables]) -> Table:
    return cast(Table, table.__table__)


def _of(table: type[Tables], session: SessionId) -> Any:
    columns = table.__table__.columns
    return (columns.id if table is SessionRow else columns.session_id) == session
