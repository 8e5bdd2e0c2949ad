"""Every endpoint, with every role and with ids that are not one's own; new ones are found by themselves."""

import json
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from server.access.forms import FORM
from server.house import House
from server.identity.roles import MAY, Role
from tests.server.booth import WALL, FakeStation, document, manifest
from tests.server.conftest import enrolled, token
from tests.server.routes import Endpoint, endpoints

PUBLIC = {
    "GET /healthz",
    "POST /api/v1/sign-in",
    "GET /sign-in",
    "GET /sign-in/sso",
    "GET /sign-in/sso/back",
    "POST /sign-in",
    "POST /language",
    "GET /static/{name}",
    "GET /shared/{secret}",
    "GET /shared/{secret}/files/{folder}/{name}",
}
"""What anybody may ask. Think twice before a line is added."""

E = "e" * 32
BODIES: dict[str, object] = {
    "PATCH /api/v1/users/{user_id}": {"name": "X"},
    "PUT /api/v1/users/{user_id}/password": {"password": "long enough"},
    "PUT /api/v1/stations/{station_id}/status": {"status": "retired"},
    "POST /api/v1/stations/{station_id}/commands": {"command": "pause"},
    "PUT /api/v1/staff/{name}": {"pin": "123456"},
    "POST /api/v1/sessions/{session_id}/decision": {"final_status": "passed", "reason": "good"},
    "PUT /api/v1/sessions/{session_id}/reviewers/{user_id}": {"until_wall": WALL},
    "POST /api/station/v1/sessions/{session_id}/pieces/lacking": {"sha256": []},
    "POST /api/station/v1/sessions/{session_id}/pieces/place": {"sha256": 64 * "e", "length": 1},
    "POST /api/station/v1/sessions/{session_id}/pieces/brought": {"sha256": 64 * "e", "length": 1},
    "PUT /api/station/v1/sessions/{session_id}/files": manifest([b"x"]),
    "PUT /api/station/v1/sessions/{session_id}": document(E),
    "POST /api/station/v1/orders/{order_id}": {"outcome": "done"},
    "POST /api/interview/question/add": {"session_id": E, "question_data": {"text": "Why?"}},
    "POST /api/interview/answer/add": {"session_id": E, "question_id": "q1", "answer_data": {}},
    "POST /api/interview/session/start": {"interview_token": "none"},
    "POST /api/interview/session/end": {"session_id": E},
    "POST /api/partners/ashby/assessment.cancel": {"assessment_id": E},
    "POST /recording/start/": {"session_key": E},
    "POST /recording/stop/": {"session_key": E},
}
"""Acceptable bodies, so that only the id is what is wrong."""

FORMS: dict[str, dict[str, str]] = {
    "POST /booths/{station_id}/commands": {"command": "pause"},
    "POST /booths/{station_id}/status": {"status": "frozen"},
    "POST /sessions/{session_id}/notes": {"text": "Well said"},
    "POST /sessions/{session_id}/ratings": {"question_id": "q1", "level:as_a_whole": "3"},
    "POST /sessions/{session_id}/decision": {"final_status": "passed", "reason": "good"},
    "POST /sessions/{session_id}/reviewers": {"user_id": E},
    "POST /sessions/{session_id}/hold": {"reason": "a question"},
    "POST /candidates/{candidate_id}/erase": {"confirm": "erase"},
    "POST /people/{user_id}": {"name": "X"},
    "POST /people/{user_id}/password": {"password": "long enough"},
}
"""The same for pages."""

QUERIES = {
    "POST /recording/upload_chunk/": {"session_key": E, "chunk_number": "0"},
    "POST /api/interview/recording/save": {
        "session_id": E,
        "duration": "1",
        "file_size": "12",
        "recorded_at": WALL,
        "filename": "a.mp4",
    },
    "GET /api/partners/greenhouse/test_status": {"partner_interview_id": E},
}
MP4 = b"\0\0\0\x0cftypisom"

MAKES_WHAT_IT_NAMES = {
    "PUT /api/v1/staff/{name}",
    "PUT /api/station/v1/sessions/{session_id}",
}
"""Here an id that nobody has is not foreign but new."""


EVERY = endpoints()


def test_every_endpoint_says_who_may_ask() -> None:
    open_to_all = {str(one) for one in EVERY if one.permission is None and not one.signed}
    assert open_to_all == PUBLIC
    assert len(EVERY) > 40


def test_nobody_is_let_in_without_saying_who_they_are(client: TestClient) -> None:
    for one in EVERY:
        if str(one) not in PUBLIC:
            answer = client.request(one.method, one.address(), json=BODIES.get(str(one)))
            assert answer.status_code == 401, str(one)
            assert answer.json()["success"] is False


def test_a_role_does_what_it_may(house: House, client: TestClient) -> None:
    for role in Role:
        headers = token(house, role)
        for one in EVERY:
            if one.permission is not None:
                answer = client.request(one.method, one.address(), json=BODIES.get(str(one)), headers=headers)
                allowed = one.permission in MAY[role]
                assert (answer.status_code != 403) == allowed, f"{role}: {one}: {answer.status_code}"


def test_a_person_is_no_station_and_a_station_no_person(
    house: House, client: TestClient, station: FakeStation
) -> None:
    headers = token(house, *Role)
    for one in EVERY:
        if one.signed:
            assert client.request(one.method, one.address(), headers=headers).status_code in (400, 401)
        elif one.permission is not None:
            signed = station.headers(one.method, one.address())
            assert client.request(one.method, one.address(), headers=signed).status_code == 401, str(one)


def names_something(one: Endpoint) -> bool:
    """Whether an endpoint is about something that has to be there, by its path, body or query."""
    said = str(BODIES.get(str(one), "")) + str(QUERIES.get(str(one), ""))
    named = bool(one.ids) or "'session_" in said or "_token" in said
    return named and one.permission is not None and str(one) not in MAKES_WHAT_IT_NAMES


def test_an_id_that_is_not_ones_own_is_not_there(house: House, client: TestClient) -> None:
    headers = token(house, *Role) | {"Content-Type": "application/json"}
    for one in filter(names_something, EVERY):
        query, body = QUERIES.get(str(one)), json.dumps(BODIES.get(str(one))).encode()
        content = MP4 if query else body
        if form := FORMS.get(str(one)):
            content, headers["Content-Type"] = urlencode(form).encode(), FORM
        answer = client.request(one.method, one.address(), params=query, headers=headers, content=content)
        headers["Content-Type"] = "application/json"
        assert answer.status_code == 404, f"{one}: {answer.status_code} {answer.text}"


def test_what_belongs_to_one_station_is_not_there_for_another(house: House, client: TestClient) -> None:
    owner, other = (enrolled(house, client, name) for name in ("Owner", "Other"))
    owner.tell(E)
    for one in EVERY:
        if one.signed and one.ids and str(one) not in MAKES_WHAT_IT_NAMES:
            path = one.address(session_id=E).removeprefix("/api/station/v1")
            raw = b"x" if "pieces/{sha256}" in one.path else None
            if raw is not None:
                path = path.replace(
                    "e" * 64, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
                )
            answer = other.ask(one.method, path, BODIES.get(str(one)), raw)
            assert answer.status_code == 404, f"{one}: {answer.status_code} {answer.text}"


def test_a_reviewer_sees_what_they_were_asked(house: House, client: TestClient, station: FakeStation) -> None:
    station.tell(E)
    hr, reviewer = token(house, Role.HR), token(house, Role.REVIEWER)
    me = client.get("/api/v1/me", headers=reviewer).json()["id"]
    seen = f"/api/v1/sessions/{E}"
    assert client.get(seen, headers=reviewer).status_code == 404
    assert client.get("/api/v1/sessions", headers=reviewer).json()["sessions"] == []
    client.put(f"{seen}/reviewers/{me}", json={}, headers=hr)
    assert client.get(seen, headers=reviewer).json()["session"]["candidate_name"] == "Candidate One"
    client.put(f"{seen}/reviewers/{me}", json={"until_wall": WALL.replace("2026", "2020")}, headers=hr)
    assert client.get(seen, headers=reviewer).status_code == 404


def test_every_look_is_written_down(house: House, client: TestClient, station: FakeStation) -> None:
    station.tell(E)
    headers = token(house, Role.HR)
    client.get(f"/api/v1/sessions/{E}", headers=headers)
    actions = [row.action for row in house.audit.entries(subject=E)]
    assert actions == ["session_seen"]


def test_a_data_folder_is_for_the_servers_user_alone(house: House, tmp_path: Path) -> None:
    assert house.blobs.spool.stat().st_mode & 0o077 == 0
    assert (tmp_path / "server/server.key").stat().st_mode & 0o077 == 0
