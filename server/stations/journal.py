"""Stations' journals as they arrive: in order, once, chained. Any thread may call."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kiosk.wire.journal import EventBatch, JournalEntry, JournalHead
from server.audit.service import record
from server.database import Database
from server.errors import ConflictError
from server.identity.secrets import new_id
from server.signing import ServerKey
from server.stations.service import Station, station_row
from server.tables.stations import AlertKind, AlertRow, EntryRow, StationRow, StationStatus
from server.times import now


class Flaw(StrEnum):
    """Why entries are not taken; the words are those on the wire."""

    GAP = "gap"
    CHAIN = "chain"
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class _Found:
    """What is wrong with a batch, and where."""

    flaw: Flaw
    seq: int


_SENTENCES = {
    Flaw.GAP: "entries are missing before entry {seq}",
    Flaw.CHAIN: "entry {seq} does not continue the chain",
    Flaw.FORK: "another entry {seq} is there already: two computers use this station's key",
}


class Journals:
    """Takes entries and answers for them."""

    def __init__(self, database: Database, key: ServerKey) -> None:
        self._database = database
        self._key = key

    def head(self, station: Station) -> JournalHead:
        """How far the server is. Raises ``ServerError``."""
        with self._database.read() as db:
            return self._signed(station_row(db, station.id))

    def append(self, station: Station, batch: EventBatch) -> JournalHead:
        """Keep what is new of a batch, durably.

        Raises ``ConflictError`` with the code of a ``Flaw``; a fork freezes the station first.
        """
        with self._database.write() as db:
            row = station_row(db, station.id, lock=True)
            if row.status is not StationStatus.ACTIVE:
                raise ConflictError("this station is frozen", Flaw.FORK)
            found = _look(db, row, batch.entries)
            if found is None:
                _keep(db, row, batch.entries)
            elif found.flaw is not Flaw.GAP:
                _report(db, row, found)
            head, expected = self._signed(row), row.journal_seq + 1
        if found is not None:
            sentence = _SENTENCES[found.flaw].format(seq=found.seq)
            raise ConflictError(sentence, found.flaw, expected_seq=expected)
        return head

    def _signed(self, row: StationRow) -> JournalHead:
        head = JournalHead(
            station_id=row.id, seq=row.journal_seq, hash=row.journal_hash, time=now(), signature=""
        )
        return head.model_copy(update={"signature": self._key.sign(head.model_dump())})


def _look(db: Session, row: StationRow, entries: tuple[JournalEntry, ...]) -> _Found | None:
    """Compare what is known, follow what is new."""
    if entries[0].seq > row.journal_seq + 1:
        return _Found(Flaw.GAP, entries[0].seq)
    if entries[-1].seq - entries[0].seq != len(entries) - 1:
        return _Found(Flaw.CHAIN, entries[0].seq)
    known = _known_hashes(db, row, entries)
    last_hash: str | None = None
    for seq, entry in enumerate(entries, start=entries[0].seq):
        if seq <= row.journal_seq:
            if known.get(seq) != entry.hash:
                return _Found(Flaw.FORK, seq)
            last_hash = entry.hash
            continue
        expected = last_hash if last_hash is not None else row.journal_hash
        if entry.seq != seq or entry.hash != entry.right_hash():
            return _Found(Flaw.CHAIN, seq)
        if entry.prev_hash != expected:
            # Sealed correctly, but over another past: somebody else wrote before us, or we were rewritten.
            return _Found(Flaw.FORK, seq)
        last_hash = entry.hash
    return None


def _known_hashes(db: Session, row: StationRow, entries: tuple[JournalEntry, ...]) -> dict[int, str]:
    if entries[0].seq > row.journal_seq:
        return {}
    chosen = select(EntryRow.seq, EntryRow.hash).where(
        EntryRow.station_id == row.id, EntryRow.seq.between(entries[0].seq, entries[-1].seq)
    )
    return dict(list(db.execute(chosen)))


def _keep(db: Session, row: StationRow, entries: tuple[JournalEntry, ...]) -> None:
    wall = now()
    new: list[dict[str, Any]] = [
        {**entry.model_dump(), "station_id": row.id, "received_wall": wall}
        for entry in entries
        if entry.seq > row.journal_seq
    ]
    if new:
        db.execute(insert(EntryRow), new)
        row.journal_seq, row.journal_hash = new[-1]["seq"], new[-1]["hash"]


def _report(db: Session, row: StationRow, found: _Found) -> None:
    """Tell staff, once until somebody has looked; a fork stops everything."""
    kind = AlertKind.FORK if found.flaw is Flaw.FORK else AlertKind.BROKEN_CHAIN
    if found.flaw is Flaw.FORK:
        row.status = StationStatus.FROZEN
    told = {
        "kind": kind,
        "station_id": row.id,
        "subject": row.id,
        "detail": _SENTENCES[found.flaw].format(seq=found.seq),
    }
    if db.scalar(select(AlertRow.id).filter_by(**told, seen_wall=None).limit(1)) is not None:
        return
    db.add(AlertRow(id=new_id(), wall=now(), **told))
    record(db, row.name, kind, row.id, seq=found.seq)
