"""HR's desk with a room for sealed sessions: opened with HR's own key, read in memory, wiped afterwards.

What is opened lies in a folder on a disk in memory that only this process's user can enter, and only until
whoever opened it turns to something else. What a killed process left there is wiped at the next start.
"""

import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyrage
import structlog

from kiosk.domain.export import ExportOutcome
from kiosk.domain.fairness import Board
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.printing import Printed
from kiosk.domain.staff import wait_after_s
from kiosk.ports.clock import Clock
from kiosk.ports.desk import SessionDesk, Unsealed, UnsealProblem
from kiosk.ports.dossier import Dossier
from kiosk.ports.shelves import PackName, Page, Search
from storage.errors import ExportFailedError, RefusedError, StorageError
from storage.export.drives import Drives, only_one
from storage.privacy.erasing import files_of
from storage.privacy.opening import close, is_opened, open_into
from storage.privacy.readers import identity_of, is_locked, looks_like_key
from storage.station import Storage, open_station

log = structlog.get_logger()

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of one's own inside it
_NAME = "interview-kiosk-opened-"
_LARGEST_KEY = 16 << 10
_SPARE_BYTES = 64 << 20


class ReadingDesk:
    """Implements ``kiosk.ports.desk.Desk``; at most one sealed session is open. Any thread may call."""

    def __init__(
        self,
        storage: Storage,
        desk_of: Callable[[Storage], SessionDesk],
        find_drives: Callable[[], Drives],
        clock: Clock,
        memory: Path = MEMORY,
    ) -> None:
        self._storage, self._desk_of = storage, desk_of
        self._desk = desk_of(storage)
        self._find_drives, self._clock, self._memory = find_drives, clock, memory
        self._lock = threading.RLock()
        self._failures, self._failed_s = 0, 0.0
        self._session: SessionId | None = None
        self._folder: Path | None = None
        self._opened: Storage | None = None
        _clear(memory)

    # --- Desk ------------------------------------------------------------------------------
    def page(self, search: Search, first: int, count: int) -> Page:
        """See ``Desk``."""
        return self._desk.page(search, first, count)

    def packs(self) -> tuple[PackName, ...]:
        """See ``Desk``."""
        return self._desk.packs()

    def board(self, pack: PackId | None) -> Board:
        """See ``Desk``."""
        return self._desk.board(pack)

    def dossier(self, session: SessionId, viewer: str) -> Dossier:
        """See ``Desk``."""
        with self._of(session) as desk:
            found = desk.dossier(session, viewer)
        return found if desk is self._desk else replace(found, opened=True)

    def print_report(self, session: SessionId) -> Printed:
        """See ``Desk``."""
        with self._of(session) as desk:
            return desk.print_report(session)

    def save_report(self, session: SessionId) -> ExportOutcome:
        """See ``Desk``."""
        with self._of(session) as desk:
            return desk.save_report(session)

    def peaks(self, session: SessionId) -> tuple[float, ...]:
        """See ``Desk``."""
        with self._of(session) as desk:
            return desk.peaks(session)

    def unseal(self, session: SessionId, secret: str) -> Unsealed:
        """See ``Desk``."""
        with self._lock:
            left_s = self._failed_s + wait_after_s(self._failures) - self._now_s()
            if self._failures and left_s > 0:
                return Unsealed(UnsealProblem.WAIT, left_s)
            self.put_away()
            return self._try(session, secret.strip())

    def put_away(self) -> None:
        """See ``Desk``."""
        with self._lock:
            opened, folder = self._opened, self._folder
            self._session = self._opened = self._folder = None
            if opened is not None:
                opened.close()
            if folder is not None:
                close(folder)

    # --- opening ---------------------------------------------------------------------------
    def _try(self, session: SessionId, secret: str) -> Unsealed:
        try:
            identity = self._identity(secret)
            if isinstance(identity, UnsealProblem):
                return self._refused(identity)
            if self._needed(session) > self._room():
                return Unsealed(UnsealProblem.NO_ROOM)
            self._open(session, identity)
        except ExportFailedError as error:
            several = error.outcome is ExportOutcome.SEVERAL_STICKS
            return Unsealed(UnsealProblem.SEVERAL_STICKS if several else UnsealProblem.KEY_MISSING)
        except RefusedError:
            return self._refused(UnsealProblem.OTHER_KEY)
        except (OSError, StorageError) as error:
            log.error("sealed session cannot be opened", session=session, reason=str(error))
            return Unsealed(UnsealProblem.FAILED)
        self._failures = 0
        return Unsealed()

    def _refused(self, problem: UnsealProblem) -> Unsealed:
        """Guesses cost time; a passphrase that is only asked for does not."""
        if problem is not UnsealProblem.PASSPHRASE_WANTED:
            self._failures, self._failed_s = self._failures + 1, self._now_s()
        return Unsealed(problem, wait_after_s(self._failures))

    def _identity(self, secret: str) -> pyrage.x25519.Identity | UnsealProblem:
        """The key that was typed, or the one on the stick, which the secret may unlock."""
        if looks_like_key(secret.encode()):
            return _unlocked(secret.encode(), "") or UnsealProblem.WRONG
        found = self._keys_on_the_stick()
        if not found:
            return UnsealProblem.KEY_MISSING
        for content in found:
            identity = _unlocked(content, secret)
            if identity is not None:
                return identity
        return UnsealProblem.WRONG if secret else UnsealProblem.PASSPHRASE_WANTED

    def _keys_on_the_stick(self) -> list[bytes]:
        drives = self._find_drives()
        drive = only_one(drives.sticks())
        folder = drives.mount(drive)
        try:
            files = [file for file in sorted(folder.iterdir()) if file.is_file()]
            small = (file.read_bytes() for file in files if file.stat().st_size <= _LARGEST_KEY)
            return [content for content in small if looks_like_key(content)]
        finally:
            drives.unmount(drive)

    def _needed(self, session: SessionId) -> int:
        media = self._storage.media
        files = files_of(session, media)
        return media.database.stat().st_size + sum(file.stat().st_size for file in files) + _SPARE_BYTES

    def _room(self) -> int:
        return shutil.disk_usage(self._memory).free if self._memory.is_dir() else 0

    def _open(self, session: SessionId, identity: pyrage.x25519.Identity) -> None:
        folder = self._memory / f"{_NAME}{os.getpid()}-{secrets.token_hex(6)}"
        folder.mkdir(mode=0o700)
        try:
            open_into(self._storage, [session], identity, folder)
            self._opened = open_station(folder, writable=False)
        except BaseException:
            close(folder)
            raise
        self._folder, self._session = folder, session

    @contextmanager
    def _of(self, session: SessionId) -> Iterator[SessionDesk]:
        """Whoever can tell of it; what is opened stays so until the block is left."""
        with self._lock:
            if self._opened is not None and session == self._session:
                yield self._desk_of(self._opened)
                return
        yield self._desk

    def _now_s(self) -> float:
        return self._clock.monotonic_ns() / 1e9


def _unlocked(content: bytes, passphrase: str) -> pyrage.x25519.Identity | None:
    if is_locked(content) and not passphrase:
        return None
    try:
        return identity_of(content, lambda: passphrase)
    except RefusedError:
        return None


def _clear(memory: Path) -> None:
    """Wipe what processes that are gone had opened."""
    for folder in memory.glob(f"{_NAME}*"):
        owner = folder.name.removeprefix(_NAME).partition("-")[0]
        gone = not (owner.isdigit() and Path(f"/proc/{owner}").exists())
        if gone and is_opened(folder):
            try:
                close(folder)
            except StorageError as error:
                log.error("what was opened cannot be wiped", reason=str(error))
