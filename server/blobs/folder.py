"""Objects as files below one folder, for a server without an object store."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from server.blobs.store import READ_BYTES, BlobError, BlobMissingError

_KEY = re.compile(r"[a-z]+(/[0-9a-f]+(-[0-9a-f]+)?)+")


class FolderBlobs:
    """Implements ``server.blobs.store.Blobs``. Only the server's user may read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.spool = empty_spool(root)

    def take(self, key: str, file: Path) -> None:
        """See ``Blobs``: synced, renamed, and the folder synced too."""
        path = self._path(key)
        with _plainly():
            _sync(file)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.replace(path)
            _sync(path.parent)

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ``Blobs``."""
        with _plainly(), self._path(key).open("rb") as file:
            file.seek(start)
            left = length if length is not None else file.seek(0, os.SEEK_END) - start
            file.seek(start)
            while left > 0 and (data := file.read(min(READ_BYTES, left))):
                left -= len(data)
                yield data

    def place(self, key: str, length: int) -> None:
        """See ``Blobs``."""

    def size(self, key: str) -> int | None:
        """See ``Blobs``."""
        with _plainly(), suppress(FileNotFoundError):
            return self._path(key).stat().st_size
        return None

    def remove(self, key: str) -> None:
        """See ``Blobs``."""
        with _plainly():
            self._path(key).unlink(missing_ok=True)

    def remove_below(self, prefix: str) -> int:
        """See ``Blobs``."""
        folder = self._path(prefix.rstrip("/"))
        with _plainly():
            found = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
            for path in found:
                path.unlink(missing_ok=True)
        return len(found)

    def sessions_below(self, kind: str) -> list[str]:
        """See ``Blobs``."""
        with _plainly():
            return sorted(path.name for path in self._root.glob(f"{kind}/*") if any(path.iterdir()))

    def close(self) -> None:
        """Nothing is held."""

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("not a key of ours")
        return self._root / key


def empty_spool(folder: Path) -> Path:
    """The spool in a folder, without what a crash left there. Raises ``BlobError``."""
    spool = folder / "spool"
    with _plainly():
        spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in spool.iterdir():
            left.unlink()
    return spool


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise BlobMissingError("there is no such object") from error
    except OSError as error:
        raise BlobError(f"the object folder cannot be used: {error.strerror}") from error


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
