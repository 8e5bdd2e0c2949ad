"""A session's own copy of the journal, ``journal.jsonl`` beside its recording: for a lost database.

A copy holds the entries from the session's beginning to the beginning of the next one, whatever they are
about: what HR does about an old session today stands in the newest copy. So all copies together
are the whole journal, and none is ever written anew because of a session that is long over.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kiosk.domain.ids import SessionId
from storage.chain import Entry, entry_of_line
from storage.media import open_private, sync_folder

NAME = "journal.jsonl"
_LAST_LINES = 16_384
"""Bytes that usually hold the last entries; more is read where they do not."""


class JournalCopy:
    """Writes the copy of one session at a time. Owned by whoever appends to the journal."""

    def __init__(self, folder_of: Callable[[SessionId], Path]) -> None:
        self._folder_of = folder_of
        self._session: SessionId | None = None
        self._seq = 0
        """The entry that was written last."""
        self._file: BinaryIO | None = None

    def add(self, entry: Entry, session: SessionId, history: Callable[[], Iterable[Entry]]) -> None:
        """Put ``entry`` into the copy of ``session``, the one that began last, and on the disk.

        ``history`` gives the copy's whole content if it has to be written anew. Raises ``OSError``; the next
        call then writes the copy anew.
        """
        try:
            if self._file is not None and self._continues(entry, session, self._file):
                _write(self._file, entry.line())
            else:
                self._open(session, history)
            self._seq = entry.seq
        except OSError:
            self.close()
            raise

    def _continues(self, entry: Entry, session: SessionId, file: BinaryIO) -> bool:
        """Whether the open file is this session's and holds everything before the entry.

        Another program, which exports say, may have written an entry, and the copy anew.
        """
        if session != self._session or entry.seq != self._seq + 1:
            return False
        path = self._folder_of(session) / NAME
        return path.exists() and path.stat().st_ino == os.fstat(file.fileno()).st_ino

    def _open(self, session: SessionId, history: Callable[[], Iterable[Entry]]) -> None:
        self.close()
        path = self._folder_of(session) / NAME
        write_copy(path, history())
        self._file = path.open("ab", buffering=0)
        self._session = session

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        self._file = None


def write_copy(path: Path, entries: Iterable[Entry]) -> None:
    """A copy with exactly these entries, in the place of the one before. Raises ``OSError``."""
    part = path.with_name(NAME + ".part")
    part.unlink(missing_ok=True)
    with open_private(part) as file:
        _write(file, b"".join(entry.line() for entry in entries))
    part.replace(path)
    sync_folder(path.parent)


def _write(file: BinaryIO, data: bytes) -> None:
    """All of ``data``, on the disk when this returns; a disk that takes only a part of it is full."""
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fdatasync(file.fileno())


def read_copy(path: Path) -> Iterator[Entry]:
    """The entries of a copy; a torn last line is passed over. Raises ``ValueError`` and ``OSError``."""
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                yield entry_of_line(line)


def last_entry(path: Path) -> Entry | None:
    """The last whole entry of a copy. Raises ``ValueError`` and ``OSError``."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        window = _LAST_LINES
        while True:
            file.seek(max(0, size - window))
            lines = file.read().split(b"\n")[:-1]
            if len(lines) > 1 or window >= size:
                return entry_of_line(lines[-1]) if lines else None
            window *= 4
