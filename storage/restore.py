"""Getting back what the database lost, from the sessions' copies of the journal.

A database that lost its last transactions (a deleted WAL) catches up by itself when the station is
opened. One that cannot be read is laid aside by ``restore`` and made anew.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import structlog
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from kiosk.domain.plain import NotPlainError
from storage.chain import Entry, check
from storage.copies import last_entry, read_copy
from storage.database import Database
from storage.entries import append_entries, read_entries, tail
from storage.errors import DamagedError, StorageError, plain_errors
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.projections.project import rebuild
from storage.schema import Tables
from storage.tables import CandidateRow, InvitationRow, StaffRow
from storage.times import now_wall

log = structlog.get_logger()

_ENTERED_BY_PEOPLE: tuple[type[Tables], ...] = (CandidateRow, InvitationRow, StaffRow)


def catch_up(database: Database, media: MediaStore) -> int:
    """Append what the copies have and the journal lacks; how many entries that was.

    Raises ``DamagedError`` when the copies go on differently from the journal.
    """
    with database.read() as db:
        seq, last_hash = tail(db)
    lacking = _after(seq, media.journal_copies())
    if not lacking:
        return 0
    verdict = check(lacking, seq, last_hash)
    if not verdict.ok:
        raise DamagedError(f"the journal and its copies differ at entry {verdict.broken_seq}")
    with database.write() as db:
        append_entries(db, *lacking)
        try:
            rebuild(db, read_entries(db), KeyRing(media.keys))
        except NotPlainError as error:
            raise DamagedError(f"a journal copy holds what this version cannot read: {error}") from error
    log.warning("journal caught up from its copies", entries=len(lacking))
    return len(lacking)


def _after(seq: int, copies: Iterable[Path]) -> list[Entry]:
    found: dict[int, Entry] = {}
    for path in copies:
        try:
            last = last_entry(path)
            if last is not None and last.seq > seq:
                found |= {entry.seq: entry for entry in read_copy(path) if entry.seq > seq}
        except (OSError, ValueError) as error:
            log.error("journal copy cannot be read", file=str(path), reason=str(error))
    return [found[number] for number in sorted(found)]


def restore(media: MediaStore) -> int:
    """Lay a damaged database aside and make a new one from the copies; how many entries came back.

    No kiosk may run. What people entered (invitations, candidates' names, staff) is taken over as far
    as the old file can still be read. Raises ``StorageError``.
    """
    aside = media.database.with_name(f"{media.database.name}.damaged-{now_wall().replace(':', '')}")
    with plain_errors(media.database):
        for suffix in ("-wal", "-shm", ""):
            part = media.database.with_name(media.database.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
    database = Database(media.database)
    try:
        if aside.exists():
            _take_over(aside, database)
        return catch_up(database, media)
    finally:
        database.close()


def _take_over(aside: Path, database: Database) -> None:
    old = Database(aside, writable=False)
    for table in _ENTERED_BY_PEOPLE:
        try:
            with old.read() as db:
                rows = [dict(row) for row in db.execute(select(*table.__table__.columns)).mappings()]
            if rows:
                with database.write() as db:
                    db.execute(insert(table), rows)
        except (StorageError, DBAPIError, sqlite3.Error) as error:
            log.error("table cannot be taken over", table=table.__tablename__, reason=str(error))
    old.close()
