"""Question packs that come from the central server."""

from pathlib import Path
from typing import Protocol


class PackRefusedError(Exception):
    """What came is no pack that this station can ask; the text is one sentence for whoever sent it."""


class PackShelf(Protocol):
    """Where they lie. Owned by one thread; not to be called while somebody is interviewed."""

    def has(self, pack: str, sha256: str) -> bool:
        """Whether exactly this archive was put there."""

    def put(self, pack: str, sha256: str, archive: Path) -> None:
        """Check an archive and put it there in one step, instead of an older one.

        Raises ``PackRefusedError``, then everything is as before, and ``OSError``.
        """

    def withdraw(self, pack: str) -> None:
        """Take it away, if it is there. Raises ``PackRefusedError`` for one of the station's own."""
