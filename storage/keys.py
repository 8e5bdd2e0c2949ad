"""The sessions' keys: one small file each, so that destroying one destroys all it ever locked.

    DATA/keys/{session}.key    32 random bytes; gone once the session is sealed or erased
    DATA/keys/{session}.age    the same key and the candidate's name, sealed for their readers

Keys never lie in the database, whose free pages, log and copies would remember them.
"""

import os
import re
import secrets
from pathlib import Path
from typing import Protocol

from storage.media import open_private, sync_folder
from storage.wipe import wipe

KEY_BYTES = 32
_SESSION_ID = re.compile(r"[0-9a-f]{32}")


class Keys(Protocol):
    """Who has the keys of which sessions."""

    def of(self, session: str) -> bytes | None:
        """The session's key; ``None`` if it is not here, or not any more."""


class KeyRing:
    """The keys on this station. Any thread may call; methods raise ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, session: str) -> bytes | None:
        """See ``Keys``. A key cut short by a power cut locked nothing yet."""
        try:
            key = self.file(session).read_bytes()
        except FileNotFoundError:
            return None
        return key if len(key) == KEY_BYTES else None

    def make(self, session: str) -> None:
        """A session begins: its key is on the disk when this returns. One that is there stays."""
        if self.of(session) is not None:
            return
        file = self.file(session)
        part = file.with_suffix(".part")
        part.unlink(missing_ok=True)
        with open_private(part) as content:
            content.write(secrets.token_bytes(KEY_BYTES))
            os.fsync(content.fileno())
        part.replace(file)
        sync_folder(self.folder)

    def destroy(self, session: str) -> int:
        """Nobody opens on this station any more what the key locked; how many files that were (0 or 1)."""
        file = self.file(session)
        if not file.exists():
            return 0
        wipe(file)
        return 1

    def sealed(self, session: str) -> Path:
        """Where the key lies for those it is sealed for."""
        return self.file(session).with_suffix(".age")

    def present(self) -> list[str]:
        """Every session whose key is here, in no order."""
        return [file.stem for file in self.folder.glob("*.key")]

    def file(self, session: str) -> Path:
        """Where the key lies, if it is here. Raises ``ValueError`` for what is no session's id."""
        if not _SESSION_ID.fullmatch(session):
            raise ValueError("not a session id")
        return self.folder / f"{session}.key"
