"""The running station: engine, recorder, voice and staff behind the one door the screen knows."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import structlog

from kiosk.domain.ids import PackId
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import PinAnswer
from kiosk.flow.events import Event
from kiosk.flow.facts import RecorderFact
from kiosk.library.library import ReadyPack
from kiosk.packs.errors import PackError
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.journal import Journal
from kiosk.ports.judge import JudgeStatus
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.staff import StaffList
from kiosk.ports.station import Snapshot, Speaking, StationFacts
from kiosk.ports.sync import SyncQueue
from kiosk.runtime.door import Door
from kiosk.runtime.engine import Engine, World
from kiosk.runtime.handlers import Equipment, Handlers
from kiosk.runtime.receipts import Receipts
from kiosk.runtime.speech import Speech
from kiosk.runtime.workers import Workers

log = structlog.get_logger()


class LocalStation:
    """Implements ``kiosk.ports.station.Station`` on this machine.

    ``start`` and ``stop`` are called by the composition root, from the same thread.
    """

    def __init__(
        self,
        facts: StationFacts,
        journal: Journal,
        equipment: Equipment,
        staff: StaffList,
        exporter: Exporter | None = None,
    ) -> None:
        self.facts = facts
        self.exporter = exporter
        self.desk: Desk | None = None
        """Given by the composition root before the screen opens."""
        self._recorder = equipment.recorder
        self._list_microphones = equipment.microphones
        self._judge = equipment.judge
        self._judge_status: JudgeStatus | None = None
        self._sync_queue: Callable[[], SyncQueue | None] = lambda: None
        self._speech = Speech()
        self._workers = Workers("worker", threads=2)
        self._preparing = Workers("preparing")
        self._receipts = Receipts(equipment.write_receipt, self._workers.submit)
        self._handlers = handlers = Handlers(equipment, self._speech, self._workers)
        self.engine = Engine(journal, World(equipment.clock, handlers.perform, self._hears_speech))
        self._door = Door(staff, equipment.clock, self.engine.post)
        self.engine.watch(lambda snapshot: self._receipts.see(snapshot.kiosk))
        handlers.report_to(self.engine.post)
        self._recorder.listen(self._hear)

    def start(self) -> None:
        """Go on where the journal ends. Raises ``JournalError``."""
        self.engine.start(self.facts.version)

    def prepare(self, packs: Iterable[PackId], prepare_pack: Callable[[PackId], ReadyPack]) -> None:
        """Do in the background what nobody should wait for later: build the packs, find the compilers.

        One thing at a time, and on a thread of its own: a candidate's code is looked up meanwhile.
        """
        self._preparing.submit(self._look_at_judge)
        for pack in packs:
            self._preparing.submit(partial(_prepare, pack, prepare_pack))

    def _look_at_judge(self) -> None:
        self._judge_status = self._judge.available()

    def test_with(self, test: Callable[[], None]) -> None:
        """Who begins the booth's tests when staff ask for them, without waiting."""
        self._handlers.test_booth = test

    def sync_with(self, queue: Callable[[], SyncQueue]) -> None:
        """Who knows what is still to be sent to the central server."""
        self._sync_queue = queue

    def stop(self) -> None:
        """Stop this end; a recording that runs goes on in its own process."""
        self.engine.stop()
        self._workers.stop()
        self._preparing.stop()
        self._judge.close()
        self._recorder.shut_down()

    def _hear(self, fact: RecorderFact) -> None:
        self._speech.hear(fact)
        self.engine.post(fact)

    def _hears_speech(self) -> bool:
        status = self._recorder.status()
        return status is not None and status.speech

    # --- Station ---------------------------------------------------------------------------
    def watch(self, listener: Callable[[Snapshot], None]) -> None:
        """See ``Station``."""
        self.engine.watch(listener)

    def post(self, event: Event) -> None:
        """See ``Station``."""
        if self._door.lets_through(event):
            self.engine.post(event)

    def preview(self) -> PreviewPicture | None:
        """See ``Station``."""
        return self._recorder.preview()

    def recorder(self) -> RecorderStatus | None:
        """See ``Station``."""
        return self._recorder.status()

    def speaking(self) -> Speaking | None:
        """See ``Station``."""
        return self._speech.now()

    def judge(self) -> JudgeStatus | None:
        """See ``Station``."""
        return self._judge_status

    def receipt(self) -> Receipt | None:
        """See ``Station``."""
        return self._receipts.current

    def sync(self) -> SyncQueue | None:
        """See ``Station``."""
        return self._sync_queue()

    def microphones(self) -> Mapping[str, str]:
        """See ``Station``."""
        return self._list_microphones()

    def staff_names(self) -> tuple[str, ...]:
        """See ``Station``."""
        return self._door.names()

    def staff_enters(self, name: str, pin: str) -> PinAnswer:
        """See ``Station``."""
        return self._door.enter(name, pin)

    def staff_leaves(self, name: str) -> None:
        """See ``Station``."""
        self._door.leave(name)


def _prepare(pack: PackId, prepare_pack: Callable[[PackId], ReadyPack]) -> None:
    try:
        ready = prepare_pack(pack)
    except PackError as error:
        log.error("pack cannot be used", pack=pack, reason=str(error))
    else:
        if ready.trouble:
            log.error("voice cannot be rendered", pack=pack, reason=ready.trouble)
