"""Erasing a session: every store there is, then a look whether anything is left.

The tables were cleared when the erasure was ordered. What stays is the journal with its copy, in which
everything personal is locked under the key that is destroyed here.
"""

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ClearedStore, Store
from storage.copies import NAME as JOURNAL_COPY
from storage.database import Database
from storage.errors import LeftoverError, plain_errors
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.wipe import wipe


def erase(session: SessionId, database: Database, media: MediaStore) -> tuple[ClearedStore, ...]:
    """Every store, how much was removed from it. Raises ``StorageError``; then it is to be tried again."""
    with plain_errors(media.data):
        removed = {
            Store.KEY: _destroy_keys(session, KeyRing(media.keys)),
            Store.FILES: _remove_files(session, media),
            Store.DAMAGED: sum(_removed(file) for file in laid_aside(media)),
            Store.TABLES: _scrub(database),
        }
        left = [str(file.relative_to(media.data)) for file in remains(session, media)]
    if left:
        raise LeftoverError(f"not erased: {', '.join(left)}")
    return tuple(ClearedStore(store, count) for store, count in removed.items())


def remains(session: SessionId, media: MediaStore) -> Iterator[Path]:
    """Files that still have something of the session."""
    keys = KeyRing(media.keys)
    yield from (file for file in (keys.file(session), keys.sealed(session)) if file.exists())
    yield from files_of(session, media)
    yield from laid_aside(media)


def files_of(session: SessionId, media: MediaStore) -> list[Path]:
    """Every file of the session but its copy of the journal."""
    folder = media.recordings / session
    return [file for file in sorted(folder.rglob("*")) if not file.is_dir() and file.name != JOURNAL_COPY]


def laid_aside(media: MediaStore) -> list[Path]:
    """Databases that a repair kept for whoever wants to look: their tables are readable."""
    return sorted(media.data.glob(f"{media.database.name}.damaged-*"))


def _destroy_keys(session: SessionId, keys: KeyRing) -> int:
    return keys.destroy(session) + _removed(keys.sealed(session))


def _remove_files(session: SessionId, media: MediaStore) -> int:
    return sum(_removed(file) for file in files_of(session, media))


def _removed(file: Path) -> int:
    if file.is_symlink():
        file.unlink()
    elif file.exists():
        wipe(file)
    else:
        return 0
    return 1


def _scrub(database: Database) -> int:
    if not database.scrub():
        raise LeftoverError("somebody is reading the database; what was deleted lies in its log")
    return 1
