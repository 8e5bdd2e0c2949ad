"""The server's database: PostgreSQL, or one SQLite file when nobody says otherwise.

Services open one transaction per request; nothing below them commits. On SQLite one connection writes at a
time, in this process and, by a lock beside the file, in all others: before 3.51.3 two connections could
damage a WAL that they reset at once.
"""

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, StaticPool

from server.errors import BusyError, SetupError
from server.migrations.run import upgrade

PATIENCE_S = 5.0
POOL = 20
_PRAGMAS = ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON")
_WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")


class Database:
    """Any thread may call. Opening brings the schema up to date; raises ``SetupError``."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.embedded = url.startswith("sqlite://")
        self._writing = threading.Lock()
        self._lock_file: int | None = None
        if self.embedded:
            file = Path(url.removeprefix("sqlite://"))
            self._lock_file = _hold(file)
            self._writer = _sqlite(file, writable=True)
            self._reader = _sqlite(file, writable=False)
        else:
            self._writer = self._reader = _postgresql(url)
        try:
            with self._writer.begin() as connection:
                upgrade(connection)
        except OperationalError as error:
            self.close()
            raise SetupError(f"the database cannot be used: {error.orig}") from error
        except BaseException:
            self.close()
            raise

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction, durable when the block is left without an exception. Raises ``BusyError``."""
        with _plainly(), self._alone(), Session(self._writer, expire_on_commit=False) as db, db.begin():
            yield db

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view for reading; on SQLite it neither waits for the writer nor holds it up."""
        with _plainly(), Session(self._reader, expire_on_commit=False) as db:
            yield db

    @property
    def writer(self) -> Engine:
        """For the job queue, which brings tables of its own to PostgreSQL."""
        return self._writer

    def scrub(self) -> bool:
        """Leave nothing of what was deleted in SQLite's log; PostgreSQL looks after its own.

        ``False`` while somebody reads; then it is to be tried again.
        """
        if not self.embedded:
            return True
        with _plainly(), self._alone(), self._writer.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute("PRAGMA busy_timeout=0")  # who writes next must not wait for a reader
            try:
                busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                raw.execute(f"PRAGMA busy_timeout={round(PATIENCE_S * 1000)}")
        return not busy

    def close(self) -> None:
        """Let go of all connections."""
        self._writer.dispose()
        self._reader.dispose()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self.embedded:
            yield
        elif not self._writing.acquire(timeout=PATIENCE_S):
            raise BusyError("the database is busy", retry_after_s=1)
        else:
            try:
                yield
            finally:
                self._writing.release()


@contextmanager
def _plainly() -> Iterator[None]:
    """A database that is away is trouble of the world; any other complaint of it is a bug."""
    try:
        yield
    except PoolTimeoutError as error:
        raise BusyError("the database is busy", retry_after_s=1) from error
    except DBAPIError as error:
        if error.connection_invalidated or isinstance(error, OperationalError):
            raise BusyError("the database does not answer", retry_after_s=5) from error
        raise


def _hold(file: Path) -> int:
    """One server process a file. Raises ``SetupError``."""
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        lock = os.open(f"{file}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise SetupError(f"{file} cannot be used: {error.strerror}") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(lock)
        raise SetupError(f"another server uses {file}; several need PostgreSQL") from error
    return lock


def _postgresql(url: str) -> Engine:
    return create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_size=POOL,
        max_overflow=0,
        pool_timeout=PATIENCE_S,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": int(PATIENCE_S),
            "options": "-c statement_timeout=15000 -c lock_timeout=5000 "
            "-c idle_in_transaction_session_timeout=30000",
        },
    )


def _sqlite(file: Path, *, writable: bool) -> Engine:
    address = f"file:{quote(str(file.absolute()))}?mode={'rw' if writable else 'ro'}"
    pragmas = (*_WRITER_PRAGMAS, *_PRAGMAS) if writable else _PRAGMAS

    def connect() -> sqlite3.Connection:
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

    pool: Any = StaticPool if writable else NullPool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool, hide_parameters=True)
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
