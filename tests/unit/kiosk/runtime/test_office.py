"""HR's desk without a kiosk: people come and go, and what they do is in the journal."""

import threading
from collections.abc import Iterator

import pytest

from kiosk.domain.moment import Moment
from kiosk.domain.staff import PinRefused, Role, StaffMember
from kiosk.flow.events import BeginRequested
from kiosk.flow.recovery import Happened
from kiosk.flow.staff import EndRequested, StaffEntered, StaffLeft, StaffRefused
from kiosk.flow.states import EnteringCode
from kiosk.ports.station import Snapshot, StationFacts
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.office import Office
from tests.fakes import FakeJournal, FakeStaff

FACTS = StationFacts("Desk", "0.1.0", simulated=False)
BEGUN = Happened(BeginRequested(), Moment("2026-11-20T09:00:00.000Z", "boot", 1.0))


@pytest.fixture
def journal() -> FakeJournal:
    return FakeJournal([BEGUN])


@pytest.fixture
def office(journal: FakeJournal) -> Iterator[Office]:
    made = Office(FACTS, journal, FakeStaff(), SystemClock())
    yield made
    made.stop()


def test_coming_and_going_is_journalled(office: Office, journal: FakeJournal) -> None:
    assert isinstance(office.staff_enters("the hr", "1"), PinRefused)
    assert office.staff_enters("the hr", "2") == StaffMember("the hr", Role.HR)
    office.staff_leaves("the hr")
    office.stop()
    kinds = [type(event) for event in journal.events[1:]]
    assert kinds == [StaffRefused, StaffEntered, StaffLeft]


def test_an_interrupted_interview_stays_where_it_is(office: Office, journal: FakeJournal) -> None:
    told: list[Snapshot] = []
    written = threading.Event()

    def hear(snapshot: Snapshot) -> None:
        told.append(snapshot)
        if len(told) == 2:
            written.set()

    office.watch(hear)
    office.staff_enters("the hr", "2")
    assert written.wait(10)
    assert [type(snapshot.kiosk.scene) for snapshot in told] == [EnteringCode, EnteringCode]


def test_what_is_not_theirs_to_do_is_passed_over(office: Office, journal: FakeJournal) -> None:
    office.staff_enters("the hr", "2")
    office.post(EndRequested("the hr", "no reason"))
    office.stop()
    assert EndRequested not in {type(event) for event in journal.events}


def test_a_disk_that_refuses_loses_the_event_and_nothing_else(office: Office, journal: FakeJournal) -> None:
    journal.full = True
    office.staff_enters("the hr", "2")
    office.stop()
    assert journal.events == [BEGUN.event]
