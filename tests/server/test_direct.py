"""Pieces go from the station straight into the object store, where the operator says so."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import pytest
from httpx2 import Client
from moto.server import ThreadedMotoServer
from starlette.testclient import TestClient

from kiosk.wire.pieces import FileState
from server.app import create_app
from server.blobs.store import piece_key
from server.house import House, build
from server.identity.roles import Person, Role
from server.jobs.queue import Job, JobKind
from server.tables.files import PieceRow
from tests.server.booth import FakeStation, sha256
from tests.server.conftest import SETTINGS, enrolled
from tests.server.running import listening
from tests.server.troubled import Trouble, troubled
from tests.station import soon
from tests.synced import VIDEO, SyncedBooth, insist

HR = Person("u", "Somebody", frozenset({Role.HR}))
S, PIECE = "5" * 32, b"0123456789"
A_PIECE = re.compile(r".*/pieces/[0-9a-f]{64}")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """Give the address of an S3 server with the bucket ``kiosk``; it takes any signature."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ACCESS_KEY_ID", "test")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "test")
        client = boto3.client("s3", endpoint_url=address, region_name="us-east-1")
        client.create_bucket(Bucket="kiosk")
        client.close()
        yield address
    server.stop()


@contextmanager
def a_house(s3: str, direct: str, data: Path) -> Iterator[House]:
    told = {"objects": "s3://kiosk/here", "s3_endpoint": s3, "s3_direct": direct}
    house = build(SETTINGS.model_copy(update=told), data)
    try:
        yield house
    finally:
        house.close()


@pytest.mark.parametrize("direct", ["there", "not to be reached"])
def test_an_interview_arrives_by_the_shortest_way_there_is(s3: str, tmp_path: Path, direct: str) -> None:
    """What cannot be put into the store goes to the server."""
    sent: list[str] = []

    def see(path: str, _: int) -> Trouble:
        sent.extend([path] if A_PIECE.fullmatch(path) else [])
        return Trouble.NONE

    place = s3 if direct == "there" else NOBODY
    with (
        a_house(s3, place, tmp_path / "server") as house,
        listening(house) as url,
        troubled(url, see) as line,
    ):
        booth = SyncedBooth(tmp_path / "station")
        booth.enrol(line.address, house.stations.new_code("test"))
        session = booth.interview(pieces=3)
        insist(booth.exchange(), lambda: booth.confirmed() == [session])
        file = house.sessions.view(HR, session).file(VIDEO)
        assert file is not None
        assert file.sha256 == sha256(booth.video(session))
        booth.close()
    assert len(sent) == (0 if direct == "there" else 3)


@pytest.fixture
def house(s3: str, tmp_path: Path) -> Iterator[House]:
    """Give a server whose stations reach its store."""
    with a_house(s3, s3, tmp_path / "server") as built:
        yield built


@pytest.fixture
def station(house: House) -> Iterator[FakeStation]:
    """Give a station of it with a session."""
    with TestClient(create_app(house)) as client:
        found = enrolled(house, client)
        found.tell(S)
        yield found


def put(station: FakeStation, name: str, data: bytes) -> None:
    url = station.ask("POST", f"/sessions/{S}/pieces/place", {"sha256": name, "length": len(data)}).json()[
        "url"
    ]
    with Client() as client:
        assert client.put(url, content=data).status_code == 200


def test_what_is_not_there_was_not_brought(house: House, station: FakeStation) -> None:
    wanted = {"sha256": sha256(PIECE), "length": len(PIECE)}
    answer = station.ask("POST", f"/sessions/{S}/pieces/brought", wanted)
    assert (answer.status_code, answer.json()["error"]) == (422, "damaged")
    put(station, sha256(PIECE), PIECE)
    assert station.ask("POST", f"/sessions/{S}/pieces/brought", wanted | {"length": 9}).status_code == 422
    assert station.ask("POST", f"/sessions/{S}/pieces/brought", wanted).status_code == 204
    assert station.ask("POST", f"/sessions/{S}/pieces/brought", wanted).status_code == 204
    assert station.ask("POST", f"/sessions/{S}/pieces/lacking", {"sha256": [sha256(PIECE)]}).json() == {
        "sha256": []
    }


def test_bytes_that_are_not_what_they_are_named_make_no_file(house: House, station: FakeStation) -> None:
    wanted = {"sha256": sha256(PIECE), "length": len(PIECE)}
    put(station, sha256(PIECE), b"abcdefghij")
    assert station.ask("POST", f"/sessions/{S}/pieces/brought", wanted).status_code == 204
    assert station.announce(S, [PIECE]).json()["state"] == FileState.ASSEMBLING
    soon(lambda: not house.blobs.size(piece_key(S, sha256(PIECE))), "what is damaged is thrown away")
    soon(lambda: station.announce(S, [PIECE]).json()["lacking"] == [sha256(PIECE)], "it is asked for again")
    put(station, sha256(PIECE), PIECE)
    station.ask("POST", f"/sessions/{S}/pieces/brought", wanted)
    soon(lambda: station.announce(S, [PIECE]).json()["state"] == FileState.KEPT, "the file")


def test_an_address_is_for_one_piece_of_ones_own_session(house: House, station: FakeStation) -> None:
    wanted = {"sha256": sha256(PIECE), "length": len(PIECE)}
    url = station.ask("POST", f"/sessions/{S}/pieces/place", wanted).json()["url"]
    assert f"/kiosk/here/pieces/{S}/{sha256(PIECE)}?" in url
    assert "content-length" in url.lower()
    assert station.ask("POST", f"/sessions/{'6' * 32}/pieces/place", wanted).status_code == 404
    assert station.ask("POST", f"/sessions/{S}/pieces/place", wanted | {"length": 9 << 20}).status_code == 422
    with house.database.read() as db:
        assert db.get(PieceRow, (S, sha256(PIECE))) is None


def test_what_is_put_after_somebody_was_erased_does_not_stay(house: House, station: FakeStation) -> None:
    wanted = {"sha256": sha256(PIECE), "length": len(PIECE)}
    url = station.ask("POST", f"/sessions/{S}/pieces/place", wanted).json()["url"]
    house.sessions.erase(HR, "c" * 32)
    with Client() as client:
        assert client.put(url, content=PIECE).status_code == 200
    assert station.ask("POST", f"/sessions/{S}/pieces/brought", wanted).status_code in (404, 410)
    house.work()[JobKind.SWEEP](Job(JobKind.SWEEP))
    assert house.blobs.size(piece_key(S, sha256(PIECE))) is None
