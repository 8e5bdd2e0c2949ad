"""Signed checkpoints: how far the journal was, told where nobody who edits it can reach.

A chain alone shows no edit after which everything was hashed anew, and no missing end. A checkpoint names
an entry and its hash, signed by the station. It is made at the end of every session and whenever somebody
asks for one, kept in ``DATA/checkpoints.jsonl``, and goes onto receipts and into bundles: what is there binds
the journal up to that entry for good. The signature is over the canonical JSON of ``purpose``, ``seq``,
``hash`` and ``wall``.
"""

import base64
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.chain import ChainVerdict, Entry, canonical, check
from storage.errors import plain_errors
from storage.media import sync_folder
from storage.signing import StationKey, verify

NAME = "checkpoints.jsonl"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The journal had this entry with this hash; ``station`` (public key) and ``signature`` are base64."""

    seq: int
    hash: str
    wall: str
    station: str
    signature: str

    @property
    def is_genuine(self) -> bool:
        """Whether its station has signed exactly this."""
        try:
            public, signature = base64.b64decode(self.station), base64.b64decode(self.signature)
        except ValueError:
            return False
        return verify(public, signature, _signed(self.seq, self.hash, self.wall))

    def as_mapping(self) -> dict[str, Any]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def checkpoint(key: StationKey, entry: Entry, wall: str) -> Checkpoint:
    """The station's word for the journal up to ``entry``."""
    signature = key.sign(_signed(entry.seq, entry.hash, wall))
    station, signed = (base64.b64encode(value).decode() for value in (key.public, signature))
    return Checkpoint(entry.seq, entry.hash, wall, station, signed)


def _signed(seq: int, hash_: str, wall: str) -> bytes:
    return canonical({"purpose": "journal checkpoint", "seq": seq, "hash": hash_, "wall": wall})


class Checkpoints:
    """Those the station keeps itself. Owned by whoever appends to the journal; any thread may read."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._file = data / NAME

    def add(self, entry: Entry, wall: str) -> Checkpoint:
        """Make one and have it on the disk. Raises ``StorageError``."""
        made = checkpoint(StationKey.load_or_create(self._data), entry, wall)
        with plain_errors(self._file):
            is_first = not self._file.exists()
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(_after_a_torn_line(descriptor) + canonical(made.as_mapping()) + b"\n")
                file.flush()
                os.fdatasync(descriptor)
            if is_first:
                sync_folder(self._data)
        return made

    def all(self) -> Sequence[Checkpoint]:
        """Oldest first; a torn line is passed over. Raises ``StorageError``."""
        with plain_errors(self._file):
            return tuple(read_checkpoints(self._file)) if self._file.exists() else ()


def _after_a_torn_line(descriptor: int) -> bytes:
    """What must stand before a new line, or it would be one with what a power cut left of the last."""
    size = os.fstat(descriptor).st_size
    return b"\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else b""


def read_checkpoints(file: Path) -> Iterator[Checkpoint]:
    """The checkpoints in a file, one JSON object a line. Raises ``OSError``."""
    with file.open("rb") as lines:
        for line in lines:
            try:
                yield Checkpoint(**json.loads(line))
            except (ValueError, TypeError):
                continue


def check_against(
    entries: Iterable[Entry], checkpoints: Iterable[Checkpoint], station: str | None = None
) -> ChainVerdict:
    """Follow the chain, and hold it to the checkpoints; all must be by ``station`` where that is known."""
    anchors = {one.seq: one for one in checkpoints}
    for one in anchors.values():
        if not one.is_genuine or station not in (None, one.station):
            return ChainVerdict(0, one.seq, "the checkpoint for it is not the station's")
    seen, other = 0, None

    def watched() -> Iterator[Entry]:
        nonlocal seen, other
        for entry in entries:
            seen = entry.seq
            anchor = anchors.get(entry.seq)
            if anchor is not None and anchor.hash != entry.hash and other is None:
                other = entry.seq
            yield entry

    verdict = check(watched())
    if not verdict.ok:
        return verdict
    if other is not None:
        return ChainVerdict(
            0, other, "it is not the entry that the station signed: something up to it was changed"
        )
    last = max(anchors, default=0)
    if last > seen:
        return ChainVerdict(seen, seen + 1, f"the station signed {last} entries: the end is cut off")
    return verdict
