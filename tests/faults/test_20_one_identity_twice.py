"""Two computers with one station's key, as after copying a disk: found, both stopped, nothing mixed."""

import random

import pytest
from starlette.testclient import TestClient

from server.house import House
from server.identity.roles import Person, Role
from server.tables.stations import EntryRow, StationStatus
from tests.server.booth import FakeStation
from tests.server.conftest import enrolled
from tests.trouble.counts import often
from tests.trouble.figures import Tell

ROUNDS = often(500, usually=10)
ADMINISTRATOR = Person("u", "Somebody", frozenset({Role.ADMINISTRATOR}))


def kept(house: House, station_id: str) -> list[str]:
    with house.database.read() as db:
        rows = db.query(EntryRow).filter_by(station_id=station_id).order_by(EntryRow.seq)
        return [row.hash for row in rows]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_both_are_stopped_and_nothing_is_mixed(
    house: House, client: TestClient, round_: int, tell: Tell
) -> None:
    chance = random.Random(round_)
    one = enrolled(house, client)
    one.send(one.happen(chance.randint(1, 5)))
    two = FakeStation(client, one.key)
    two.entries = list(one.entries)
    twins, sent = (one, two), {one.public + "1": len(one.entries), one.public + "2": len(one.entries)}
    for turn in range(10):
        number = chance.randrange(2)
        twin, name = twins[number], one.public + str(number + 1)
        twin.happen(chance.randint(1, 3), body=f'{{"twin":{number},"turn":{turn}}}')
        answer = twin.send(twin.entries[sent[name] :])
        if answer.status_code != 200:
            break
        sent[name] = len(twin.entries)
    row = house.stations.stations()[0]
    hashes = kept(house, row.id)
    if row.status is StationStatus.FROZEN:
        assert all(twin.ask("GET", "/journal").json()["error"] == "frozen" for twin in twins)
        assert "fork" in [alert.kind for alert in house.live.alerts()]
    else:
        assert row.journal_seq in (len(one.entries), len(two.entries)), "only one of them has spoken"
    chains = [[entry.hash for entry in twin.entries][: len(hashes)] for twin in twins]
    assert hashes in chains
    tell(20, "rounds that mixed something", "0", 0)


def test_an_administrator_lets_the_right_one_go_on(house: House, station: FakeStation) -> None:
    station.send(station.happen(3))
    twin = FakeStation(station.client, station.key)
    twin.entries = list(station.entries[:2])
    assert twin.send(twin.happen(1, body='{"other":1}')).json()["error"] == "fork"
    row = house.stations.stations()[0]
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.ACTIVE)
    assert station.send(station.happen(1)).json()["seq"] == 4
    assert twin.send(twin.entries[2:]).json()["error"] == "fork", "the wrong one is found again"
