"""How long sessions are kept, who ends that, and what an erasure reached."""

from dataclasses import dataclass
from enum import StrEnum


class ErasureCause(StrEnum):
    """Why a session is erased."""

    CANDIDATE = "candidate"
    """The candidate brought the delete code."""
    STAFF = "staff"
    RETENTION = "retention"
    """The pack's days are over."""
    SERVER = "server"


class Store(StrEnum):
    """A place where something of a session lies."""

    KEY = "key"
    """Without it nothing personal in the journal and its copies can be read."""
    FILES = "files"
    """Recording, voice, films, thumbnails: everything in the session's folder but its journal."""
    TABLES = "tables"
    """Transcripts, scores, programs, notes, the candidate's name; the write-ahead log included."""
    DAMAGED = "damaged"
    """Databases that a repair laid aside."""


@dataclass(frozen=True, slots=True)
class ClearedStore:
    """A store with nothing of the session in it any more, and how many things were removed."""

    store: Store
    removed: int
