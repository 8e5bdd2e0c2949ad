"""Somebody who recorded what a station sent, and sends it again: nothing happens."""

import random
from dataclasses import dataclass

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from server.house import House
from server.tables.stations import AlertRow, EntryRow, OrderRow
from tests.server.booth import FakeStation
from tests.trouble.counts import often
from tests.trouble.figures import Tell

REPLAYS = often(10_000, usually=100)
SESSION = "a" * 32
REFUSED = ("replayed", "clock")
"""The latter when so many replays have taken longer than a request counts."""


@dataclass(frozen=True)
class Recorded:
    """A request as it went over the line."""

    method: str
    target: str
    content: bytes
    headers: dict[str, str]


class RecordingProxy:
    """Passes everything on and remembers it."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.seen: list[Recorded] = []

    def request(self, method: str, target: str, content: bytes, headers: dict[str, str]) -> Response:
        self.seen.append(Recorded(method, target, content, headers))
        return self.client.request(method, target, content=content, headers=headers)

    def replay(self, seen: Recorded) -> Response:
        return self.client.request(seen.method, seen.target, content=seen.content, headers=seen.headers)


def fingerprint(house: House) -> object:
    """Everything that a replay could change."""
    with house.database.read() as db:
        counts = [db.query(table).count() for table in (EntryRow, OrderRow, AlertRow)]
        rows = [(row.status, row.journal_seq, row.journal_hash) for row in house.stations.stations()]
        audit = len(house.audit.entries(limit=1000))
    return counts, rows, audit


@pytest.fixture
def proxy(house: House, client: TestClient) -> RecordingProxy:
    """Give a proxy that saw a station enrol and do everything a station does."""
    recording = RecordingProxy(client)
    station = FakeStation(recording)  # type: ignore[arg-type]  # it needs only ``request``
    assert station.enrol(house.stations.new_code("test")).status_code == 200
    station.send(station.happen(5))
    station.tell(SESSION)
    station.bring(SESSION, b"piece")
    station.announce(SESSION, [b"piece"])
    for path in ("/journal", "/orders", f"/sessions/{SESSION}/receipt"):
        assert station.ask("GET", path).status_code == 200
    return recording


@pytest.mark.timeout(3600)
def test_a_replay_has_no_effect(house: House, proxy: RecordingProxy, tell: Tell) -> None:
    before, chance = fingerprint(house), random.Random(28)
    for _ in range(REPLAYS):
        answer = proxy.replay(chance.choice(proxy.seen))
        assert (answer.status_code, answer.json()["error"] in REFUSED) == (401, True)
    assert fingerprint(house) == before
    tell(28, f"replays with an effect, of {REPLAYS:,}", "0", 0)


def test_a_replay_with_another_body_or_target_has_no_effect(house: House, proxy: RecordingProxy) -> None:
    before = fingerprint(house)
    for seen in proxy.seen:
        for changed in (
            Recorded(seen.method, seen.target, seen.content + b" ", seen.headers),
            Recorded(seen.method, seen.target + "?x=1", seen.content, seen.headers),
            Recorded("DELETE", seen.target, seen.content, seen.headers),
        ):
            assert proxy.replay(changed).status_code in (401, 405)
    assert fingerprint(house) == before


def test_a_request_that_was_held_back_too_long_is_refused(station: FakeStation) -> None:
    for off_s in (-301.0, 301.0):
        station.clock_off_s = off_s
        assert station.ask("GET", "/journal").json()["error"] == "clock"


def test_nonces_are_kept_as_long_as_their_requests_could_count(house: House, proxy: RecordingProxy) -> None:
    house.stations.forget_nonces()
    for seen in proxy.seen[1:]:
        assert proxy.replay(seen).json()["error"] == "replayed"
