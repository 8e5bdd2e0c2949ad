"""Opening sealed sessions with a reader's private key, into a folder that is a station for reading.

Everything that reads a station reads that folder: lists, results pages, exports. What is opened lies there
readably; it belongs on a disk in memory or on one of the reader's, and is wiped afterwards.
"""

import base64
import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyrage
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kiosk.domain.ids import SessionId
from kiosk.flow.events import BeginRequested, SessionSealed
from storage.chain import Entry
from storage.copies import NAME as JOURNAL_COPY
from storage.database import Database
from storage.entries import read_entries
from storage.errors import RefusedError, plain_errors
from storage.keys import KEY_BYTES, KeyRing
from storage.media import MediaStore, open_private
from storage.privacy.erasing import files_of
from storage.privacy.sealing import SUFFIX
from storage.projections.change import changes
from storage.projections.project import project
from storage.station import Storage, open_station
from storage.tables import CandidateRow, IssueRow, JournalRow, KeepingRow, SessionRow
from storage.wipe import wipe

MARK = "opened"
"""An empty file: this folder is an opened one."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What a sealed key says: shows itself without its secret."""

    session: SessionId
    key: bytes
    name: str

    def __repr__(self) -> str:
        return f"Unsealed({self.session})"

    def of(self, session: str) -> bytes | None:
        """See ``storage.keys.Keys``."""
        return self.key if session == self.session else None


@contextmanager
def opened(
    storage: Storage, sessions: Sequence[SessionId], identity: pyrage.x25519.Identity, folder: Path
) -> Iterator[Storage]:
    """A station for reading in the empty ``folder``, wiped afterwards. Raises ``StorageError``."""
    try:
        open_into(storage, sessions, identity, folder)
        reading = open_station(folder, writable=False)
        try:
            yield reading
        finally:
            reading.close()
    finally:
        if is_opened(folder):
            close(folder)


def open_into(
    storage: Storage, sessions: Sequence[SessionId], identity: pyrage.x25519.Identity, folder: Path
) -> None:
    """Make such a station; whoever asks for it wipes it with ``close``. Raises ``StorageError``."""
    if folder.exists() and any(folder.iterdir()):
        raise RefusedError(f"{folder} is not empty")
    found = [_unsealed(storage.media, session, identity) for session in sessions]
    target = MediaStore(folder)
    target.prepare()
    with plain_errors(folder):
        open_private(folder / MARK).close()
    _copy_database(storage.media.database, target.database)
    database = Database(target.database)
    try:
        for one in found:
            with database.write() as db:
                _tell(db, one)
            _open_files(one.session, storage.media, target, identity)
    finally:
        database.close()


def close(folder: Path) -> None:
    """Wipe an opened folder, whatever is in it. Raises ``StorageError``."""
    with plain_errors(folder):
        for file in [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]:
            wipe(file)
        shutil.rmtree(folder, ignore_errors=True)


def is_opened(folder: Path) -> bool:
    """Whether ``open_into`` made it: nothing else is to be wiped by mistake."""
    return (folder / MARK).is_file()


def _unsealed(media: MediaStore, session: SessionId, identity: pyrage.x25519.Identity) -> Unsealed:
    sealed = KeyRing(media.keys).sealed(session)
    if not sealed.is_file():
        raise RefusedError(f"session {session[:8]} is not sealed, or it is erased")
    try:
        told = json.loads(pyrage.decrypt(sealed.read_bytes(), [identity]))
    except pyrage.DecryptError as error:
        raise RefusedError(f"session {session[:8]} was not sealed for this key") from error
    key = base64.b64decode(told["key"])
    if told["session"] != session or len(key) != KEY_BYTES:
        raise RefusedError(f"the key beside session {session[:8]} belongs to another one")
    return Unsealed(session, key, told["name"])


def _copy_database(source: Path, target: Path) -> None:
    """As of one instant, while others may write."""
    open_private(target).close()
    with (
        plain_errors(source),
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _tell(db: Session, one: Unsealed) -> None:
    """Fill the tables from the session's part of the journal, as if it had never been sealed."""
    keeping = db.get_one(KeepingRow, one.session)
    sealed_wall, keeping.sealed_wall = keeping.sealed_wall, None
    db.execute(delete(IssueRow).filter_by(session_id=one.session))
    db.flush()
    for change in changes(list(_its_entries(db, one.session)), one):
        if not isinstance(change.event, SessionSealed):
            project(db, change)
    db.get_one(KeepingRow, one.session).sealed_wall = sealed_wall
    candidate = db.get_one(CandidateRow, db.get_one(SessionRow, one.session).candidate_id)
    candidate.name = candidate.name or one.name


def _its_entries(db: Session, session: SessionId) -> Iterator[Entry]:
    """From the welcome before it: its own entries and those of the station, without other people's."""
    its = JournalRow.session_id == session
    first = db.scalar(select(func.min(JournalRow.seq)).where(its)) or 0
    begun = select(func.max(JournalRow.seq)).where(
        JournalRow.kind == BeginRequested.__name__, JournalRow.seq < first
    )
    for entry in read_entries(db, db.scalar(begun) or first):
        if entry.session_id in (None, session):
            yield entry


def _open_files(
    session: SessionId, source: MediaStore, target: MediaStore, identity: pyrage.x25519.Identity
) -> None:
    folder, into = source.recordings / session, target.session_folder(session)
    with plain_errors(target.data):
        shutil.copyfile(folder / JOURNAL_COPY, into / JOURNAL_COPY)
        for file in files_of(session, source):
            if file.suffix == SUFFIX:
                plain = into / file.relative_to(folder).with_suffix("")
                plain.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with file.open("rb", buffering=0) as sealed, open_private(plain) as content:
                    pyrage.decrypt_io(sealed, content, [identity])
