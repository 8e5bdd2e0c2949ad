"""Room that is kept for the moment the disk is full: thrown overboard so that the journal can go on.

A file of nothing beside the database. It is laid when there is room to spare and dropped when the journal
finds none; some ten thousand entries fit into what it leaves, far more than any interview has.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from storage.media import RESERVE_BYTES, open_private

BALLAST_BYTES = 32 << 20


class Ballast:
    """One station's ballast. Any thread."""

    def __init__(self, data: Path) -> None:
        self._file = data / "run" / "ballast"

    def lay(self) -> None:
        """Have it there, unless there is too little room for it."""
        with suppress(OSError):  # a disk that has no room for it gets none
            if not self._file.exists() and shutil.disk_usage(self._file.parent).free > RESERVE_BYTES:
                with open_private(self._file) as file:
                    os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)

    def drop(self) -> bool:
        """Throw it overboard; whether there was any."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
