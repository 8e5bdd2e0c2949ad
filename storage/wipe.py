"""Removing a file so that its blocks on the disk tell nothing either.

Holds on file systems that write in place (ext4, XFS); see decision 0019 for flash and copy-on-write.
"""

import os
from pathlib import Path

from storage.media import sync_folder

_BLOCK = bytes(1 << 20)


def wipe(path: Path) -> None:
    """Overwrite, sync, remove, sync. Names that share the file keep zeros. Raises ``OSError``."""
    with path.open("r+b", buffering=0) as file:
        blank(file.fileno())
    path.unlink()
    sync_folder(path.parent)


def blank(descriptor: int) -> None:
    """Overwrite all of an open file with zeros, on the disk when this returns. Raises ``OSError``."""
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, _BLOCK[: min(left, len(_BLOCK))])
    os.fdatasync(descriptor)
