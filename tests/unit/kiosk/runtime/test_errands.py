"""Orders are looked after as soon as something is heard of them, and again after failures."""

import random
import threading
from dataclasses import dataclass, field

from kiosk.ports.sync import AwayError, StoppedError, SyncError
from kiosk.runtime.backoff import Backoff
from kiosk.runtime.errands import Errands


@dataclass
class FakeDesk:
    """Fails as told, then works."""

    errors: list[SyncError] = field(default_factory=list)
    attended: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    closed: bool = False

    def attend(self) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.attended.release()

    def close(self) -> None:
        self.closed = True


def test_what_is_noticed_is_done_without_waiting_for_the_next_look() -> None:
    desk = FakeDesk()
    errands = Errands(desk, look_s=900.0)
    errands.start()
    assert desk.attended.acquire(timeout=10)
    errands.notice()
    assert desk.attended.acquire(timeout=10)
    errands.stop()
    assert desk.closed


def test_it_looks_by_itself_where_nothing_is_heard() -> None:
    desk = FakeDesk()
    errands = Errands(desk, look_s=0.01)
    errands.start()
    for _ in range(3):
        assert desk.attended.acquire(timeout=10)
    errands.stop()


def test_a_server_that_does_not_answer_is_asked_again() -> None:
    desk = FakeDesk([AwayError("gone"), AwayError("still gone")])
    errands = Errands(desk, Backoff(random.Random(1), first_s=0.01))
    errands.start()
    assert desk.attended.acquire(timeout=10)
    errands.stop()


def test_a_server_that_does_not_listen_is_not_pressed() -> None:
    desk = FakeDesk([StoppedError("frozen")])
    errands = Errands(desk, Backoff(random.Random(1), first_s=0.01))
    errands.start()
    errands.notice()
    assert not desk.attended.acquire(timeout=0.2)
    errands.stop()
