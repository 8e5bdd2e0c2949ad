"""The keeper works while nobody is there, tells the journal what it did, and staff what it could not do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ClearedStore, ErasureCause, Store
from kiosk.flow.events import Event, SessionErased, SessionSealed
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.staff import ErasureOrdered
from kiosk.flow.states import EnteringCode, Kiosk
from kiosk.ports.keeping import KeepingError
from kiosk.ports.station import Snapshot
from kiosk.runtime.keeper import Keeper
from tests.station import soon

OLD, WANTED, OVER = SessionId("1" * 32), SessionId("2" * 32), SessionId("3" * 32)
CLEARED = (ClearedStore(Store.KEY, 1),)
NOBODY = Snapshot(Kiosk(), 0.0)
SOMEBODY = Snapshot(Kiosk(EnteringCode()), 0.0)


@dataclass
class FakeKeeping:
    """One session to do each thing with; refuses while ``refuses``."""

    refuses: bool = False
    finished: int = 0
    forgotten: int = 0
    done: list[SessionId] = field(default_factory=list)

    def due(self) -> Sequence[SessionId]:
        return [OLD] if OLD not in self.done else []

    def ordered(self) -> Sequence[SessionId]:
        return [WANTED] if WANTED not in self.done else []

    def erase(self, session: SessionId) -> tuple[ClearedStore, ...]:
        if self.refuses:
            raise KeepingError("the disk says no")
        self.done += [session, OLD]
        return CLEARED

    def to_seal(self) -> Sequence[SessionId]:
        return [OVER] if OVER not in self.done else []

    def seal(self, session: SessionId) -> tuple[str, ...]:
        self.done.append(session)
        return ("age1…",)

    def forget_guests(self) -> None:
        self.forgotten += 1

    def finish_sealing(self) -> None:
        self.finished += 1


def test_what_is_due_is_ordered_and_what_is_ordered_is_done() -> None:
    keeping, told = FakeKeeping(), list[Event]()
    keeper = Keeper(keeping, Lock(), told.append)
    keeper.start()
    keeper.see(SOMEBODY)
    assert told == []
    keeper.see(NOBODY)
    soon(lambda: keeping.finished, "its work is done")
    keeper.stop()
    assert keeping.forgotten == keeping.finished
    assert told == [
        ErasureOrdered(OLD, "", ErasureCause.RETENTION),
        SessionErased(WANTED, CLEARED),
        SessionSealed(OVER, ("age1…",)),
    ]


def test_what_refuses_is_told_until_it_is_done() -> None:
    keeping, told = FakeKeeping(refuses=True), list[Event]()
    keeper = Keeper(keeping, Lock(), told.append)
    keeper.start()
    keeper.see(NOBODY)
    soon(lambda: any(isinstance(event, FaultRaised) for event in told), "staff are told")
    keeping.refuses = False
    keeper.see(NOBODY)
    soon(lambda: FaultCleared(FaultCode.ERASURE_STUCK) in told, "staff are told that it is over")
    keeper.stop()
    assert keeping.finished >= 1
