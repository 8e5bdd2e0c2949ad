"""The journal on its way to the server: in order, in batches, from where the server is."""

from collections.abc import Iterator
from itertools import islice

from kiosk.ports.sync import RefusedError, StoppedError
from kiosk.wire import signing
from kiosk.wire.journal import GENESIS, MAX_ENTRIES, EventBatch, JournalEntry, JournalHead
from kiosk.wire.pieces import Receipt
from storage.chain import Entry
from storage.database import Database
from storage.entries import read_entries, tail
from storage.signing import verify
from storage.sync.line import Line

_BATCH_BYTES = 4 << 20


def check_signed(told: JournalHead | Receipt, server_key: str) -> None:
    """See that the server has signed it. Raises ``StoppedError``."""
    try:
        key, signature = signing.from_text(server_key), signing.from_text(told.signature)
    except ValueError as error:
        raise StoppedError("the server's signature cannot be read") from error
    if not verify(key, signature, signing.receipt_bytes(told.model_dump())):
        raise StoppedError("the answer is not signed by the server this station belongs to")


class JournalSender:
    """Sends what the server does not have. Owned by one thread; raises ``SyncError``, ``StorageError``."""

    def __init__(self, database: Database, line: Line, server_key: str) -> None:
        self._database = database
        self._line = line
        self._server_key = server_key
        self.head: JournalHead | None = None
        """The server's newest word."""

    def ask(self) -> JournalHead:
        """How far the server is; it must be a place in this very journal."""
        head = self._heard(self._line.ask("GET", "/journal", JournalHead))
        if self._hash_at(head.seq) != head.hash:
            raise StoppedError("the server has entries of this station that are not in its journal")
        return head

    def send(self) -> JournalHead:
        """Send all that is new."""
        head = self.head or self.ask()
        while batch := self._batch(head.seq + 1):
            try:
                head = self._heard(self._line.ask("POST", "/journal", JournalHead, EventBatch(entries=batch)))
            except RefusedError as error:
                if error.code != "gap":
                    raise StoppedError(f"the journal is refused: {error}") from error
                head = self.ask()
        return head

    def _heard(self, head: JournalHead) -> JournalHead:
        check_signed(head, self._server_key)
        self._line.hear_time(head.time)
        self.head = head
        return head

    def _hash_at(self, seq: int) -> str | None:
        if seq == 0:
            return GENESIS
        with self._database.read() as db:
            if tail(db)[0] < seq:
                return None
            return next(read_entries(db, seq)).hash

    def _batch(self, first: int) -> tuple[JournalEntry, ...]:
        with self._database.read() as db:
            return tuple(_weighed(read_entries(db, first)))


def _weighed(entries: Iterator[Entry]) -> Iterator[JournalEntry]:
    weight = 0
    for entry in islice(entries, MAX_ENTRIES):
        weight += len(entry.body.encode())
        if weight > _BATCH_BYTES and weight > len(entry.body.encode()):
            return
        yield JournalEntry(**{name: getattr(entry, name) for name in entry.__slots__})
