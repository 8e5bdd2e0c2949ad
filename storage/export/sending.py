"""Handing interviews to the central server now: first in the queue, and followed until it has signed."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.export import ExportOrder, ExportOutcome, ExportPhase, ServerReceipt
from kiosk.domain.ids import SessionId
from kiosk.flow.staff import SessionExported
from storage.database import Database
from storage.errors import ExportFailedError, StorageError
from storage.export.watch import Watch
from storage.sync.memory import Uploads
from storage.sync.work import Work, work_in

_LOOK_EVERY_S = 0.5


class Sender(Protocol):
    """Who sends. Any thread may call."""

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        """Send these first, and now."""

    def trouble(self) -> str:
        """Why nothing is sent; empty while the line works or is being tried."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """Who sends, and where it is remembered what the server has."""

    database: Database
    sender: Sender


class ServerDelivery:
    """``run`` blocks until the server has signed, says no, or cannot be reached; what is queued stays so."""

    def __init__(
        self, order: ExportOrder, outbox: Outbox, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self.order, self._wait = order, wait
        self._database, self._sender = outbox.database, outbox.sender
        self.export = "server"
        self.watch = Watch()

    def run(self) -> ExportOutcome:
        """See the class."""
        self.watch.begin()
        try:
            receipts = tuple(self._sent())
        except ExportFailedError as error:
            cancelled = error.outcome is ExportOutcome.CANCELLED
            outcome = ExportOutcome.SERVER_LATER if cancelled else error.outcome
            self.watch.end(outcome)
        except StorageError:
            outcome = ExportOutcome.SOURCE_UNREADABLE
            self.watch.end(outcome)
        else:
            outcome = ExportOutcome.DONE_ON_SERVER
            self.watch.end(outcome, receipts=receipts)
        return outcome

    def facts(self, outcome: ExportOutcome, by: str) -> Iterator[SessionExported]:
        """What the journal is told, a fact a session: the server takes everything of it."""
        order, parts = self.order, tuple(sorted(self.order.parts))
        for session in order.sessions:
            yield SessionExported(session, self.export, parts, order.disguise, order.protection, outcome, by)

    def discard(self) -> None:
        """Nothing was prepared."""

    def _sent(self) -> Iterator[ServerReceipt]:
        self._sender.hurry(self.order.sessions)
        total = sum(work.size_bytes for work in self._work())
        self.watch.enter(ExportPhase.COPYING, total)
        there, found = 0, self._followed()
        while not all(map(_answered, found)):
            if self._sender.trouble():
                raise ExportFailedError(ExportOutcome.SERVER_LATER)
            now = sum(work.size_bytes for work in found if work.brought)
            self.watch.add(now - there)
            there = now
            self._wait(_LOOK_EVERY_S)
            found = self._followed()
        yield from map(_receipt, found)

    def _followed(self) -> list[Work]:
        """All of them, as long as they are there and wanted."""
        self.watch.check()
        found = self._work()
        if len(found) < len(self.order.sessions):
            raise ExportFailedError(ExportOutcome.SESSION_CLOSED)
        if any(work.parked for work in found):
            raise ExportFailedError(ExportOutcome.SERVER_REFUSED)
        return found

    def _work(self) -> list[Work]:
        wanted = set(self.order.sessions)
        return [
            one for one in work_in(self._database, Uploads(self._database).all()) if one.session in wanted
        ]


def _answered(work: Work) -> bool:
    """Whether the server has signed for the whole recording, and for what was known when it was sent."""
    receipt = work.upload.receipt
    if receipt is None:
        return False
    kept = {file.name: file.sha256 for file in receipt.files}
    return not work.file or kept.get(work.file) == work.sha256


def _receipt(work: Work) -> ServerReceipt:
    receipt = work.upload.receipt
    assert receipt is not None
    return ServerReceipt(work.session, receipt.time, len(receipt.files), receipt.signature)
