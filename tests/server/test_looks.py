"""Looking at recordings: one view is one row of the audit log, and every view has one."""

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from server.audit.service import FILE_SEEN, ONE_LOOK_S
from server.house import House
from server.identity.roles import Person, Role
from server.tables.people import AuditRow
from server.times import later
from tests.server.booth import FakeStation
from tests.server.conftest import token

SESSION = "a" * 32
VIDEO, OTHER = "video_files/a.mp4", "audio_files/a.flac"
HR = Person("u", "Somebody", frozenset({Role.HR}))


@pytest.fixture
def recorded(house: House, station: FakeStation) -> House:
    """Give a server with a session of two files."""
    station.tell(SESSION)
    for name in (VIDEO, OTHER):
        station.bring(SESSION, b"ten bytes!")
        station.announce(SESSION, [b"ten bytes!"], name)
        house.assembly.assemble(SESSION, name)
    return house


def played(client: TestClient, path: str, headers: dict[str, str]) -> None:
    """As a player does: many stretches of one file."""
    for start in range(10):
        answer = client.get(path, headers=headers | {"Range": f"bytes={start}-{start}"})
        assert (answer.status_code, answer.content) == (206, b"ten bytes!"[start : start + 1])


def looks(house: House) -> list[tuple[str, str]]:
    rows = house.audit.entries(subject=SESSION)
    return [(row.actor, row.detail["file"]) for row in reversed(rows) if row.action == FILE_SEEN]


def test_a_recording_that_is_played_is_one_look(recorded: House, client: TestClient) -> None:
    headers = token(recorded, Role.HR)
    played(client, f"/api/v1/sessions/{SESSION}/files/{VIDEO}", headers)
    assert looks(recorded) == [("Somebody", VIDEO)]
    played(client, f"/api/v1/sessions/{SESSION}/files/{OTHER}", headers)
    assert looks(recorded) == [("Somebody", VIDEO), ("Somebody", OTHER)]


def test_everybody_who_plays_it_is_written_down(recorded: House, client: TestClient) -> None:
    for _ in range(2):
        played(client, f"/api/v1/sessions/{SESSION}/files/{VIDEO}", token(recorded, Role.HR))
    assert len(looks(recorded)) == 2


def test_whoever_looks_again_later_is_written_down_again(recorded: House, client: TestClient) -> None:
    headers = token(recorded, Role.HR)
    for _ in range(2):
        played(client, f"/api/v1/sessions/{SESSION}/files/{VIDEO}", headers)
        with recorded.database.write() as db:
            seen = update(AuditRow).where(AuditRow.action == FILE_SEEN)
            db.execute(seen.values(wall=later(seconds=-ONE_LOOK_S - 1)))
    assert len(looks(recorded)) == 2


def test_a_link_that_is_played_is_one_look_of_the_link(recorded: House, client: TestClient) -> None:
    secret = recorded.reviews.share(HR, SESSION, 1)
    played(client, f"/shared/{secret}/files/{VIDEO}", {})
    assert looks(recorded) == [("link of Somebody", VIDEO)]


def test_what_is_not_there_was_not_looked_at(recorded: House, client: TestClient) -> None:
    path = f"/api/v1/sessions/{SESSION}/files/video_files/none.mp4"
    assert client.get(path, headers=token(recorded, Role.HR)).status_code == 404
    reviewer = token(recorded, Role.REVIEWER)
    assert client.get(path.replace("none", "a"), headers=reviewer).status_code == 404
    assert looks(recorded) == []


def test_a_player_waits_for_no_writer(recorded: House, client: TestClient) -> None:
    headers, path = token(recorded, Role.HR), f"/api/v1/sessions/{SESSION}/files/{VIDEO}"
    client.get(path, headers=headers)
    with recorded.database._writing:  # somebody writes for longer than anybody waits
        played(client, path, headers)
