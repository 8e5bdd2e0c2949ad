"""The journal's hash chain: an entry seals all of its fields and, through ``prev_hash``, all before it.

An entry's canonical form is one JSON object, keys sorted, no spaces, UTF-8; ``hash`` is the SHA-256 of
that form without ``hash`` itself. ``body`` is the event's JSON *text*, so that checking needs no
agreement on how numbers are written: a JSON reader and SHA-256 are enough.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

GENESIS = "0" * 64
"""The ``prev_hash`` of the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal as it is kept."""

    seq: int
    boot_id: str
    mono_ns: int
    wall: str
    session_id: str | None
    kind: str
    body: str
    prev_hash: str
    hash: str = ""

    def sealed(self) -> "Entry":
        """The entry with the hash it must have."""
        return replace(self, hash=self.right_hash())

    def right_hash(self) -> str:
        """The hash of everything but ``hash``."""
        sealed = self._fields()
        del sealed["hash"]
        return hashlib.sha256(canonical(sealed)).hexdigest()

    def line(self) -> bytes:
        """The entry as a line of a journal copy."""
        return canonical(self._fields()) + b"\n"

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def canonical(fields: dict[str, Any]) -> bytes:
    """The one way to write a JSON object."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def entry_of_line(line: bytes) -> Entry:
    """Read a line of a journal copy. Raises ``ValueError`` for anything else."""
    try:
        return Entry(**json.loads(line))
    except TypeError as error:
        raise ValueError(f"not a journal line: {error}") from error


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """What a check of the chain found; ``broken_seq`` is the first entry that does not hold."""

    entries: int
    """How many hold."""
    broken_seq: int | None = None
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether every entry holds."""
        return self.broken_seq is None

    def __str__(self) -> str:
        if self.ok:
            return f"journal: {self.entries} events, chain OK"
        return f"journal: broken at entry {self.broken_seq} ({self.reason})"


def check(entries: Iterable[Entry], seq: int = 0, last_hash: str = GENESIS) -> ChainVerdict:
    """Follow the chain on from entry ``seq`` with ``last_hash``; holds one entry at a time."""
    count = 0
    for entry in entries:
        seq += 1
        reason = _fault(entry, seq, last_hash)
        if reason:
            return ChainVerdict(count, seq, reason)
        last_hash = entry.hash
        count += 1
    return ChainVerdict(count)


def _fault(entry: Entry, seq: int, last_hash: str) -> str:
    if entry.seq != seq:
        return f"entry {entry.seq} stands in its place"
    if entry.prev_hash != last_hash:
        return "it does not follow the entry before it"
    if entry.hash != entry.right_hash():
        return "its content was changed"
    return ""
