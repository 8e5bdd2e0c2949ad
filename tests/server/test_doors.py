"""Doors that must stay shut: who may what, endpoint by endpoint, and what belongs to somebody else."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from kiosk.wire.journal import EventBatch
from kiosk.wire.message import PATH
from kiosk.wire.orders import CommandKind, Erase
from server.app import create_app
from server.errors import ConflictError, InvalidError, NotFoundError
from server.house import House, build
from server.identity.roles import MAY, Permission, Person, Role
from server.orders.service import give
from server.stations.service import Station
from server.tables.review import ShareRow
from server.tables.stations import StationStatus
from server.times import later
from tests.server.booth import FakeStation, document, manifest, sha256
from tests.server.conftest import SETTINGS, enrolled, token
from tests.server.routes import endpoints

SESSION, OTHER = "a" * 32, "b" * 32
HR = Person("1" * 32, "HR 1", frozenset({Role.HR}))
ADMINISTRATOR = Person("2" * 32, "Boss", frozenset({Role.ADMINISTRATOR}))
REVIEWER = Person("3" * 32, "Reviewer 1", frozenset({Role.REVIEWER}))
PASSWORD = "a long password"

MAY_ASK: dict[Permission, tuple[str, ...]] = {
    Permission.ASSIGN: (
        "PUT /api/v1/sessions/{session_id}/reviewers/{user_id}",
        "DELETE /api/v1/sessions/{session_id}/reviewers/{user_id}",
        "POST /sessions/{session_id}/reviewers",
        "POST /sessions/{session_id}/reviewers/{user_id}/remove",
        "POST /sessions/{session_id}/links",
        "POST /sessions/{session_id}/links/{share_id}/remove",
    ),
    Permission.COMMAND_STATIONS: (
        "GET /api/v1/stations/{station_id}/preview",
        "POST /api/v1/stations/{station_id}/commands",
        "GET /api/v1/orders/{order_id}",
        "POST /api/v1/alerts/{alert_id}/seen",
        "POST /ai-interview/api/start-recording/{session_id}/",
        "POST /ai-interview/api/stop-recording/{session_id}/",
        "POST /booths/{station_id}/commands",
        "POST /alerts/{alert_id}/seen",
    ),
    Permission.CONDUCT: (
        "POST /api/interview/session/start",
        "POST /api/interview/question/add",
        "POST /api/interview/answer/add",
        "POST /api/interview/session/end",
        "POST /recording/start/",
        "POST /recording/stop/",
        "POST /recording/upload_chunk/",
        "POST /api/interview/recording/save",
    ),
    Permission.DECIDE: (
        "POST /api/v1/sessions/{session_id}/decision",
        "POST /sessions/{session_id}/decision",
    ),
    Permission.ERASE: (
        "DELETE /api/v1/candidates/{candidate_id}",
        "POST /sessions/{session_id}/hold",
        "POST /sessions/{session_id}/release",
        "POST /candidates/{candidate_id}/erase",
        "GET /keeping",
        "GET /keeping/{candidate_id}",
    ),
    Permission.INVITE: (
        "GET /api/v1/invitations",
        "POST /api/v1/invitations",
        "DELETE /api/v1/invitations/{invitation_id}",
        "POST /api/v1/assessment-orders",
        "GET /api/v1/assessment-orders",
        "DELETE /api/v1/assessment-orders/{order_id}",
        "GET /api/partners/greenhouse/list_tests",
        "POST /api/partners/greenhouse/send_test",
        "POST /api/partners/ashby/assessment.list",
        "POST /api/partners/ashby/assessment.start",
        "POST /api/partners/ashby/assessment.cancel",
        "GET /invitations",
        "POST /invitations",
        "POST /invitations/{invitation_id}/withdraw",
        "GET /orders",
    ),
    Permission.MANAGE_PACKS: (
        "GET /api/v1/packs",
        "POST /api/v1/packs",
        "DELETE /api/v1/packs/{pack_id}",
        "GET /packs",
        "POST /packs",
        "POST /packs/{pack_id}/withdraw",
    ),
    Permission.MANAGE_STATIONS: (
        "POST /api/v1/enrolment-codes",
        "PUT /api/v1/stations/{station_id}/status",
        "GET /api/v1/staff",
        "PUT /api/v1/staff/{name}",
        "DELETE /api/v1/staff/{name}",
        "POST /booths/{station_id}/status",
        "POST /booths/codes",
    ),
    Permission.MANAGE_USERS: (
        "GET /api/v1/users",
        "POST /api/v1/users",
        "PATCH /api/v1/users/{user_id}",
        "PUT /api/v1/users/{user_id}/password",
        "GET /people",
        "POST /people",
        "GET /people/{user_id}",
        "POST /people/{user_id}",
        "POST /people/{user_id}/password",
        "POST /staff",
        "POST /staff/remove",
    ),
    Permission.OWN_ACCOUNT: (
        "POST /api/v1/sign-out",
        "GET /api/v1/me",
        "PUT /api/v1/me/password",
        "GET /api/v1/tokens",
        "POST /api/v1/tokens",
        "DELETE /api/v1/tokens/{token_id}",
        "GET /",
        "POST /sign-out",
        "GET /account",
        "POST /account/password",
        "POST /account/tokens",
        "POST /account/tokens/{token_id}/remove",
    ),
    Permission.SEE_ASSIGNED: (
        "GET /api/v1/sessions",
        "GET /api/v1/sessions/{session_id}",
        "GET /api/v1/sessions/{session_id}/files/{folder}/{name}",
        "GET /api/interview/analysis/{candidate_id}",
        "GET /api/interview/recording/{candidate_id}",
        "GET /api/interview/session/{session_id}",
        "GET /api/interviews/",
        "GET /interview_app/api/interview_sessions/",
        "GET /interview_app/api/recording/{session_id}/",
        "GET /sessions",
        "GET /sessions/{session_id}",
        "GET /ai-interview/results/{session_id}/",
        "GET /sessions/{session_id}/report.pdf",
        "GET /sessions/{session_id}/transcript.txt",
        "GET /sessions/{session_id}/captions.vtt",
        "POST /sessions/{session_id}/notes",
        "POST /sessions/{session_id}/notes/{annotation_id}/remove",
        "POST /sessions/{session_id}/ratings",
    ),
    Permission.SEE_AUDIT: (
        "GET /api/v1/audit",
        "GET /audit",
    ),
    Permission.SEE_METRICS: ("GET /metrics",),
    Permission.SEE_SESSIONS: (
        "GET /api/v1/assessment-orders/{order_id}",
        "GET /api/partners/greenhouse/test_status",
        "GET /fairness",
    ),
    Permission.SEE_STATIONS: (
        "GET /api/v1/stations",
        "GET /api/v1/alerts",
        "GET /booths",
        "GET /booths/now",
        "GET /booths/{station_id}",
        "GET /booths/{station_id}/now",
        "GET /figures",
    ),
}
"""What an endpoint asks of a person, written down a second time: whoever changes one changes both."""

STATIONS_ASK = (
    "POST /api/station/v1/enrol",
    "GET /api/station/v1/journal",
    "POST /api/station/v1/journal",
    "PUT /api/station/v1/sessions/{session_id}",
    "POST /api/station/v1/sessions/{session_id}/pieces/lacking",
    "POST /api/station/v1/sessions/{session_id}/pieces/place",
    "POST /api/station/v1/sessions/{session_id}/pieces/brought",
    "PUT /api/station/v1/sessions/{session_id}/pieces/{sha256}",
    "PUT /api/station/v1/sessions/{session_id}/files",
    "GET /api/station/v1/sessions/{session_id}/receipt",
    "GET /api/station/v1/orders",
    "POST /api/station/v1/orders/{order_id}",
    "GET /api/station/v1/packs/{sha256}",
)
"""What asks for a station's signature."""


def test_every_door_asks_for_what_is_written_here() -> None:
    asked = {str(one): one.permission for one in endpoints() if one.permission is not None}
    assert asked == {name: permission for permission, names in MAY_ASK.items() for name in names}
    assert {str(one) for one in endpoints() if one.signed} == set(STATIONS_ASK)


def test_every_role_may_do_what_is_written_here() -> None:
    see, command = Permission.SEE_STATIONS, Permission.COMMAND_STATIONS
    may = {
        Role.ADMINISTRATOR: {see, *WHOEVER_RUNS_THE_SERVER},
        Role.HR: {see, command, Permission.MANAGE_PACKS, *WHOEVER_JUDGES},
        Role.REVIEWER: {Permission.SEE_ASSIGNED},
        Role.PROCTOR: {see, command},
        Role.MONITOR: {Permission.SEE_METRICS},
    }
    assert {role: MAY[role] - {Permission.OWN_ACCOUNT} for role in Role} == may


WHOEVER_RUNS_THE_SERVER = (
    Permission.MANAGE_STATIONS,
    Permission.MANAGE_PACKS,
    Permission.MANAGE_USERS,
    Permission.SEE_AUDIT,
    Permission.SEE_METRICS,
)
WHOEVER_JUDGES = (
    Permission.SEE_SESSIONS,
    Permission.SEE_ASSIGNED,
    Permission.DECIDE,
    Permission.INVITE,
    Permission.ASSIGN,
    Permission.ERASE,
    Permission.CONDUCT,
)


# --- whose it is -----------------------------------------------------------------------------
def test_nobody_takes_anothers_token_back(house: House) -> None:
    owner = Person(
        house.access.add_user("test", "a", "A", frozenset({Role.HR}), None), "A", HR.roles, login="x"
    )
    token_id, made = house.access.new_token(owner, "x", frozenset({Role.HR}), 1)
    with pytest.raises(NotFoundError):
        house.access.remove_token(HR, token_id)
    assert house.access.by_token(made).id == owner.id


def test_whoever_was_made_inactive_does_not_come_in_again(house: House, client: TestClient) -> None:
    user = house.access.add_user("test", "sam", "Sam", frozenset({Role.HR}), PASSWORD)
    house.access.change_user(ADMINISTRATOR, user, active=False)
    answer = client.post("/api/v1/sign-in", json={"login": "sam", "password": PASSWORD})
    assert (answer.status_code, answer.json()["error"]) == (401, "wrong_password")


def test_whoever_was_made_inactive_is_signed_out_for_good(house: House, client: TestClient) -> None:
    user = house.access.add_user("test", "sam", "Sam", frozenset({Role.HR}), PASSWORD)
    client.post("/api/v1/sign-in", json={"login": "sam", "password": PASSWORD})
    for active in (False, True):
        house.access.change_user(ADMINISTRATOR, user, active=active)
    assert client.get("/api/v1/me").status_code == 401


def test_what_a_reviewer_was_not_asked_is_not_there_for_any_of_their_doors(
    house: House, client: TestClient, station: FakeStation
) -> None:
    station.tell(SESSION)
    for piece in (b"x",):
        station.bring(SESSION, piece)
        station.announce(SESSION, [piece])
    house.assembly.assemble(SESSION, "video_files/a.mp4")
    headers = token(house, Role.REVIEWER)
    for path in (
        f"/api/v1/sessions/{SESSION}",
        f"/api/v1/sessions/{SESSION}/files/video_files/a.mp4",
        f"/sessions/{SESSION}",
        f"/sessions/{SESSION}/transcript.txt",
        f"/sessions/{SESSION}/captions.vtt",
        f"/sessions/{SESSION}/report.pdf",
        f"/api/interview/session/{SESSION}",
        f"/api/interview/analysis/{'c' * 32}",
        f"/api/interview/recording/{'c' * 32}",
        f"/interview_app/api/recording/{SESSION}/",
    ):
        assert client.get(path, headers=headers).status_code == 404, path
    assert client.get("/api/interviews/", headers=headers).json()["interviews"] == []
    with pytest.raises(NotFoundError):
        house.reviews.annotate(REVIEWER, SESSION, None, "seen")
    with pytest.raises(NotFoundError):
        house.reviews.rate(REVIEWER, SESSION, "q1", {"as_a_whole": 3}, "")


def test_one_reviewer_sees_nothing_of_what_another_was_asked(house: House, station: FakeStation) -> None:
    station.tell(SESSION)
    user = house.access.add_user("test", "r", "R", frozenset({Role.REVIEWER}), None)
    house.sessions.assign(HR, SESSION, user)
    asked = Person(user, "R", frozenset({Role.REVIEWER}))
    assert house.sessions.view(asked, SESSION).candidate_name == "Candidate One"
    with pytest.raises(NotFoundError):
        house.sessions.view(REVIEWER, SESSION)


def test_a_note_is_removed_by_who_wrote_it_and_from_where_it_stands(
    house: House, station: FakeStation
) -> None:
    station.tell(SESSION)
    station.tell(OTHER)
    house.reviews.annotate(HR, SESSION, None, "well said")
    (note,) = house.reviews.of_session(HR, SESSION).annotations
    colleague = Person("9" * 32, "HR 2", frozenset({Role.HR}))
    for person, session in ((colleague, SESSION), (HR, OTHER)):
        with pytest.raises(NotFoundError):
            house.reviews.remove_annotation(person, session, note.id)
    house.reviews.remove_annotation(HR, SESSION, note.id)


def test_a_link_ends_when_it_is_withdrawn_or_its_time_is_over(house: House, station: FakeStation) -> None:
    station.tell(SESSION)
    station.tell(OTHER)
    first, second = (house.reviews.share(HR, SESSION, 1) for _ in range(2))
    row = house.reviews.link(first)
    with pytest.raises(NotFoundError):
        house.reviews.withdraw_share(HR, OTHER, row.id)
    assert house.reviews.link(first).id == row.id
    house.reviews.withdraw_share(HR, SESSION, row.id)
    with pytest.raises(NotFoundError):
        house.reviews.link(first)
    assert house.reviews.link(second).session_id == SESSION
    with house.database.write() as db:
        db.execute(update(ShareRow).values(expires_wall=later(seconds=-1)))
    with pytest.raises(NotFoundError):
        house.reviews.link(second)


def test_what_is_held_is_erased_by_nobody(house: House, station: FakeStation) -> None:
    station.tell(SESSION)
    house.keeping.hold(HR, SESSION, "a dispute")
    with pytest.raises(ConflictError):
        house.sessions.erase(HR, "c" * 32)
    assert house.sessions.view(HR, SESSION).row.session_id == SESSION


def test_what_a_station_conducts_no_program_adds_to(
    house: House, client: TestClient, station: FakeStation
) -> None:
    station.tell(SESSION)
    body = {"session_id": SESSION, "question_data": {"text": "Why?"}}
    answer = client.post("/api/interview/question/add", json=body, headers=token(house, Role.HR))
    assert (answer.status_code, answer.json()["error"]) == (409, "station")


def test_nobody_deletes_with_a_cookie_alone(house: House, client: TestClient, station: FakeStation) -> None:
    station.tell(SESSION)
    house.access.add_user("test", "sam", "Sam", frozenset({Role.HR}), PASSWORD)
    client.post("/api/v1/sign-in", json={"login": "sam", "password": PASSWORD})
    for method, path in (
        ("DELETE", f"/api/v1/candidates/{'c' * 32}"),
        ("PUT", f"/api/v1/sessions/{SESSION}/reviewers/{'e' * 32}"),
        ("POST", f"/api/v1/sessions/{SESSION}/decision"),
    ):
        refused = client.request(method, path, json={})
        assert (refused.status_code, refused.json()["error"]) == (403, "csrf")


# --- stations --------------------------------------------------------------------------------
def test_an_order_is_heard_and_reported_by_its_station_only(house: House, client: TestClient) -> None:
    one, other = (enrolled(house, client, name) for name in ("Booth 1", "Booth 2"))
    (row,) = (row for row in house.stations.stations() if row.name == "Booth 1")
    with house.database.write() as db:
        (order,) = give(db, [row.id], Erase(candidate_id="c" * 32), "test")
    assert other.ask("GET", "/orders").json()["orders"] == []
    assert other.ask("POST", f"/orders/{order}", {"outcome": "done"}).status_code == 404
    assert house.orders.outcome(order).outcome is None
    assert [found["id"] for found in one.ask("GET", "/orders").json()["orders"]] == [order]


def test_a_piece_goes_where_it_was_signed_to_go(station: FakeStation) -> None:
    station.tell(SESSION)
    target = f"{PATH}/sessions/{SESSION}/pieces/{sha256(b'right')}"
    headers = station.headers("PUT", target, b"another")
    answer = station.client.put(target, content=b"another", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (401, "signature")


def test_a_document_stands_where_it_says(station: FakeStation) -> None:
    answer = station.ask("PUT", f"/sessions/{OTHER}", document(SESSION))
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")


def test_a_whole_file_is_not_replaced_by_another(house: House, station: FakeStation) -> None:
    station.tell(SESSION)
    station.bring(SESSION, b"x")
    station.announce(SESSION, [b"x"])
    house.assembly.assemble(SESSION, "video_files/a.mp4")
    answer = station.ask("PUT", f"/sessions/{SESSION}/files", manifest([b"y"]))
    assert (answer.status_code, answer.json()["error"]) == (409, "taken")


def test_a_station_that_freezes_meanwhile_appends_nothing(house: House, station: FakeStation) -> None:
    (row,) = house.stations.stations()
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.FROZEN)
    batch = EventBatch(entries=tuple(station.happen(1)))
    with pytest.raises(ConflictError):
        house.journals.append(Station(row.id, row.name), batch)


def test_a_retired_station_stays_retired(house: House, station: FakeStation) -> None:
    (row,) = house.stations.stations()
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.RETIRED)
    with pytest.raises(ConflictError):
        house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.ACTIVE)


def test_a_short_nonce_is_none(station: FakeStation) -> None:
    target = f"{PATH}/journal"
    for length in (0, 31, 33):
        station.new_nonce = partial(str.ljust, "", length, "0")
        answer = station.client.get(target, headers=station.headers("GET", target))
        assert (answer.status_code, answer.json()["error"]) == (401, "signature")


def test_nothing_is_asked_of_a_booth_that_does_not_listen(house: House, station: FakeStation) -> None:
    (row,) = house.stations.stations()
    with pytest.raises(ConflictError):
        house.orders.command(HR, row.id, CommandKind.PAUSE, None)
    with pytest.raises(InvalidError):
        house.orders.command(HR, row.id, CommandKind.CAMERA_OFF, None, "because")


# --- how often -------------------------------------------------------------------------------
@pytest.fixture
def strict(tmp_path: Path) -> Iterator[tuple[House, TestClient]]:
    """Give a server that takes five requests and three attempts a minute."""
    house = build(SETTINGS.model_copy(update={"requests_per_minute": 5, "logins_per_minute": 3}), tmp_path)
    with TestClient(create_app(house)) as client:
        yield house, client
    house.close()


def test_nobody_asks_without_end(strict: tuple[House, TestClient]) -> None:
    house, client = strict
    headers = token(house, Role.HR)
    assert [client.get("/api/v1/me", headers=headers).status_code for _ in range(6)] == [200] * 5 + [429]


def test_no_station_asks_without_end(strict: tuple[House, TestClient]) -> None:
    house, client = strict
    station = enrolled(house, client)
    assert [station.ask("GET", "/journal").status_code for _ in range(6)] == [200] * 5 + [429]


def test_nobody_looks_through_a_link_without_end(strict: tuple[House, TestClient]) -> None:
    house, client = strict
    enrolled(house, client).tell(SESSION)
    secret = house.reviews.share(HR, SESSION, 1)
    assert [client.get(f"/shared/{secret}").status_code for _ in range(3)] == [200] * 3
    file = f"/shared/{secret}/files/video_files/a.mp4"
    assert [client.get(file).status_code for _ in range(3)] == [404, 404, 429]
    assert client.get(f"/shared/{secret}").status_code == 429


@pytest.mark.parametrize("path", ["/api/v1/sign-in", f"{PATH}/enrol", "/sign-in/sso"])
def test_nobody_guesses_without_end(strict: tuple[House, TestClient], path: str) -> None:
    _, client = strict
    statuses = []
    for number in range(4):
        if path == "/sign-in/sso":
            answer = client.get(path)
        elif path == "/api/v1/sign-in":
            answer = client.post(path, json={"login": f"user{number}", "password": "a guess"})
        else:
            answer = FakeStation(client).enrol("AAAA-AAAA-AAAA")
        statuses.append(answer.status_code)
    assert statuses[3] == 429
    assert 429 not in statuses[:3]
