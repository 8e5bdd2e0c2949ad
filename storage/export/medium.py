"""A folder on a stick, held by a descriptor: what is written goes there or nowhere.

After a pull the path of a stick is an ordinary folder of the station again; a name below a descriptor is not.
"""

import ctypes
import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kiosk.domain.export import ExportOutcome
from storage.errors import ExportFailedError

_libc = ctypes.CDLL(None, use_errno=True)

PART = ".part"
PIECE = 1 << 20
_PLAIN = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""What somebody put in a file's place is not followed, if it is a link, nor waited for, if it is a pipe."""
_GONE = {
    *(errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESHUTDOWN, errno.ESTALE, errno.ENOMEDIUM),
    *(errno.ENOENT, errno.ECONNABORTED, errno.ECONNREFUSED, errno.ECONNRESET),
}
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EBADF}
_OUTCOMES = {
    errno.ENOSPC: ExportOutcome.STICK_FULL,
    errno.EDQUOT: ExportOutcome.STICK_FULL,
    errno.EROFS: ExportOutcome.READ_ONLY,
    errno.EACCES: ExportOutcome.READ_ONLY,
    errno.EPERM: ExportOutcome.READ_ONLY,
    errno.EFBIG: ExportOutcome.FILE_TOO_LARGE,
}


class Medium:
    """One export's folder; ``close`` it before letting go of the stick. Methods raise ``ExportFailedError``.

    ``device`` is the stick's device file, whose disappearance tells a pull from a failure.
    """

    def __init__(self, root: Path, device: Path | None = None) -> None:
        self._device = device
        with self.errors():
            self._root = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def close(self) -> None:
        """Let go of it; harmless when it is gone."""
        os.close(self._root)

    def folder(self, name: str) -> None:
        """Make a folder and those above it."""
        with self.errors():
            for part in (*reversed(PurePosixPath(name).parents), PurePosixPath(name)):
                if part.name:
                    self._make(str(part))

    def _make(self, name: str) -> None:
        """A link in its place would lead out of the stick."""
        with suppress(FileExistsError):
            os.mkdir(name, 0o700, dir_fd=self._root)
        if not stat.S_ISDIR(os.stat(name, dir_fd=self._root, follow_symlinks=False).st_mode):
            raise OSError(errno.EIO, "something else has the name of the folder")

    def size(self, name: str) -> int | None:
        """Of a file that is there."""
        with self.errors():
            try:
                return os.stat(name, dir_fd=self._root, follow_symlinks=False).st_size
            except FileNotFoundError:
                return None

    def free_bytes(self) -> int | None:
        """``None`` where the file system does not tell."""
        with self.errors():
            found = os.statvfs(self._root)
            return found.f_bavail * found.f_frsize if found.f_blocks else None

    @contextmanager
    def part(self, name: str) -> Iterator[BinaryIO]:
        """The unfinished file, made if it is not there, for reading and writing."""
        flags = os.O_RDWR | os.O_CREAT | _PLAIN
        with self.errors():
            handle = os.open(name + PART, flags, 0o600, dir_fd=self._root)
            with os.fdopen(handle, "r+b", buffering=0) as file:
                yield file

    def settle(self, name: str) -> None:
        """Give a finished file its name, on the disk when this returns."""
        with self.errors():
            os.rename(name + PART, name, src_dir_fd=self._root, dst_dir_fd=self._root)
            self._sync_folder(str(PurePosixPath(name).parent))

    def remove(self, name: str) -> None:
        """Forget a file; harmless when there is none."""
        with self.errors():
            try:
                os.unlink(name, dir_fd=self._root)
            except FileNotFoundError:
                return
            self._sync_folder(str(PurePosixPath(name).parent))

    def sync(self) -> None:
        """Everything that was written is on the stick when this returns."""
        with self.errors():
            if _libc.syncfs(self._root):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number))

    def hash(self, name: str, told: Callable[[int], None]) -> str:
        """SHA-256 of what the stick itself says lies there, not of what the station remembers."""
        flags = os.O_RDONLY | _PLAIN
        with (
            self.errors(),
            os.fdopen(os.open(name, flags, dir_fd=self._root), "rb", buffering=0) as file,
        ):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            read = hashlib.sha256()
            while piece := file.read(PIECE):
                read.update(piece)
                told(len(piece))
            return read.hexdigest()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """What the system says of the stick, as an outcome."""
        try:
            yield
        except OSError as error:
            raise ExportFailedError(self._outcome(error)) from error

    def _outcome(self, error: OSError) -> ExportOutcome:
        if error.errno in _OUTCOMES:
            return _OUTCOMES[error.errno]
        gone = self._device is not None and not self._device.exists()
        return ExportOutcome.STICK_GONE if gone or error.errno in _GONE else ExportOutcome.STICK_FAILING

    def _sync_folder(self, name: str) -> None:
        handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=self._root)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC_FOLDERS:
                raise
        finally:
            os.close(handle)
