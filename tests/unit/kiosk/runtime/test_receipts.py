"""A candidate's receipt tells of the recording as it is now, and is shown to nobody else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain.ids import SessionId
from kiosk.domain.receipt import Receipt
from kiosk.domain.recording import HD, Recording
from kiosk.domain.tongue import Tongue
from kiosk.flow.states import Ending, Kiosk, ThankYou, Welcome
from kiosk.runtime.receipts import Receipts
from tests.unit.kiosk.runtime.test_meanwhile import RUN

JOINED = Recording("interview.mp4", "f" * 64, 1, 60.0, "mp4", HD, "", (), (), ())
PARTS, WHOLE = (Kiosk(ThankYou(RUN, Ending(), recording)) for recording in (None, JOINED))
AWAY = Kiosk(Welcome())


class Desk:
    """Receipts whose writer begins when the test lets them."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.written = 0
        self.receipts = Receipts(self._write, self.jobs.append)

    def _write(self, session: SessionId) -> Receipt:
        self.written += 1
        return receipt(session, self.written)

    def shown(self) -> Receipt | None:
        return self.receipts.current

    def work(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


def receipt(session: SessionId, number: int) -> Receipt:
    return Receipt(
        session=session,
        station="Booth 3",
        began_wall="",
        picture=True,
        sound=True,
        length_s=0.0,
        sha256="",
        gaps=(),
        scoring=None,
        kept_until="",
        delete_code="",
        journal_seq=number,
        journal_hash="",
        station_key="",
        signature="",
        tongue=Tongue.ENGLISH,
        text="",
    )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_receipt_is_written_once_and_is_gone_with_its_candidate(desk: Desk) -> None:
    for _ in range(3):
        desk.receipts.see(WHOLE)
    assert desk.shown() is None
    desk.work()
    assert desk.shown() == receipt(RUN.session, 1)
    desk.receipts.see(AWAY)
    assert desk.shown() is None


def test_a_recording_that_is_joined_late_is_on_the_receipt(desk: Desk) -> None:
    desk.receipts.see(PARTS)
    desk.work()
    desk.receipts.see(WHOLE)
    assert desk.shown() == receipt(RUN.session, 1), "nobody's receipt disappears meanwhile"
    desk.work()
    assert desk.shown() == receipt(RUN.session, 2)


def test_a_receipt_that_is_written_late_is_shown_to_nobody_else(desk: Desk) -> None:
    desk.receipts.see(WHOLE)
    desk.receipts.see(AWAY)
    desk.work()
    assert desk.shown() is None
    other = replace(RUN, session=SessionId("e" * 32))
    desk.receipts.see(WHOLE)
    desk.receipts.see(Kiosk(ThankYou(other, Ending(), None)))
    desk.jobs.reverse()
    desk.work()
    current = desk.shown()
    assert current is not None
    assert current.session == other.session
