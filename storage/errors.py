"""What can go wrong with the station's memory; every message is one sentence for a technician.

StorageError
├── DiskFullError     there is no space left
├── UnwritableError   the folder or a file cannot be opened, made or written
├── DamagedError      what is read is not what was written
├── NewerError        the data belongs to a newer version of the program
├── OlderError        the data belongs to an older version and is open for reading only
├── BusyError         another process has been writing for too long
├── NotFoundError     no such session, or several that could be meant
├── RefusedError      a name or a PIN that cannot be taken
├── ExportFailedError an export cannot go on; its outcome says why
└── LeftoverError     something that was to be erased or sealed is still there
"""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.domain.export import EXPORT_TEXTS, ExportOutcome

_PAGE_BYTES = 1 << 15


class StorageError(Exception):
    """The root of the tree."""


class DiskFullError(StorageError):
    """There is no space left."""


class UnwritableError(StorageError):
    """The folder or a file cannot be opened, made or written."""


class DamagedError(StorageError):
    """What is read is not what was written."""


class NewerError(StorageError):
    """The data belongs to a newer version of the program."""


class OlderError(StorageError):
    """The data belongs to an older version of the program and is open for reading only."""


class BusyError(StorageError):
    """Another process has been writing for too long."""


class NotFoundError(StorageError):
    """No such session, or several that could be meant."""


class RefusedError(StorageError):
    """A name or a PIN that cannot be taken."""


class ExportFailedError(StorageError):
    """An export cannot go on."""

    def __init__(self, outcome: ExportOutcome) -> None:
        super().__init__(EXPORT_TEXTS[outcome].what_happened)
        self.outcome = outcome


class LeftoverError(StorageError):
    """Something that was to be erased or sealed is still there."""


@contextmanager
def plain_errors(place: Path) -> Iterator[None]:
    """Turn what the operating system and SQLite say about ``place`` into this package's errors."""
    try:
        yield
    except OSError as error:
        raise of_system(error, place) from error
    except DBAPIError as error:
        _raise_plain(error.orig, place)
        raise
    except sqlite3.Error as error:
        _raise_plain(error, place)
        raise


def of_system(error: OSError, place: Path) -> StorageError:
    """The error for what the operating system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(place)
    return UnwritableError(f"{place} cannot be used: {error.strerror or error}")


def _raise_plain(error: BaseException | None, place: Path) -> None:
    """Raise this package's error for trouble of the world; anything else is a bug and stays what it is."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            raise _full(place) from error
        case sqlite3.SQLITE_IOERR if not _room(place):
            raise _full(place) from error
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            raise BusyError(f"another program is writing to {place}") from error
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            raise DamagedError(f"{place} is damaged: {error}") from error
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            raise UnwritableError(f"{place} cannot be used: {error}") from error
    if "Could not decode" in str(error):  # Python's own finding, without one of SQLite's codes
        raise DamagedError(f"{place} is damaged: {error}") from error


def _full(place: Path) -> DiskFullError:
    return DiskFullError(f"there is no space left for {place}")


def _room(place: Path) -> bool:
    """Whether one more page fits: of the index of its log SQLite says only that it could not be written."""
    try:
        return shutil.disk_usage(place.parent).free >= _PAGE_BYTES
    except OSError:
        return True
