"""Stations from before there were keys: their journals are written anew, once, with what is personal locked.

The chain is sealed anew as well. Every step may be repeated: a station that lost its power begins again.
"""

from collections.abc import Iterator
from dataclasses import replace

import structlog
from sqlalchemy import text, update
from sqlalchemy.orm import Session

from kiosk.flow.personal import set_apart
from storage.chain import GENESIS, Entry
from storage.copies import read_copy, write_copy
from storage.database import Database
from storage.entries import read_entries
from storage.errors import plain_errors
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.tables import JournalRow
from storage.veil import FIELD, unveiled, veiled

log = structlog.get_logger()

_DONE = 1
"""The database's ``user_version`` once nothing readable is left."""


def lock_old_entries(database: Database, media: MediaStore) -> int:
    """Lock what an older version wrote readably; how many entries that were. Raises ``StorageError``."""
    with database.read() as db:
        if db.execute(text("PRAGMA user_version")).scalar_one() == _DONE:
            return 0
    keys = KeyRing(media.keys)
    with database.write() as db, plain_errors(media.data):
        changed = _rewrite(db, _locked(list(read_entries(db)), keys))
    with database.read() as db, plain_errors(media.data):
        _copy_anew(media, {entry.seq: entry for entry in read_entries(db)})
    with database.write() as db:
        db.execute(text(f"PRAGMA user_version = {_DONE}"))
    if changed:
        database.scrub()
        log.warning("what is personal in the journal was locked", entries=changed)
    return changed


def _locked(entries: list[Entry], keys: KeyRing) -> Iterator[tuple[Entry, Entry]]:
    """Each entry as it is and as it is to be."""
    last_hash = GENESIS
    for entry in entries:
        body = entry.body if f'"{FIELD}":"' in entry.body else _locked_body(entry, keys)
        after = replace(entry, body=body, prev_hash=last_hash, hash="").sealed()
        last_hash = after.hash
        yield entry, after


def _locked_body(entry: Entry, keys: KeyRing) -> str:
    """A key is made only for what is readable: that of an erased session must not come back."""
    event = unveiled(entry, keys)
    assert event is not None, "nothing is locked in it"
    if not set_apart(event)[1]:
        return entry.body
    if entry.session_id is not None:
        keys.make(entry.session_id)
    return veiled(event, entry.session_id, keys)


def _rewrite(db: Session, entries: Iterator[tuple[Entry, Entry]]) -> int:
    """The one place where the journal does not only grow."""
    trigger = "journal_keeps_update"
    guard = db.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": trigger})
    db.execute(text(f"DROP TRIGGER {trigger}"))
    changed = 0
    for before, after in entries:
        changed += before.body != after.body
        if before != after:
            now = {"body": after.body, "prev_hash": after.prev_hash, "hash": after.hash}
            db.execute(update(JournalRow).where(JournalRow.seq == after.seq).values(**now))
    db.execute(text(str(guard)))
    return changed


def _copy_anew(media: MediaStore, entries: dict[int, Entry]) -> None:
    for path in media.journal_copies():
        numbers = [entry.seq for entry in read_copy(path)]
        write_copy(path, (entries[number] for number in numbers if number in entries))
