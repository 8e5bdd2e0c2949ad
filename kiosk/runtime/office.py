"""HR's desk where no kiosk runs: staff are let in and what they do is journalled, nothing else."""

import threading
from collections.abc import Callable, Mapping
from functools import partial

import structlog

from kiosk.domain.staff import PinAnswer
from kiosk.flow.events import Event, told_session
from kiosk.flow.machine import advance
from kiosk.flow.recovery import replay
from kiosk.flow.step import Timing
from kiosk.ports.clock import Clock
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.journal import Journal, JournalError
from kiosk.ports.judge import JudgeStatus
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.staff import StaffList
from kiosk.ports.station import Snapshot, Speaking, StationFacts
from kiosk.ports.sync import SyncQueue
from kiosk.runtime.clock import moment
from kiosk.runtime.door import Door
from kiosk.runtime.workers import Workers

log = structlog.get_logger()


class Office:
    """Implements ``kiosk.ports.station.Station`` without devices. Whoever makes one holds the kiosk's lock.

    An interview that was interrupted stays so: nothing that staff do here moves it.
    """

    def __init__(
        self,
        facts: StationFacts,
        journal: Journal,
        staff: StaffList,
        clock: Clock,
        exporter: Exporter | None = None,
    ) -> None:
        self.facts = facts
        self.exporter = exporter
        self.desk: Desk | None = None
        """Given by the composition root before the screen opens."""
        self._journal = journal
        self._clock = clock
        self._kiosk = replay(journal.unfinished())
        self._listeners: list[Callable[[Snapshot], None]] = []
        self._listening = threading.Lock()
        self._scribe = Workers("scribe")
        self._stopped = False
        self._door = Door(staff, clock, self.note)

    def stop(self) -> None:
        """Write down what was posted, then end. Nothing happens the second time."""
        if not self._stopped:
            self._stopped = True
            done = threading.Event()
            self._scribe.submit(done.set)
            done.wait()
            self._scribe.stop()

    # --- Station ---------------------------------------------------------------------------
    def watch(self, listener: Callable[[Snapshot], None]) -> None:
        """See ``Station``; told anew whenever something was written down."""
        with self._listening:
            self._listeners.append(listener)
        listener(self._snapshot())

    def post(self, event: Event) -> None:
        """See ``Station``."""
        if self._door.lets_through(event):
            self.note(event)

    def preview(self) -> PreviewPicture | None:
        """There is no camera here."""
        return None

    def recorder(self) -> RecorderStatus | None:
        """Nor a recorder."""
        return None

    def speaking(self) -> Speaking | None:
        """Nor a voice."""
        return None

    def judge(self) -> JudgeStatus | None:
        """Nor anybody who programs."""
        return None

    def receipt(self) -> None:
        """Nobody finishes an interview here."""

    def sync(self) -> SyncQueue | None:
        """Nor an uploader."""
        return None

    def microphones(self) -> Mapping[str, str]:
        """Nor a microphone."""
        return {}

    def staff_names(self) -> tuple[str, ...]:
        """See ``Station``."""
        return self._door.names()

    def staff_enters(self, name: str, pin: str) -> PinAnswer:
        """See ``Station``."""
        return self._door.enter(name, pin)

    def staff_leaves(self, name: str) -> None:
        """See ``Station``."""
        self._door.leave(name)

    # --- the scribe's thread ---------------------------------------------------------------
    def note(self, event: Event) -> None:
        """Write down what a part of the office tells; nobody has to be let through for that. Any thread."""
        self._scribe.submit(partial(self._write, event))

    def _write(self, event: Event) -> None:
        now = moment(self._clock)
        step = advance(self._kiosk, event, Timing(now))
        if step is None:
            return
        try:
            self._journal.append(event, now, told_session(event), step[0])
        except JournalError as error:
            log.error("journal cannot be written", reason=str(error))
            return
        self._kiosk = step[0]
        with self._listening:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(self._snapshot())

    def _snapshot(self) -> Snapshot:
        return Snapshot(self._kiosk, self._clock.monotonic_ns() / 1e9)
