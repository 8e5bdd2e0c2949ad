"""The courier goes on after failures, patiently, and knocks at a door that was closed."""

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.flow.events import Event
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.ports.sync import AwayError, StoppedError, SyncError, SyncQueue
from kiosk.runtime.backoff import MOST_ASKED_S, Backoff
from kiosk.runtime.courier import Courier
from tests.station import soon


@dataclass
class FakeExchange:
    """Fails as told, then works."""

    errors: list[SyncError] = field(default_factory=list)
    listens: bool = True
    knocks: int = 0
    rounds: int = 0
    told: list[str] = field(default_factory=list)
    hurried: list[SessionId] = field(default_factory=list)
    worked: threading.Event = field(default_factory=threading.Event)

    def round(self, go_on: Callable[[], bool]) -> bool:
        self.rounds += 1
        assert go_on()
        if self.errors:
            raise self.errors.pop(0)
        self.worked.set()
        return False

    def knock(self) -> bool:
        self.knocks += 1
        return self.listens or self.knocks > 2

    def failed(self, error: SyncError) -> None:
        self.told.append(str(error))

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        self.hurried += sessions

    def queue(self) -> SyncQueue:
        return SyncQueue(0, 0, "", trouble=self.told[-1] if self.told and not self.worked.is_set() else "")

    def close(self) -> None:
        self.listens = False


def run(exchange: FakeExchange, backoff: Backoff, knock_s: float = 45.0) -> list[Event]:
    """What was told meanwhile."""
    told: list[Event] = []
    courier = Courier(exchange, told.append, backoff, knock_s, stopped_s=0.01)
    courier.start()
    assert exchange.worked.wait(10)
    courier.stop()
    return told


def test_a_server_that_was_away_is_tried_again() -> None:
    exchange = FakeExchange([AwayError("gone"), AwayError("still gone")])
    run(exchange, Backoff(random.Random(1), first_s=0.01))
    assert (exchange.rounds, exchange.told) == (3, ["gone", "still gone"])


@pytest.mark.parametrize("asked_s", [86_400.0 * 365, float("9" * 400)])
def test_no_server_silences_a_booth_for_days(asked_s: float) -> None:
    assert Backoff(random.Random(1)).failed(asked_s) <= 2 * MOST_ASKED_S


def test_a_door_that_opens_ends_the_longest_wait() -> None:
    exchange = FakeExchange([AwayError("gone")], listens=False)
    run(exchange, Backoff(random.Random(1), first_s=900.0), knock_s=0.01)
    assert exchange.knocks == 3


def test_a_station_nobody_listens_to_does_not_insist() -> None:
    exchange, told = FakeExchange([StoppedError("frozen")]), list[Event]()
    courier = Courier(exchange, told.append, Backoff(random.Random(1)))
    courier.start()
    soon(lambda: exchange.told == ["frozen"], "the reason is told")
    courier.stop()
    assert exchange.rounds == 1
    assert told == [FaultRaised(Fault(FaultCode.SERVER_STOPPED, "frozen"))]


def test_staff_are_told_once_that_nobody_listens_and_once_that_it_is_over() -> None:
    exchange = FakeExchange([StoppedError("frozen"), StoppedError("still frozen"), AwayError("gone")])
    assert run(exchange, Backoff(random.Random(1), first_s=0.01)) == [
        FaultRaised(Fault(FaultCode.SERVER_STOPPED, "frozen")),
        FaultCleared(FaultCode.SERVER_STOPPED),
    ]


@pytest.mark.parametrize("error", [AwayError("gone"), StoppedError("frozen")])
def test_whoever_waits_ends_the_longest_patience(error: SyncError) -> None:
    exchange = FakeExchange([error])
    courier = Courier(exchange, lambda _: None, Backoff(random.Random(1), first_s=900.0))
    courier.start()
    soon(lambda: bool(courier.trouble()), "it has failed")
    courier.hurry([SessionId("5e" * 16)])
    assert exchange.worked.wait(10)
    soon(lambda: not courier.trouble(), "it has worked")
    courier.stop()
    assert exchange.hurried == ["5e" * 16]


@pytest.mark.parametrize("seed", range(20))
def test_patience_doubles_with_jitter_up_to_a_quarter_of_an_hour(seed: int) -> None:
    backoff = Backoff(random.Random(seed))
    waits = [backoff.failed() for _ in range(15)]
    assert all(2.0**n / 2 <= wait <= 2.0**n for n, wait in enumerate(waits[:9]))
    assert all(450 <= wait <= 900 for wait in waits[10:])
    backoff.worked()
    assert backoff.failed() <= 1.0


def test_what_the_server_asks_for_is_granted() -> None:
    assert Backoff(random.Random(1)).failed(at_least_s=120.0) >= 120.0
