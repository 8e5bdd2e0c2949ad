"""A station and a server of different times: both say which to update, and nothing is lost meanwhile."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kiosk.ports.sync import StoppedError
from kiosk.wire.message import PATH
from kiosk.wire.version import PROTOCOL, SERVER_PROTOCOLS, STATION_PROTOCOL, STATION_VERSION, VERSION
from server.house import House
from server.identity.roles import Role
from tests.server.booth import FakeStation
from tests.server.conftest import enrolled, token
from tests.server.running import listening
from tests.synced import SyncedBooth, insist

TOO_NEW = {STATION_PROTOCOL: str(PROTOCOL + 1), STATION_VERSION: "9.9.9"}


class OfAnotherTime(FakeStation):
    """Says with every request what it speaks."""

    said: dict[str, str]

    def headers(self, method: str, target: str, body: bytes = b"") -> dict[str, str]:
        return super().headers(method, target, body) | self.said


@pytest.fixture
def newer(client: TestClient, station: FakeStation) -> OfAnotherTime:
    """Give the known station after its update."""
    updated = OfAnotherTime(client, station.key)
    updated.entries = station.entries
    updated.said = TOO_NEW
    return updated


def test_a_station_that_is_too_new_is_told_and_shown(
    house: House, client: TestClient, newer: OfAnotherTime
) -> None:
    entries = newer.happen(3)
    answer = newer.send(entries)
    assert (answer.status_code, answer.json()["error"]) == (426, "version")
    assert "update the server" in answer.json()["detail"]
    assert answer.json()["facts"] == {"oldest": PROTOCOL, "newest": PROTOCOL}
    [row] = house.stations.stations()
    assert (row.version, row.protocol, row.journal_seq) == ("9.9.9", PROTOCOL + 1, 0)
    page = client.get(f"/booths/{row.id}", headers=token(house, Role.PROCTOR))
    assert "Update the server" in page.text or "update the server" in page.text
    assert 'kiosk_stations{state="misfit"} 1.0' in house.metrics.exposition().decode()
    newer.said = {STATION_PROTOCOL: str(PROTOCOL), STATION_VERSION: VERSION}
    assert newer.send(entries).json()["seq"] == 3, "what was refused is taken as it was"


def test_a_station_that_is_too_new_is_not_introduced_and_its_code_stays_good(
    house: House, client: TestClient
) -> None:
    code = house.stations.new_code("test")
    stranger = OfAnotherTime(client)
    stranger.said = TOO_NEW
    assert stranger.enrol(code).status_code == 426
    stranger.said = {}
    assert stranger.enrol(code).status_code == 200


@pytest.mark.parametrize("said", ["", "x", "-1", "1.5", "9" * 7])
def test_what_is_no_number_is_refused_in_a_sentence(client: TestClient, house: House, said: str) -> None:
    station = enrolled(house, client)
    headers = station.headers("GET", f"{PATH}/journal") | {STATION_PROTOCOL: said}
    answer = client.get(f"{PATH}/journal", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")


@contextmanager
def server_that_understands(protocols: str) -> Iterator[str]:
    """Give the address of a server of another time, which makes nothing of what it is sent."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b'{"error": "invalid", "detail": "unknown field"}'
            self.send_response(422)
            self.send_header(SERVER_PROTOCOLS, protocols)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = _answer  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as listener:
        thread = threading.Thread(target=listener.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.server_port}"
        finally:
            listener.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("protocols", "advice"),
    [(f"{PROTOCOL + 1}-{PROTOCOL + 3}", "update the station"), ("0-0", "update the server")],
)
def test_a_station_stops_by_itself_and_sends_everything_later(
    tmp_path: Path, house: House, protocols: str, advice: str
) -> None:
    booth = SyncedBooth(tmp_path / "data")
    with listening(house) as url:
        booth.enrol(url, house.stations.new_code("test"))
        session = booth.interview()
        with server_that_understands(protocols) as elsewhere:
            exchange = booth.exchange(elsewhere)
            with pytest.raises(StoppedError, match=advice) as stopped:
                exchange.round(lambda: True)
            exchange.failed(stopped.value)
            assert advice in exchange.queue().trouble
            assert not any(upload.parked for upload in booth.uploads.all().values())
        insist(booth.exchange(url), lambda: booth.confirmed() == [session])
    assert house.stations.stations()[0].version == VERSION
    booth.close()
