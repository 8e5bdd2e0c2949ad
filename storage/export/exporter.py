"""The desk's way out: looks at sessions and sticks while the desk is open, and exports, one at a time."""

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import structlog

from kiosk.domain.export import Destination, ExportOrder, ExportOutcome, ExportPhase, ExportProgress
from kiosk.flow.staff import SessionExported
from kiosk.ports.exporter import ExportView
from storage.errors import StorageError
from storage.export import protect
from storage.export.bundle import Archive
from storage.export.drives import Drives
from storage.export.job import ExportJob, clear_scratch, needed
from storage.export.place import StickPlace
from storage.export.sending import Outbox, ServerDelivery

log = structlog.get_logger()

_LOOK_EVERY_S = 0.7


@dataclass(frozen=True, slots=True)
class _Start:
    order: ExportOrder
    by: str


class StickExporter:
    """Implements ``kiosk.ports.exporter.Exporter``; ``stop`` is the composition root's.

    Nothing is looked at while the desk is closed: a stick that is plugged in during an interview changes
    nothing.
    """

    def __init__(
        self, archive: Archive, find_drives: Callable[[], Drives], readers: Sequence[str] = ()
    ) -> None:
        self._archive = archive
        self._find_drives = find_drives
        self._tell: Callable[[SessionExported], None] = _to_nobody
        self._readers = tuple(readers)
        self._outbox: Outbox | None = None
        self._wishes: queue.SimpleQueue[_Start | None] = queue.SimpleQueue()
        self._considered: ExportOrder | None = None
        self._view = ExportView()
        self._job: ExportJob | ServerDelivery | None = None
        self._pending, self._unwanted = False, False
        """A wish that was not taken up yet, and one that was withdrawn before it was."""
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def report_to(self, tell: Callable[[SessionExported], None]) -> None:
        """Whom to tell, on the thread ``exporter``, of every session that left or was to."""
        self._tell = tell

    def send_with(self, outbox: Outbox | None) -> None:
        """Who brings sessions to the central server, as long as somebody does."""
        self._outbox = outbox

    # --- any thread ------------------------------------------------------------------------
    def open(self) -> None:
        """See ``Exporter``."""
        self.close()
        self._closing = threading.Event()
        self._wishes = queue.SimpleQueue()
        self._considered = None
        self._view = ExportView(
            has_key=protect.are_recipients(self._readers), has_server=self._outbox is not None
        )
        self._thread = threading.Thread(
            target=self._run, args=(self._closing, self._wishes, self._thread), name="exporter"
        )
        self._thread.start()

    def close(self) -> None:
        """See ``Exporter``."""
        self._closing.set()
        self._wishes.put(None)
        self.cancel()

    def stop(self) -> None:
        """Close, and wait until nothing of it is left."""
        self.close()
        if self._thread is not None:
            self._thread.join()

    def consider(self, order: ExportOrder) -> None:
        """See ``Exporter``."""
        self._considered = order
        self._wishes.put(None)

    def start(self, order: ExportOrder, by: str) -> None:
        """See ``Exporter``."""
        self._pending, self._unwanted = True, False
        self._wishes.put(_Start(order, by))

    def cancel(self) -> None:
        """See ``Exporter``."""
        self._unwanted = True
        if job := self._job:
            job.watch.cancel()

    def view(self) -> ExportView:
        """See ``Exporter``."""
        if self._pending:
            return replace(self._view, progress=ExportProgress(ExportPhase.PREPARING))
        job = self._job
        return replace(self._view, progress=job.watch.progress) if job else self._view

    # --- the exporter's thread -------------------------------------------------------------
    def _run(
        self,
        closing: threading.Event,
        wishes: "queue.SimpleQueue[_Start | None]",
        before: threading.Thread | None,
    ) -> None:
        if before is not None:
            before.join()
        self._forget()
        clear_scratch(self._archive)
        self._look_at_sessions()
        drives = self._find_drives()
        while not closing.is_set():
            self._look_at_sticks(drives)
            try:
                wish = wishes.get(timeout=_LOOK_EVERY_S)
            except queue.Empty:
                continue
            if wish is not None and not closing.is_set():
                self._carry_out(wish, drives)
        self._forget()

    def _look_at_sessions(self) -> None:
        try:
            self._view = replace(self._view, sessions=self._archive.sessions.exportable())
        except StorageError as error:
            log.error("sessions cannot be listed", reason=str(error))
            self._view = replace(self._view, sessions=(), problem=ExportOutcome.SOURCE_UNREADABLE)

    def _look_at_sticks(self, drives: Drives) -> None:
        order, sticks = self._considered, drives.sticks()
        problem, total = None, 0
        if order is not None:
            try:
                total, largest = needed(self._archive, order)
                problem = StickPlace(drives).judge(total, largest)
            except StorageError:
                problem = ExportOutcome.SOURCE_UNREADABLE
        self._view = replace(self._view, sticks=sticks, considered=order, problem=problem, needed_bytes=total)

    def _carry_out(self, wish: _Start, drives: Drives) -> None:
        if self._job is None or self._job.order != wish.order:
            self._forget()
            self._job = self._job_for(wish.order, drives)
        job = self._job
        job.watch.begin()
        self._pending = False
        if self._unwanted:
            job.watch.cancel()
        outcome = job.run()
        log.info("export ended", export=job.export, outcome=outcome, sessions=len(wish.order.sessions))
        for fact in job.facts(outcome, wish.by):
            self._tell(fact)

    def _job_for(self, order: ExportOrder, drives: Drives) -> ExportJob | ServerDelivery:
        outbox = self._outbox
        if order.destination is Destination.SERVER and outbox is not None:
            return ServerDelivery(order, outbox)
        return ExportJob(self._archive, order, StickPlace(drives), self._readers)

    def _forget(self) -> None:
        """Nothing of the last export stays on the station, its passphrase least of all."""
        if self._job is not None:
            self._job.discard()
        self._job = None


def _to_nobody(_: SessionExported) -> None:
    """Nobody has asked to be told yet."""
