"""What the server needs of an object store.

BlobError
└── BlobMissingError  there is nothing under this key

Keys are made of ids and hashes only, never of what anybody typed:

    pieces/{session}/{sha256}   chunks/{session}/{number}-{sha256}
    files/{session}/{sha256}    packs/{sha256}
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

READ_BYTES = 256 << 10


class BlobError(Exception):
    """The object store did not do what it was asked."""


class BlobMissingError(BlobError):
    """There is nothing under this key."""


class Blobs(Protocol):
    """Any thread may call. Every method raises ``BlobError``.

    An object appears whole or not at all, and never changes: writing a key again writes the same bytes.
    """

    spool: Path
    """A folder for files on their way in; what is left there by a crash is removed at the next start."""

    def take(self, key: str, file: Path) -> None:
        """Keep a file of the spool under ``key``, durably; the file is gone afterwards."""

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The bytes from ``start`` on, at most ``READ_BYTES`` at a time."""

    def place(self, key: str, length: int) -> str | None:
        """An address where a station may put exactly so many bytes itself; ``None`` where it may not."""

    def size(self, key: str) -> int | None:
        """How many bytes there are; ``None`` for nothing."""

    def remove(self, key: str) -> None:
        """Remove an object, and be content when there is none."""

    def remove_below(self, prefix: str) -> int:
        """Remove everything whose key begins with ``prefix``; how many there were."""

    def sessions_below(self, kind: str) -> list[str]:
        """The sessions that have something under ``kind/``."""

    def close(self) -> None:
        """Let go of connections."""


def piece_key(session: str, sha256: str) -> str:
    """Where a piece of a session's file lies."""
    return f"pieces/{session}/{sha256}"


def chunk_key(session: str, number: int, sha256: str) -> str:
    """Where a chunk of the compatibility API lies."""
    return f"chunks/{session}/{number}-{sha256}"


def file_key(session: str, sha256: str) -> str:
    """Where a whole file lies."""
    return f"files/{session}/{sha256}"


def pack_key(sha256: str) -> str:
    """Where a question pack lies."""
    return f"packs/{sha256}"
