"""The server comes back from an old backup: stations find out and bring again what is missing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from server.app import create_app
from server.house import House, build
from server.identity.roles import Person, Role
from tests.server.booth import FakeStation, manifest
from tests.server.conftest import SETTINGS
from tests.trouble.counts import often
from tests.trouble.figures import Tell

SESSIONS = often(100, usually=6)
PIECES = [b"first", b"second"]
HR = Person("u", "Somebody", frozenset({Role.HR}))


@contextmanager
def running(data: Path, backup_days: int = 7) -> Iterator[tuple[House, TestClient]]:
    house = build(SETTINGS.model_copy(update={"backup_days": backup_days}), data)
    try:
        with TestClient(create_app(house)) as client:
            yield house, client
    finally:
        house.close()


def work(house: House, station: FakeStation, number: int) -> None:
    """A whole interview, sent and receipted."""
    session = f"{number:032x}"
    station.send(station.happen(3, session))
    station.tell(session, 3 * number + 1)
    bring(house, station, session)


def bring(house: House, station: FakeStation, session: str) -> None:
    for piece in PIECES:
        station.bring(session, piece)
    station.announce(session, PIECES)
    house.assembly.assemble(session, "video_files/a.mp4")
    assert station.announce(session, PIECES).json()["state"] == "kept"


def offer_again(house: House, station: FakeStation, numbers: range) -> None:
    """What a station does that asks how far the server is and hears: less far than before."""
    seq = station.ask("GET", "/journal").json()["seq"]
    if seq < len(station.entries):
        assert station.send(station.entries[seq:]).status_code == 200
    for number in numbers:
        session = f"{number:032x}"
        receipt = station.ask("GET", f"/sessions/{session}/receipt")
        if receipt.status_code == 404 or not receipt.json()["files"]:
            station.tell(session, 3 * number + 1)
            bring(house, station, session)


def test_nothing_is_lost_when_yesterday_is_restored(tmp_path: Path, tell: Tell) -> None:
    data, yesterday = tmp_path / "server", tmp_path / "yesterday"
    with running(data) as (house, client):
        station = FakeStation(client)
        assert station.enrol(house.stations.new_code("test")).status_code == 200
        for number in range(SESSIONS // 2):
            work(house, station, number)
    shutil.copytree(data, yesterday)
    with running(data) as (house, client):
        station.client = client
        for number in range(SESSIONS // 2, SESSIONS):
            work(house, station, number)
        receipts = [
            station.ask("GET", f"/sessions/{number:032x}/receipt").json() for number in range(SESSIONS)
        ]
        assert not any(receipt["anchored"] for receipt in receipts), "the stations still have everything"
    shutil.rmtree(data)
    shutil.copytree(yesterday, data)
    with running(data) as (house, client):
        station.client = client
        assert station.ask("GET", f"/sessions/{SESSIONS - 1:032x}/receipt").status_code == 404
        offer_again(house, station, range(SESSIONS))
        assert station.ask("GET", "/journal").json()["seq"] == len(station.entries)
        for number in range(SESSIONS):
            view = house.sessions.view(HR, f"{number:032x}")
            assert view.files[0].sha256 == manifest(PIECES)["sha256"]
    tell(33, f"sessions lost, of {SESSIONS}, half of them made after the backup", "0", 0)


def test_a_receipt_is_anchored_once_every_backup_has_what_it_names(tmp_path: Path) -> None:
    with running(tmp_path / "server", backup_days=0) as (house, client):
        station = FakeStation(client)
        station.enrol(house.stations.new_code("test"))
        work(house, station, 1)
        assert station.ask("GET", f"/sessions/{1:032x}/receipt").json()["anchored"] is True
