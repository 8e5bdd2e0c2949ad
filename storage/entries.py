"""Journal entries as rows: the only place that writes the table ``journal``."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session

from kiosk.domain.ids import SessionId
from storage.chain import GENESIS, Entry
from storage.tables import JournalRow

_FIELDS = (
    JournalRow.seq,
    JournalRow.boot_id,
    JournalRow.mono_ns,
    JournalRow.wall,
    JournalRow.session_id,
    JournalRow.kind,
    JournalRow.body,
    JournalRow.prev_hash,
    JournalRow.hash,
)


def append_entries(db: Session, *entries: Entry) -> None:
    """Write sealed entries; the database refuses what does not continue the chain."""
    rows = [{field.key: getattr(entry, field.key) for field in _FIELDS} for entry in entries]
    db.connection().execute(insert(JournalRow), rows)


def tail(db: Session) -> tuple[int, str]:
    """The last entry's number and hash."""
    last = select(JournalRow.seq, JournalRow.hash).order_by(JournalRow.seq.desc()).limit(1)
    found = db.execute(last).first()
    return (found.seq, found.hash) if found else (0, GENESIS)


def entries_where(db: Session, chosen: ColumnElement[bool]) -> Iterator[Entry]:
    """The entries that are chosen, in order."""
    for row in db.execute(select(*_FIELDS).where(chosen).order_by(JournalRow.seq)):
        yield Entry(*row)


def read_entries(db: Session, since: int = 0, session: SessionId | None = None) -> Iterator[Entry]:
    """The journal in order, a few hundred entries in memory at a time."""
    chosen = select(*_FIELDS).where(JournalRow.seq >= since).order_by(JournalRow.seq)
    if session is not None:
        chosen = chosen.where(JournalRow.session_id == session)
    for row in db.execute(chosen.execution_options(yield_per=500)):
        yield Entry(*row)
