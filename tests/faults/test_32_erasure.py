"""Row 32: fifty marked words, planted everywhere; after the erasure they are nowhere, or somebody is told."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.ids import SessionId
from storage.privacy.codes import DeleteCodes
from storage.privacy.proof import is_genuine
from storage.signing import StationKey
from storage.station import open_station
from tests.markers import SESSION, Markers, files, found_in, plant
from tests.station import Station

OTHER = SessionId("07" * 16)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    opened = Station(tmp_path / "data")
    yield opened
    opened.tear_down()


@pytest.fixture
def markers(station: Station) -> Markers:
    """One session with marked words, and one beside it that has to stay; a repair left a database behind."""
    storage = open_station(station.data)
    planted = plant(storage)
    plant(storage, OTHER)
    storage.close()
    shutil.copyfile(station.data / "kiosk.db", station.data / "kiosk.db.damaged-20261101T120000Z")
    assert len(planted.planted) >= 50
    assert len(found_in(files(station.data), planted)) >= 9, "they are found where they are"
    return planted


def code_of(data: Path) -> str:
    return DeleteCodes(StationKey.load_or_create(data)).of(SESSION)


@pytest.mark.slow
def test_after_an_erasure_no_marked_word_is_anywhere(station: Station, markers: Markers) -> None:
    (proof,) = station.ask("erase", "--code", code_of(station.data))
    assert found_in(files(station.data), markers) == {}
    assert proof["stores"] == {"key": 1, "files": 7, "damaged": 1, "tables": 1}
    kept = json.loads(Path(proof.pop("file")).read_text())
    assert kept == proof
    assert is_genuine(proof)
    assert not is_genuine({**proof, "by": "somebody else"})
    with station.memory() as storage:
        assert storage.journal.verify().ok
        assert storage.sessions.session(SESSION).questions == ()
        assert len(storage.sessions.session(OTHER).questions) == 3, "the other session is untouched"


@pytest.mark.slow
def test_the_erased_stays_erased_when_everything_is_made_again(station: Station, markers: Markers) -> None:
    station.ask("erase", SESSION, "--by", "Sam")
    for file in station.data.glob("kiosk.db*"):
        file.unlink()
    storage = open_station(station.data)
    storage.journal.rebuild()
    assert storage.journal.verify().ok
    assert storage.sessions.session(SESSION).questions == ()
    storage.close()
    assert found_in(files(station.data), markers) == {}


@pytest.mark.slow
def test_a_store_that_refuses_is_named_and_the_order_stays(station: Station, markers: Markers) -> None:
    reader = open_station(station.data, writable=False)
    with reader.database.read() as db:
        reader.sessions.list_sessions()
        db.connection().exec_driver_sql("SELECT count(*) FROM journal").all()
        refused = station.run("erase", SESSION, "--by", "Sam")
    reader.close()
    assert refused.returncode == 2
    assert "NOT erased yet" in refused.stderr
    assert "reading the database" in refused.stderr
    assert not list(station.data.glob("erasures/*"))
    station.ask("erase", "--pending")
    assert found_in(files(station.data), markers) == {}


@pytest.mark.slow
def test_a_locked_session_is_not_erased(station: Station, markers: Markers) -> None:
    assert station.run("keep", SESSION, "--by", "Sam", "--reason", "a dispute").returncode == 0
    refused = station.run("erase", "--code", code_of(station.data))
    assert refused.returncode == 2
    assert "Sam keeps this session" in refused.stderr
    assert station.run("keep", SESSION, "--by", "Sam", "--release").returncode == 0
    assert len(station.ask("erase", "--code", code_of(station.data))) == 1


@pytest.mark.slow
def test_a_wrong_code_erases_nothing(station: Station, markers: Markers) -> None:
    before = found_in(files(station.data), markers)
    refused = station.run("erase", "--code", "K7QF-2MXP-9RTD")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    assert found_in(files(station.data), markers).keys() >= before.keys()
