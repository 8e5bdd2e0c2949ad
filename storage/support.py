"""What a support bundle asks of a station's memory: counts and kinds, never contents.

Reads the database as it lies there, whatever its schema, damaged or not, and changes nothing: where not even
the shared memory beside a WAL can be made, on a disk mounted for reading, the file is read alone.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import ColumnElement, create_engine, func, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.pool import NullPool

from storage.checkpoints import Checkpoints, check_against
from storage.entries import read_entries
from storage.errors import NotFoundError, plain_errors
from storage.journal import LAST_WALL
from storage.media import MediaStore
from storage.migrations.run import HEAD
from storage.tables import ExportRow, IssueRow, JournalRow, KeepingRow, SessionRow, UploadRow

_LAST_ENTRIES = 80


def memory_questions(data: Path) -> Mapping[str, Callable[[], object]]:
    """By name what can be asked; each raises ``StorageError`` or ``DBAPIError`` by itself."""
    media = MediaStore(data)

    def of(question: Callable[[Session], object]) -> Callable[[], object]:
        def asked() -> object:
            with _read(media.database) as db:
                return question(db)

        return asked

    return {
        "files": lambda: _files(media),
        "schema": of(_schema),
        "file_check": of(_quick_check),
        "journal": of(lambda db: _journal(db, data)),
        "last_starts": of(_starts),
        "sessions": of(lambda db: _counts(db, SessionRow.status)),
        "recordings": of(lambda db: _counts(db, SessionRow.recording_status)),
        "processing": of(lambda db: _counts(db, SessionRow.processing_status)),
        "analysis": of(lambda db: _counts(db, SessionRow.analysis_status)),
        "sealed": of(lambda db: _count(db, KeepingRow.sealed_wall.is_not(None))),
        "to_be_erased": of(lambda db: _count(db, KeepingRow.ordered_wall.is_not(None))),
        "exports": of(lambda db: _counts(db, ExportRow.outcome)),
        "refused_by_server": of(lambda db: _count(db, UploadRow.parked != "")),
        "last_entries": of(_last_entries),
    }


def fault_questions(data: Path) -> Mapping[str, Callable[[], object]]:
    """How often each fault and each kind of incident came, and when last."""

    def counted() -> object:
        with _read(MediaStore(data).database) as db:
            chosen = (
                select(IssueRow.kind, IssueRow.code, func.count(), func.max(IssueRow.__table__.c.began_wall))
                .group_by(IssueRow.kind, IssueRow.code)
                .order_by(func.count().desc())
            )
            return [
                {"kind": str(kind), "code": code, "times": times, "last": last}
                for kind, code, times, last in db.execute(chosen)
            ]

    return {"issues": counted}


@contextmanager
def _read(file: Path) -> Iterator[Session]:
    if not file.is_file():
        raise NotFoundError(f"there is no database in {file.parent}")
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(file), poolclass=NullPool, hide_parameters=True
    )
    with plain_errors(file), Session(engine) as db:
        yield db


def _connect(file: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(file.absolute()))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=5.0)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        return sqlite3.connect(f"{address}&immutable=1", uri=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _files(media: MediaStore) -> dict[str, int]:
    """Sizes of the database and what lies beside it; how many keys and copies of journals there are."""
    sizes = {file.name: file.stat().st_size for file in sorted(media.data.glob("kiosk.db*"))}
    with suppress(OSError):
        sizes["number of keys"] = sum(1 for _ in media.keys.iterdir())
    sizes["number of journal copies"] = len(media.journal_copies())
    return sizes


def _schema(db: Session) -> dict[str, object]:
    return {"present": db.scalar(text("SELECT version_num FROM alembic_version")), "this_program": HEAD}


def _quick_check(db: Session) -> list[str]:
    return [str(finding) for finding in db.scalars(text("PRAGMA quick_check(20)"))]


def _journal(db: Session, data: Path) -> dict[str, object]:
    checkpoints = Checkpoints(data).all()
    return {
        "verdict": str(check_against(read_entries(db), checkpoints)),
        "last_wall": db.scalar(LAST_WALL),
        "checkpoints": len(checkpoints),
    }


def _starts(db: Session) -> list[dict[str, object]]:
    """Which versions ran here lately."""
    chosen = (
        select(JournalRow.wall, JournalRow.body)
        .where(JournalRow.kind == "StationStarted")
        .order_by(JournalRow.seq.desc())
        .limit(10)
    )
    return [{"wall": wall, "version": json.loads(body).get("version")} for wall, body in db.execute(chosen)]


def _last_entries(db: Session) -> list[dict[str, object]]:
    """What happened last, by kind; not what was said in it."""
    chosen = (
        select(JournalRow.seq, JournalRow.wall, JournalRow.kind, JournalRow.session_id)
        .order_by(JournalRow.seq.desc())
        .limit(_LAST_ENTRIES)
    )
    return [dict(row) for row in db.execute(chosen).mappings()][::-1]


def _counts(db: Session, column: InstrumentedAttribute[object]) -> dict[str, int]:
    chosen = select(column, func.count()).group_by(column)
    return {str(value): count for value, count in db.execute(chosen)}


def _count(db: Session, which: ColumnElement[bool]) -> int:
    return db.scalar(select(func.count()).where(which)) or 0
