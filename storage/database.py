"""The database file: how it is opened, who may write, and how a schema comes to be.

WAL with ``synchronous=FULL``: what is committed survives a power cut. One connection writes at a time,
in this process and in all others, commits and checkpoints included: every transaction holds a lock
beside the file. SQLite before 3.51.3 can otherwise damage a WAL that two connections reset at once.
"""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, StaticPool

from storage.errors import BusyError, NotFoundError, UnwritableError, plain_errors
from storage.migrations.run import check, upgrade
from storage.search import SWEEP
from storage.wipe import blank

PATIENCE_S = 5.0

_PRAGMAS = (
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)
_WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")


class Database:
    """One database file. Any thread may call; a transaction belongs to the thread that opened it.

    Opening for writing makes the file and brings its schema up to date. Every method raises
    ``StorageError``.
    """

    def __init__(self, file: Path, *, writable: bool = True) -> None:
        self.file = file
        self._writing = threading.Lock()
        self._lock_file: int | None = None
        self._writer: Engine | None = None
        self._readers = _engine(file, writable=False)
        if not writable and not file.is_file():
            raise NotFoundError(f"there is no station data in {file.parent}")
        if writable:
            with plain_errors(file):
                self._open_for_writing()

    def _open_for_writing(self) -> None:
        os.close(os.open(self.file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        lock = self.file.with_name(self.file.name + ".lock")
        self._lock_file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._writer = _engine(self.file, writable=True)
        try:
            with self._alone(), self._writer.begin() as connection:
                upgrade(connection)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction, on the disk when the block is left without an exception."""
        if self._writer is None:
            raise UnwritableError(f"{self.file} is open for reading only")
        with plain_errors(self.file), self._alone(), Session(self._writer) as db, db.begin():
            yield db

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent view; does not wait for the writer, and the writer does not wait for it."""
        with plain_errors(self.file), Session(self._readers) as db:
            yield db

    def check_schema(self) -> None:
        """See that what is open for reading has the tables this version reads."""
        with plain_errors(self.file), self._readers.connect() as connection:
            check(connection)

    def durability(self) -> tuple[str, int]:
        """The journal mode and the level of ``synchronous`` that writing really has (FULL is 2)."""
        if self._writer is None:
            raise UnwritableError(f"{self.file} is open for reading only")
        with plain_errors(self.file), self._alone(), self._writer.connect() as connection:
            mode = connection.execute(text("PRAGMA journal_mode")).scalar_one()
            level = connection.execute(text("PRAGMA synchronous")).scalar_one()
            return str(mode), int(level)

    def scrub(self) -> bool:
        """Leave nothing of what was deleted: sweep the search, empty the log and overwrite where it lay.

        ``False`` if somebody was reading meanwhile; then it is to be tried again.
        """
        if self._writer is None:
            raise UnwritableError(f"{self.file} is open for reading only")
        with plain_errors(self.file), self._alone(), self._writer.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute(SWEEP)
            raw.execute("PRAGMA busy_timeout=0")  # the next entry must not wait for a reader
            try:
                if _is_busy(raw.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()):
                    return False
                _overwrite(self.file.with_name(self.file.name + "-wal"))
                return not _is_busy(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
            finally:
                raw.execute(f"PRAGMA busy_timeout={round(PATIENCE_S * 1000)}")

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()
        if self._writer is not None:
            with self._alone():
                self._writer.dispose()
            self._writer = None
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes or checkpoints inside this block, in any process."""
        if not self._writing.acquire(timeout=PATIENCE_S):
            raise BusyError(f"another thread is writing to {self.file}")
        try:
            self._lock()
            try:
                yield
            finally:
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        finally:
            self._writing.release()

    @property
    def _descriptor(self) -> int:
        assert self._lock_file is not None
        return self._lock_file

    def _lock(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                return fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise BusyError(f"another program is writing to {self.file}") from error
                time.sleep(0.005)


def _is_busy(checkpoint: tuple[int, int, int]) -> bool:
    return checkpoint[0] != 0


def _overwrite(log: Path) -> None:
    """Everything in a log whose pages are all in the database; SQLite begins a log without a head anew."""
    if log.exists():
        with log.open("r+b", buffering=0) as file:
            blank(file.fileno())


def _engine(file: Path, *, writable: bool) -> Engine:
    mode = "rw" if writable else "ro"
    address = f"file:{quote(str(file.absolute()))}?mode={mode}"
    pragmas = (*_WRITER_PRAGMAS, *_PRAGMAS) if writable else _PRAGMAS

    def connect() -> sqlite3.Connection:
        # Without an isolation level the driver begins nothing by itself: the pragmas run outside a
        # transaction, and ours begin where we say.
        connection = sqlite3.connect(
            address, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    # NullPool: a reader holds the file only while it reads.
    pool: Any = StaticPool if writable else NullPool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool, hide_parameters=True)
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
