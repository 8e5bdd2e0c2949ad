"""A byte that changes, on the way or in the store: every one is found, the right bytes are fetched again."""

import random
from pathlib import Path

import pytest

from kiosk.wire.message import PATH
from server.house import House
from server.identity.roles import Person, Role
from tests.server.booth import FakeStation, manifest, sha256
from tests.trouble.counts import often
from tests.trouble.figures import Tell

SESSION = "a" * 32
PIECES = [b"first" * 300, b"second" * 300]
WHOLE = b"".join(PIECES)
FLIPS = often(10_000, usually=60)


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def flip_in(file: Path, chance: random.Random) -> None:
    file.write_bytes(flipped(file.read_bytes(), chance))


@pytest.fixture
def stored(house: House, station: FakeStation) -> Path:
    """Give the folder of objects of a server that has all pieces of a file."""
    station.tell(SESSION)
    for piece in PIECES:
        assert station.bring(SESSION, piece).status_code == 204
    return house.blobs.spool.parent


def announced(house: House, station: FakeStation) -> str:
    progress = station.ask("PUT", f"/sessions/{SESSION}/files", manifest(PIECES)).json()
    house.assembly.assemble(SESSION, "video_files/a.mp4")
    return str(progress["state"])


def test_a_file_that_cannot_be_read_now_hides_no_damage_of_others(
    house: House, station: FakeStation, stored: Path
) -> None:
    announced(house, station)
    other = "b" * 32
    station.tell(other)
    for piece in PIECES:
        station.bring(other, piece)
    station.ask("PUT", f"/sessions/{other}/files", manifest(PIECES))
    house.assembly.assemble(other, "video_files/a.mp4")
    unreadable = stored / f"files/{SESSION}/{sha256(WHOLE)}"
    unreadable.unlink()
    unreadable.mkdir()
    flip_in(stored / f"files/{other}/{sha256(WHOLE)}", random.Random(3))
    assert house.assembly.scrub() == 1
    assert [alert.subject for alert in house.live.alerts()] == [other]


@pytest.mark.timeout(3600)
def test_every_flip_on_the_way_is_refused(station: FakeStation, tell: Tell) -> None:
    station.tell(SESSION)
    chance = random.Random(19)
    target = f"{PATH}/sessions/{SESSION}/pieces/{sha256(PIECES[0])}"
    for _ in range(FLIPS):
        headers = station.headers("PUT", target, PIECES[0])
        answer = station.client.put(target, content=flipped(PIECES[0], chance), headers=headers)
        assert (answer.status_code, answer.json()["error"]) == (422, "damaged")
    path = f"/sessions/{SESSION}/pieces/lacking"
    assert station.ask("POST", path, {"sha256": [sha256(PIECES[0])]}).json()["sha256"]
    tell(19, f"flips on the way that were taken, of {FLIPS:,}", "0", 0)


def test_a_flip_in_a_stored_piece_is_found_and_the_piece_fetched_again(
    house: House, station: FakeStation, stored: Path
) -> None:
    flip_in(stored / f"pieces/{SESSION}/{sha256(PIECES[1])}", random.Random(1))
    announced(house, station)
    progress = station.announce(SESSION, PIECES).json()
    assert (progress["state"], progress["lacking"]) == ("waiting", [sha256(PIECES[1])])
    station.bring(SESSION, PIECES[1])
    announced(house, station)
    assert station.announce(SESSION, PIECES).json()["state"] == "kept"


def test_a_flip_in_a_whole_file_is_found_and_the_file_fetched_again(
    house: House, station: FakeStation, stored: Path
) -> None:
    announced(house, station)
    file = stored / f"files/{SESSION}/{sha256(WHOLE)}"
    assert house.assembly.scrub() == 0
    flip_in(file, random.Random(2))
    assert house.assembly.scrub() == 1
    assert [alert.kind for alert in house.live.alerts()] == ["damaged_file"]
    assert station.ask("GET", f"/sessions/{SESSION}/receipt").json()["files"] == []
    assert station.announce(SESSION, PIECES).json()["state"] == "waiting"
    for piece in PIECES:
        station.bring(SESSION, piece)
    announced(house, station)
    assert file.read_bytes() == WHOLE
    assert house.assembly.scrub() == 0


def test_a_file_that_is_gone_is_found_too(house: House, station: FakeStation, stored: Path) -> None:
    announced(house, station)
    (stored / f"files/{SESSION}/{sha256(WHOLE)}").unlink()
    assert house.assembly.scrub() == 1
    view = house.sessions.view(Person("u", "Somebody", frozenset({Role.HR})), SESSION)
    assert view.files[0].detail == "damaged at rest"
