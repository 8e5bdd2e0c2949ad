"""A marked interview goes through station and server, with trouble on the way: the logs name nobody."""

from pathlib import Path

import structlog
from starlette.testclient import TestClient

from server.app import create_app
from server.house import build
from server.identity.roles import Role
from storage.media import MediaStore
from storage.restore import restore
from tests.logs import lines_of, log_in
from tests.markers import SESSION, Markers, plant
from tests.server.conftest import SETTINGS, token
from tests.server.running import listening
from tests.synced import SyncedBooth, insist


def test_the_logs_of_station_and_server_name_nobody(tmp_path: Path) -> None:
    with log_in(tmp_path / "log"):
        markers = sent_to_a_server(tmp_path)
        damaged_and_mended(tmp_path / "data")
        say_it_as_a_bug_would(markers)
    said = {line["event"] for line in lines_of(tmp_path / "log")}
    assert {"request", "a file cannot be sent", "table cannot be taken over", "a bug"} <= said
    text = (tmp_path / "log").read_text("utf-8")
    assert len(markers.planted) >= 50
    assert [word for word in markers.planted if word in text] == []
    assert SESSION in text, "sessions are told by their numbers"


def sent_to_a_server(folder: Path) -> Markers:
    """The station sends what it has, and people look for names on the server, rightly and wrongly."""
    house = build(SETTINGS, folder / "server")
    booth = SyncedBooth(folder / "data")
    markers = plant(booth.storage)
    name = markers.planted[0]
    with listening(house) as url:
        booth.enrol(url, house.stations.new_code("test"))
        exchange = booth.exchange()
        insist(exchange, lambda: bool(booth.uploads.of(SESSION).revision))
    booth.close()
    with TestClient(create_app(house)) as client:
        headers = token(house, *Role)
        found = client.get("/sessions", params={"words": name}, headers=headers)
        assert found.status_code == 200
        assert client.get(f"/candidates/{name}", headers=headers).status_code == 404
        wrong = {"login": name, "password": name}
        assert client.post("/api/v1/sign-in", json=wrong).status_code == 401
        assert client.post("/api/v1/sign-in", json={name: name}).status_code == 422
    house.close()
    return markers


def damaged_and_mended(data: Path) -> None:
    """Half of the database is gone; it is made anew from the copies."""
    for file in data.glob("kiosk.db*"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    restore(MediaStore(data))


def say_it_as_a_bug_would(markers: Markers) -> None:
    log = structlog.get_logger()
    try:
        dict[str, str]()[markers.planted[0]]
    except KeyError:
        log.exception("a bug", session=SESSION)
