"""What every journal promises the engine, the one in memory that tests use included."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flow.recovery import replay
from kiosk.flow.states import Kiosk
from kiosk.ports.journal import Journal
from storage.station import open_station
from tests.fakes import FakeJournal
from tests.interviews import Interview


@pytest.fixture(params=["in memory", "in the database"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    if request.param == "in memory":
        yield FakeJournal()
        return
    storage = open_station(tmp_path / "data")
    yield storage.journal
    storage.close()


def test_a_fresh_journal_has_nothing_unfinished(journal: Journal) -> None:
    assert list(journal.unfinished()) == []


def test_replaying_what_is_unfinished_leads_back_to_the_state(journal: Journal) -> None:
    interview = Interview(journal)
    interview.arrive_and_ask()
    assert replay(journal.unfinished()) == interview.kiosk


def test_after_the_clean_slate_nobody_is_here(journal: Journal) -> None:
    Interview(journal).whole()
    assert replay(journal.unfinished()) == Kiosk()
