"""Files that never became whole: their pieces stay while a station could go on, and not for ever."""

from pathlib import Path

import pytest
from sqlalchemy import update

from server.files.assembly import RESUME_DAYS
from server.house import House
from server.tables.files import FileRow
from server.times import later
from tests.server.booth import FakeStation, manifest, sha256

SESSION = "a" * 32
PIECES = [b"one", b"two"]
NAME = "video_files/a.mp4"
LIE = manifest(PIECES, NAME) | {"sha256": "0" * 64}


@pytest.fixture
def failed(either_house: House, either_station: FakeStation) -> House:
    """Give a server whose pieces did not make what was announced."""
    either_station.tell(SESSION)
    for piece in PIECES:
        either_station.bring(SESSION, piece)
    either_station.ask("PUT", f"/sessions/{SESSION}/files", LIE)
    either_house.assembly.assemble(SESSION, NAME)
    assert either_station.ask("PUT", f"/sessions/{SESSION}/files", LIE).json()["state"] == "failed"
    return either_house


def days_pass(house: House, days: int) -> None:
    with house.database.write() as db:
        db.execute(update(FileRow).values(changed_wall=later(days=-days)))


def stored(house: House) -> set[str]:
    folder: Path = house.blobs.spool.parent / "pieces"
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_pieces_of_a_failed_file_stay_as_long_as_a_station_may_be_away(failed: House) -> None:
    days_pass(failed, RESUME_DAYS - 1)
    assert failed.assembly.drop_failed() == 0
    assert stored(failed) == {sha256(piece) for piece in PIECES}


def test_pieces_of_a_failed_file_are_removed_when_nobody_went_on(failed: House) -> None:
    days_pass(failed, RESUME_DAYS + 1)
    assert failed.assembly.drop_failed() == 1
    assert stored(failed) == set()
    assert failed.assembly.drop_failed() == 0


def test_a_station_that_comes_even_later_is_asked_for_everything_again(
    failed: House, either_station: FakeStation
) -> None:
    days_pass(failed, RESUME_DAYS + 1)
    failed.assembly.drop_failed()
    progress = either_station.announce(SESSION, PIECES, NAME).json()
    assert (progress["state"], progress["lacking"]) == ("waiting", [sha256(piece) for piece in PIECES])
    for piece in PIECES:
        either_station.bring(SESSION, piece)
    either_station.announce(SESSION, PIECES, NAME)
    failed.assembly.assemble(SESSION, NAME)
    assert either_station.announce(SESSION, PIECES, NAME).json()["state"] == "kept"


def test_a_piece_that_another_file_waits_for_stays(failed: House, either_station: FakeStation) -> None:
    waiting = either_station.announce(SESSION, [b"two", b"three"], "audio_files/a.flac").json()
    assert waiting["lacking"] == [sha256(b"three")]
    days_pass(failed, RESUME_DAYS + 1)
    assert failed.assembly.drop_failed() == 1
    assert stored(failed) == {sha256(b"two")}
