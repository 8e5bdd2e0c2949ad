"""A server that fails at random: what stations send again is neither lost nor doubled."""

import random
from collections.abc import Callable
from functools import partial

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from kiosk.wire.pieces import FileState
from server.app import create_app
from server.house import House
from server.identity.roles import Person, Role
from server.tables.stations import EntryRow
from tests.server.booth import FakeStation, manifest, sha256
from tests.trouble.counts import often
from tests.trouble.figures import Tell

SESSIONS = often(200, usually=8)
SHARE = 0.3
PIECES = [b"first", b"second"]
HR = Person("u", "Somebody", frozenset({Role.HR}))


class FailingLine:
    """Loses requests on their way, and answers on theirs: the server may have done it or not."""

    def __init__(self, client: TestClient, chance: random.Random) -> None:
        self.client = client
        self.chance = chance
        self.failures = 0

    def request(self, method: str, target: str, content: bytes, headers: dict[str, str]) -> Response:
        if self.chance.random() < SHARE / 2:
            self.failures += 1
            return Response(502)
        answer = self.client.request(method, target, content=content, headers=headers)
        if self.chance.random() < SHARE / 2:
            self.failures += 1
            return Response(500)
        return answer


def insist(ask: Callable[[], Response]) -> Response:
    """Send again, signed anew, until the answer comes."""
    for _ in range(200):
        answer = ask()
        if answer.status_code < 500:
            return answer
    raise AssertionError("never answered")


@pytest.mark.timeout(3600)
def test_nothing_is_lost_or_doubled(house: House, client: TestClient, tell: Tell) -> None:
    line = FailingLine(client, random.Random(15))
    station = FakeStation(line)  # type: ignore[arg-type]  # it needs only ``request``
    code = house.stations.new_code("test")
    assert insist(lambda: station.enrol(code)).status_code == 200
    for number in range(SESSIONS):
        session = f"{number:032x}"
        new = station.happen(5, session)
        assert insist(partial(station.send, new)).status_code == 200
        assert insist(partial(station.tell, session, 5 * number + 5)).status_code == 200
        for piece in PIECES:
            assert insist(partial(station.bring, session, piece)).status_code == 204
        assert insist(partial(station.announce, session, PIECES)).status_code == 200
        house.assembly.assemble(session, "video_files/a.mp4")
    assert line.failures > SESSIONS
    with house.database.read() as db:
        hashes = [row.hash for row in db.query(EntryRow).order_by(EntryRow.seq)]
    assert hashes == [entry.hash for entry in station.entries]
    assert len(house.stations.stations()) == 1
    for number in range(SESSIONS):
        (file,) = house.sessions.view(HR, f"{number:032x}").files
        assert (file.state, file.sha256) == (FileState.KEPT, manifest(PIECES)["sha256"])
        assert house.blobs.size(f"files/{number:032x}/{sha256(b''.join(PIECES))}") == 11
    tell(15, f"the protocol: sessions lost or doubled, of {SESSIONS} with {line.failures} failures", "0", 0)


def test_a_database_that_is_away_is_said_so_and_comes_back(house: House, client: TestClient) -> None:
    with house.database._writing:  # somebody writes for longer than anybody waits
        answer = client.post("/api/v1/sign-in", json={"login": "x", "password": "y"})
    assert (answer.status_code, answer.json()["error"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "1"
    assert client.post("/api/v1/sign-in", json={"login": "x", "password": "y"}).status_code == 401


def test_a_bug_is_told_as_an_error_without_its_insides(house: House) -> None:
    app = create_app(house)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("a secret of the program")

    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/broken")
    assert (answer.status_code, answer.json()["error"]) == (500, "server_error")
    assert "secret" not in answer.text
