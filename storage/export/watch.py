"""Following an export from another thread: how far it is, and whether it is still wanted."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.domain.export import ExportOutcome, ExportPhase, ExportProgress, ServerReceipt
from kiosk.ports.copies import CopyJob
from storage.errors import ExportFailedError

_SETTLED_S = 1.0
"""Before that nobody can tell how fast it goes."""


class Watch:
    """One export's progress. The job's thread tells; ``progress`` and ``cancel`` may be used from any."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._cancelled = threading.Event()
        self._progress = ExportProgress(ExportPhase.PREPARING)
        self._began_s = clock()
        self._skipped = 0
        self._copy: CopyJob | None = None

    @property
    def progress(self) -> ExportProgress:
        """The latest."""
        return self._progress

    def begin(self) -> None:
        """From the beginning, perhaps once more."""
        self._progress = ExportProgress(ExportPhase.PREPARING)

    def cancel(self) -> None:
        """Have it end at the next opportunity; harmless at any time."""
        self._cancelled.set()
        if copy := self._copy:
            copy.cancel()

    def check(self) -> None:
        """Raise ``ExportFailedError`` if nobody wants it any more."""
        if self._cancelled.is_set():
            raise ExportFailedError(ExportOutcome.CANCELLED)

    def enter(self, phase: ExportPhase, total_bytes: int = 0) -> None:
        """Another phase begins."""
        self.check()
        self._began_s, self._skipped = self._clock(), 0
        self._progress = replace(
            self._progress, phase=phase, done_bytes=0, total_bytes=total_bytes, bytes_per_s=0.0, left_s=None
        )

    def add(self, done_bytes: int) -> None:
        """So much more is done."""
        self.check()
        self._show(self._progress.done_bytes + done_bytes)

    def skip(self, there_bytes: int) -> None:
        """So much was there already, which says nothing about the speed."""
        self._skipped += there_bytes
        self.add(there_bytes)

    def _show(self, done: int) -> None:
        elapsed_s = self._clock() - self._began_s
        rate = (done - self._skipped) / elapsed_s if elapsed_s >= _SETTLED_S else 0.0
        total = self._progress.total_bytes
        left_s = (total - done) / rate if rate and total else None
        self._progress = replace(self._progress, done_bytes=done, bytes_per_s=rate, left_s=left_s)

    def end(
        self,
        outcome: ExportOutcome,
        place: str = "",
        passphrase: str = "",
        receipts: tuple[ServerReceipt, ...] = (),
    ) -> None:
        """It is over, and so is a cancellation: another try may follow."""
        self._cancelled.clear()
        self._progress = ExportProgress(
            ExportPhase.OVER,
            self._progress.done_bytes,
            self._progress.total_bytes,
            outcome=outcome,
            place=place,
            passphrase=passphrase,
            receipts=receipts,
        )

    @contextmanager
    def following(self, copy: CopyJob) -> Iterator[None]:
        """Pass a cancellation on to the copy that is being made meanwhile."""
        self._copy = copy
        try:
            self.check()
            yield
        finally:
            self._copy = None
