"""Whether the tables still say of a session what the journal says, and how they come to say it again.

A flipped byte in a row is still a row: SQLite finds nothing wrong. The journal is chained and cannot lie, so
a session is projected once more in memory and compared. Its issues may have ended after it, and what was
wrong before it began is no issue of its own: both are read from the entries around it, see ``_Visit``.
"""

import time
from collections.abc import Callable, Iterator, Sequence
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
from kiosk.flow.events import (
    BeginRequested,
    HelpRequested,
    InvitationAccepted,
    SessionSealed,
    StationStarted,
)
from kiosk.flow.interruption import stops_the_clock
from kiosk.flow.staff import ErasureOrdered
from kiosk.flow.states import Kiosk
from storage import search
from storage.chain import Entry
from storage.database import Database
from storage.entries import entries_where
from storage.errors import DamagedError, StorageError
from storage.keys import Keys
from storage.projections import issues
from storage.projections.change import Change, changes
from storage.projections.project import project
from storage.schema import Tables
from storage.tables import LASTING, PROJECTIONS, IssueRow, JournalRow, SessionRow

log = structlog.get_logger()

CURSOR = Path("run") / "compared"
_BEGUN = literal(BeginRequested.__name__, literal_execute=True)
_LASTING = text(LASTING)
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
        with self._database.read() as db:
            visit = _visit(db, session)
            right = _replayed(db, visit, self._keys)
            return tuple(
                table.__tablename__ for table in PROJECTIONS if _rows(db, table, visit) != right[table]
            )

    def mend(self, session: SessionId) -> None:
        """Have them tell it as the journal does."""
        with self._database.write() as db:
            visit = _visit(db, session)
            right = _replayed(db, visit, self._keys)
            db.execute(text("PRAGMA defer_foreign_keys = ON"))
            search.forget(db, session)
            for table in PROJECTIONS:
                db.execute(delete(_core(table)).where(_of(table, visit)))
            _make_room(db, visit, right)
            for table in reversed(PROJECTIONS):
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


# --- the session's part of the journal ---------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Visit:
    """Where a session stands in the journal, and what its entries cannot tell of it."""

    session: SessionId
    since: int
    """The welcome before it was left with this entry."""
    until: int | None
    """And the one after it with this; ``None`` while nobody came."""
    started: int
    """The station's last start before it: no fault is older."""
    untold: tuple[str, ...]
    """Issues that may be those of somebody before."""

    def holds(self, change: Change) -> bool:
        """Whether an entry is the session's own, or the station's while it lasted."""
        within = self.since <= change.seq and (self.until is None or change.seq < self.until)
        return change.session == self.session or (change.session is None and within)


def _visit(db: Session, session: SessionId) -> _Visit:
    seq, begun = JournalRow.seq, JournalRow.kind == _BEGUN
    first = db.scalar(select(func.min(seq)).where(JournalRow.session_id == session)) or 0
    since = db.scalar(select(func.max(seq)).where(begun, seq < first)) or first
    until = db.scalar(select(func.min(seq)).where(begun, seq > first))
    start = select(func.max(seq)).where(_LASTING, JournalRow.kind == StationStarted.__name__, seq < since)
    before = db.scalar(select(func.max(seq)).where(begun, seq < since)) or 0
    called = select(seq).where(
        JournalRow.session_id.is_(None), seq > before, seq < since, JournalRow.kind == HelpRequested.__name__
    )
    untold = (issues.LOCKED_OUT, *([issues.HELP] if db.scalar(called.limit(1)) else []))
    return _Visit(session, since, until, db.scalar(start) or 0, untold)


def _replayed(db: Session, visit: _Visit, keys: Keys) -> Rows:
    """What the tables must say of the session, from the journal alone."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        Tables.metadata.create_all(engine)
        with Session(engine) as scratch:
            scratch.execute(text(search.CREATE))
            _lay_plan(db, scratch, visit.session)
            for change in changes(_entries(db, visit), keys, _found(db, visit, keys)):
                (project if visit.holds(change) else issues.project)(scratch, change)
            return {table: _rows(scratch, table, visit) for table in PROJECTIONS}
    finally:
        engine.dispose()


def _lay_plan(db: Session, scratch: Session, session: SessionId) -> None:
    """Who judges a session reads in the journal what was to be asked."""
    accepted = (JournalRow.session_id == session) & (JournalRow.kind == _ARRIVED)
    for row in db.execute(select(*_core(JournalRow).columns).where(accepted)).mappings():
        scratch.execute(insert(_core(JournalRow)).values(**row))


def _found(db: Session, visit: _Visit, keys: Keys) -> Kiosk:
    """The station as it was found: what was wrong with it, and what staff had passed over."""
    kiosk = Kiosk()
    before = _LASTING & (JournalRow.seq >= visit.started) & (JournalRow.seq < visit.since)
    for change in changes(entries_where(db, before), keys):
        kiosk = change.after
    harmless = tuple(fault for fault in kiosk.faults if not stops_the_clock((fault,)))
    return Kiosk(faults=harmless, overridden=kiosk.overridden)


def _entries(db: Session, visit: _Visit) -> Iterator[Entry]:
    """Its own, whenever they came; of the station's those while it lasted; then what may have ended an issue.

    No fault outlives the station's next start, and nobody of the staff stays in over it.
    """
    seq, own = JournalRow.seq, JournalRow.session_id == visit.session
    around = JournalRow.session_id.is_(None) & (seq >= visit.since)
    if visit.until is None:
        return entries_where(db, own | around)
    start = select(func.min(seq)).where(
        _LASTING, JournalRow.kind == StationStarted.__name__, seq > visit.until
    )
    after = _LASTING & (seq > visit.until)
    if (end := db.scalar(start)) is not None:
        after &= seq <= end
    return entries_where(db, own | (around & (seq < visit.until)) | after)


def _make_room(db: Session, visit: _Visit, right: Rows) -> None:
    """An issue that is said to be somebody else's has the number of the right one."""
    numbers = [row[0] for row in right[IssueRow]]
    db.execute(delete(IssueRow).where(IssueRow.seq.in_(numbers), IssueRow.code.not_in(visit.untold)))


def _rows(db: Session, table: type[Tables], visit: _Visit) -> list[tuple[Any, ...]]:
    chosen: Select[Any] = select(*table.__table__.columns).where(_of(table, visit))
    try:
        return sorted((tuple(row) for row in db.execute(chosen)), key=repr)
    except (StatementError, ValueError, LookupError) as error:
        return [("unreadable", str(error))]


def _core(table: type[Tables]) -> Table:
    return cast(Table, table.__table__)


def _of(table: type[Tables], visit: _Visit) -> Any:
    columns = table.__table__.columns
    its = (columns.id if table is SessionRow else columns.session_id) == visit.session
    return its & columns.code.not_in(visit.untold) if table is IssueRow else its
