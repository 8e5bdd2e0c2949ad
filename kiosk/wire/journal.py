"""Journal entries on their way to the server, in order and without holes."""

import hashlib
import json
from typing import Annotated, Any

from pydantic import Field

from kiosk.wire.message import Asked, Id, Sha256, Short, Told, Wall

GENESIS = "0" * 64
"""The ``prev_hash`` of the first entry."""
MAX_ENTRIES = 500

Seq = Annotated[int, Field(ge=1, le=2**53)]


class JournalEntry(Asked):
    """One entry as the station keeps it; ``body`` is the event's JSON text, sealed as it is."""

    seq: Seq
    boot_id: Short
    mono_ns: Annotated[int, Field(ge=0, lt=2**63)]
    wall: Short
    session_id: Id | None
    kind: Annotated[str, Field(pattern=r"^[A-Za-z]{1,64}$")]
    body: Annotated[str, Field(pattern=r"^[^\x00]*$")]
    prev_hash: Sha256
    hash: Sha256

    def right_hash(self) -> str:
        """The hash that the entry must have: SHA-256 of all else as JSON, keys sorted, no spaces."""
        return _sealed(self.model_dump(exclude={"hash"}))


def _sealed(fields: dict[str, Any]) -> str:
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class EventBatch(Asked):
    """Consecutive entries. What the server has already is passed over, so sending again is safe."""

    entries: Annotated[tuple[JournalEntry, ...], Field(min_length=1, max_length=MAX_ENTRIES)]


class JournalHead(Told):
    """How far the server has this station's journal, signed: the station's anchor off the box."""

    station_id: Id
    seq: int
    """0 when the server has nothing."""
    hash: Sha256
    time: Wall
    signature: str
    """By the server's key, over ``signing.receipt_bytes``."""
