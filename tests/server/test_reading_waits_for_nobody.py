"""Whoever only reads does not wait for whoever writes, and is still let in once for each request."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kiosk.wire.live import LiveState, Scene
from kiosk.wire.message import PATH
from server.app import create_app
from server.house import House, build
from server.identity.roles import Role
from tests.server.booth import WALL, FakeStation
from tests.server.conftest import SETTINGS, token

SESSION = "a" * 32
READS = ("/journal", "/orders", f"/sessions/{SESSION}/receipt")


@contextmanager
def writing(house: House) -> Iterator[None]:
    """Somebody who writes for longer than anybody waits."""
    with house.database._writing:
        yield


def test_a_station_that_asks_does_not_wait_for_a_writer(house: House, station: FakeStation) -> None:
    station.tell(SESSION)
    with writing(house):
        assert [station.ask("GET", path).status_code for path in READS] == [200, 200, 200]


def test_a_person_who_reads_does_not_wait_for_a_writer(house: House, client: TestClient) -> None:
    headers = token(house, *Role)
    with writing(house):
        for path in (
            "/api/v1/me",
            "/api/v1/sessions",
            "/api/v1/stations",
            "/api/v1/audit",
            "/booths",
            "/sessions",
        ):
            assert client.get(path, headers=headers).status_code == 200, path


def test_a_picture_is_looked_at_without_a_writer(
    house: House, client: TestClient, station: FakeStation
) -> None:
    (row,) = house.stations.stations()
    headers, path = token(house, Role.HR), f"/api/v1/stations/{row.id}/preview"
    state = LiveState(time=WALL, scene=Scene.IN_PROGRESS, pictured=True)
    house.live.keep({row.id: state}, {})
    assert client.get(path, headers=headers).status_code == 404, "nobody watched yet"
    house.live.keep({row.id: state}, {row.id: b"a picture"})
    with writing(house):
        assert client.get(path, headers=headers).content == b"a picture"


def test_a_request_that_reads_counts_once_after_the_nonces_were_looked_through(
    house: House, station: FakeStation
) -> None:
    headers = station.headers("GET", f"{PATH}/journal")
    assert station.client.get(f"{PATH}/journal", headers=headers).status_code == 200
    house.stations.forget_nonces()
    assert station.client.get(f"{PATH}/journal", headers=headers).json()["error"] == "replayed"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_was_answered_before_a_restart_is_not_answered_again(tmp_path: Path, method: str) -> None:
    house = build(SETTINGS, tmp_path / "server")
    with TestClient(create_app(house)) as client:
        station = FakeStation(client)
        station.enrol(house.stations.new_code("test"))
        path = f"{PATH}/journal" if method == "GET" else f"{PATH}/sessions/{SESSION}/pieces/lacking"
        station.tell(SESSION)
        body = b"" if method == "GET" else b'{"sha256": []}'
        headers = station.headers(method, path, body) | {"Content-Type": "application/json"}
        assert client.request(method, path, content=body, headers=headers).status_code == 200
    house.close()
    house = build(SETTINGS, tmp_path / "server")
    with TestClient(create_app(house)) as client:
        again = client.request(method, path, content=body, headers=headers)
        assert (again.status_code, again.json()["error"]) == (401, "clock" if method == "GET" else "replayed")
        station.client = client
        assert station.ask("GET", "/journal").status_code == 200
    house.close()
