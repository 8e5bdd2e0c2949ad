"""Messages that are wrong by accident or on purpose: refused in a sentence; what is taken can be shown."""

import json
import math
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from kiosk.wire.message import PATH
from server.house import House
from server.identity.roles import Role
from tests.server.booth import WALL, FakeStation, document, manifest, whole_document
from tests.server.conftest import token
from tests.server.test_every_endpoint import BODIES
from tests.trouble.counts import often

SESSION = "a" * 32
EXAMPLES = often(2000, usually=40)
HALF, NUL = "\ud800", "\x00"
LIMITS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXTS = st.sampled_from(
    ["", NUL, HALF, "x" * 300, "𝕏" * 70, "\u202e", "2026-02-30T10:00:00.000Z", "e" * 32, "-1"]
)
SCALARS = (
    st.none()
    | st.booleans()
    | TEXTS
    | st.integers(-(2**70), 2**70)
    | st.sampled_from([math.nan, math.inf, -math.inf, 1e308, -0.0, 2**31, 2**53, 2**63, 10**400])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.just("type"), inner, max_size=3),
    max_leaves=5,
)


def evidence() -> dict[str, Any]:
    """A document with everything that pages read, down to the single word."""
    told = whole_document(SESSION)
    word = {"text": "Because.", "start_s": 0.5, "end_s": 1.0}
    version = {"words": [word], "origin": "recognised", "language": "en", "engine": "x"}
    told["answers"][0]["transcript"] = {"versions": [version, version]}
    told["answers"][0] |= {"start_s": 1.0, "end_s": 3.0}
    sign = {"title": "Says why", "quote": {"text": "Because.", "start_s": 0.5}}
    criterion = {"criterion": "content", "title": "Content", "dimension": "technical", "level": 2}
    told["assessment"]["question_analysis"] = [
        {"question": "q1", "score": 50, "criteria": [criterion | {"evidence": [sign], "missing": ["More"]}]}
    ]
    told["assessment"]["advice"] = [{"question": "q1", "summary": "Good."}]
    return told


STATION: dict[str, Callable[[FakeStation], Any]] = {
    "POST /enrol": lambda _: {"code": "K7QF-2MXP-9RTD", "name": "Booth", "version": "1"},
    "POST /journal": lambda station: {"entries": [one.model_dump() for one in station.happen(2)]},
    f"PUT /sessions/{SESSION}": lambda _: evidence(),
    f"POST /sessions/{SESSION}/pieces/lacking": lambda _: {"sha256": ["e" * 64]},
    f"POST /sessions/{SESSION}/pieces/place": lambda _: {"sha256": "e" * 64, "length": 1},
    f"PUT /sessions/{SESSION}/files": lambda _: manifest([b"one", b"two"]),
    f"POST /orders/{'e' * 32}": lambda _: {"outcome": "done", "detail": "well"},
}


def places(message: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in a message: every value's path."""
    inner = (
        message.items()
        if isinstance(message, dict)
        else enumerate(message)
        if isinstance(message, list)
        else ()
    )
    return [here, *(place for key, value in inner for place in places(value, (*here, key)))]


def changed(message: Any, place: tuple[Any, ...], value: Any, how: str) -> Any:
    """The message with something else there, something more there, or without it."""
    if not place:
        return value
    copy = deepcopy(message)
    within = copy
    for key in place[:-1]:
        within = within[key]
    if how == "without":
        del within[place[-1]]
    elif how == "more" and isinstance(within[place[-1]], dict):
        within[place[-1]][str(value)[:80]] = value
    elif how == "more" and isinstance(within[place[-1]], list):
        within[place[-1]] += [*within[place[-1]], value]
    else:
        within[place[-1]] = value
    return copy


def spoilt(draw: st.DataObject, message: Any) -> Any:
    for _ in range(draw.draw(st.integers(1, 2))):
        place = draw.draw(st.sampled_from(places(message)))
        message = changed(
            message, place, draw.draw(VALUES), draw.draw(st.sampled_from(["other", "more", "without"]))
        )
    return message


def sent(station: FakeStation, method: str, path: str, body: bytes) -> Response:
    """Signed, whatever it is."""
    headers = station.headers(method, PATH + path, body) | {"Content-Type": "application/json"}
    return station.client.request(method, PATH + path, content=body, headers=headers)


def is_answered(answer: Response) -> None:
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        told = answer.json()
        assert told["success"] is False
        assert told["error"]
        assert 0 < len(told["detail"]) < 2000


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("what", STATION)
def test_no_message_of_a_station_makes_the_server_fail(
    either_house: House, either_station: FakeStation, what: str
) -> None:
    method, path = what.split()
    either_station.tell(SESSION)
    hr = token(either_house, *Role)

    @LIMITS
    @given(draw=st.data())
    def never_fails(draw: st.DataObject) -> None:
        message = spoilt(draw, STATION[what](either_station))
        answer = sent(either_station, method, path, json.dumps(message).encode())
        is_answered(answer)
        if answer.status_code == 200 and path == f"/sessions/{SESSION}":
            can_be_shown(either_station.client, hr)

    never_fails()


SHOWN = (
    f"/sessions/{SESSION}",
    f"/sessions/{SESSION}/transcript.txt",
    f"/sessions/{SESSION}/captions.vtt",
    f"/api/v1/sessions/{SESSION}",
    f"/api/interview/session/{SESSION}",
    f"/api/interview/analysis/{'c' * 32}",
    f"/api/interview/recording/{'c' * 32}",
    "/api/interviews/",
    "/interview_app/api/interview_sessions/",
    "/sessions",
    "/fairness",
)


def can_be_shown(client: Any, headers: dict[str, str]) -> None:
    """Whatever of a session was taken, people and programs see it."""
    for path in SHOWN:
        answer = client.get(path, headers=headers)
        assert answer.status_code in (200, 404), f"{path}: {answer.text}"


PEOPLE = {what: body for what, body in BODIES.items() if "/api/station/" not in what} | {
    "POST /api/v1/sign-in": {"login": "somebody", "password": "a password"},
    "POST /api/v1/users": {"login": "other", "name": "X", "roles": ["hr"]},
    "POST /api/v1/tokens": {"label": "x", "roles": ["hr"], "days": 1},
}


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("what", PEOPLE)
def test_no_message_of_a_person_makes_the_server_fail(
    either_house: House, either_client: TestClient, what: str
) -> None:
    method, path = what.split()
    headers = token(either_house, *Role) | {"Content-Type": "application/json"}
    for name in ("{user_id}", "{station_id}", "{session_id}"):
        path = path.replace(name, "e" * 32)

    @settings(LIMITS, max_examples=EXAMPLES // 4)
    @given(draw=st.data())
    def never_fails(draw: st.DataObject) -> None:
        body = json.dumps(spoilt(draw, PEOPLE[what])).encode()
        is_answered(
            either_client.request(method, path.replace("{name}", "Sam"), content=body, headers=headers)
        )

    never_fails()


DEEP = 100_000
BYTES = [
    b"",
    b"null",
    b"[",
    b"\xff\xfe",
    b"\x00",
    b"[" * DEEP,
    b'{"a":' * 900 + b"1" + b"}" * 900,
    b"[" * 400 + b"]" * 400,
    b"1" * 5000,
    b"NaN",
    b"1e999",
    b'"\\ud800"',
    b'{"\\ud800": 1}',
    b'{"\\u0000": 1}',
    b'{"' + b"k" * 100_000 + b'": 1}',
    '{"a": "é"}'.encode("latin-1"),
    '{"a": 1}'.encode("utf-16"),
    b'{"a": 1, "a": 2}',
]


@pytest.mark.parametrize("body", BYTES, ids=lambda body: repr(body[:12]))
def test_bytes_that_are_hardly_a_message_are_refused(either_station: FakeStation, body: bytes) -> None:
    for what in STATION:
        method, path = what.split()
        answer = sent(either_station, method, path, body)
        assert 400 <= answer.status_code < 500
        is_answered(answer)


def nested(depth: int) -> Any:
    value: Any = "a"
    for _ in range(depth):
        value = {"a": [value]}
    return value


@pytest.mark.parametrize("value", [nested(20), nested(200), math.nan, math.inf, HALF, {HALF: 1}, 2**80])
def test_what_cannot_be_kept_is_refused_wherever_it_stands(either_station: FakeStation, value: Any) -> None:
    for told in (
        document(SESSION, device_info={"a": value}),
        document(SESSION, network_quality=[{"a": value}]),
    ):
        answer = sent(either_station, "PUT", f"/sessions/{SESSION}", json.dumps(told).encode())
        assert (answer.status_code, answer.json()["error"]) == (400, "malformed")


def test_what_a_program_printed_is_kept_without_what_no_database_takes(
    either_station: FakeStation, either_house: House
) -> None:
    told = document(SESSION, device_info={"a\x00b": ["\x00"]}, summary="a\x00b")
    assert sent(either_station, "PUT", f"/sessions/{SESSION}", json.dumps(told).encode()).status_code == 200
    answer = either_station.client.get(f"/api/v1/sessions/{SESSION}", headers=token(either_house, Role.HR))
    found = answer.json()["session"]
    assert (found["summary"], found["device_info"]) == ("a\ufffdb", {"a\ufffdb": ["\ufffd"]})


def twice(part: str) -> dict[str, Any]:
    told = whole_document(SESSION)
    return told | {part: told[part] * 2}


@pytest.mark.parametrize("part", ["questions", "answers", "messages", "code", "issues"])
def test_a_part_that_is_there_twice_is_refused(either_station: FakeStation, part: str) -> None:
    answer = either_station.ask("PUT", f"/sessions/{SESSION}", twice(part))
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert part in answer.json()["detail"]


@pytest.mark.parametrize(
    "wall", ["2026-02-30T10:00:00.000Z", "2026-13-01T10:00:00.000Z", "0000-01-01T10:00:00.000Z"]
)
def test_a_day_that_never_was_is_refused(station: FakeStation, wall: str) -> None:
    assert station.tell(SESSION, created_wall=wall).status_code == 422


def test_more_words_than_an_index_takes_are_cut(either_house: House, either_station: FakeStation) -> None:
    """Words of letters that take three bytes each, and none twice."""
    text = " ".join(f"{chr(0x4E00 + one % 20_000)}{chr(0x4E00 + one // 7)}字字字" for one in range(33_000))
    told = whole_document(SESSION)
    told["answers"] = [told["answers"][0] | {"attempt": number, "text": text} for number in (1, 2, 3)]
    assert either_station.ask("PUT", f"/sessions/{SESSION}", told).status_code == 200


LIVE = {"time": WALL, "scene": "idle"}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "null",
        "[" * 2000,
        json.dumps(LIVE | {"free_bytes": 10**400}),
        json.dumps(LIVE | {"waiting_bytes": 2**64}),
        json.dumps(LIVE | {"level_dbfs": math.nan}),
        json.dumps(LIVE | {"version": NUL}),
        json.dumps(LIVE | {"version": HALF}),
        json.dumps(LIVE | {"time": "2026-02-30T10:00:00.000Z"}),
        json.dumps(LIVE | {"more": 1}),
    ],
)
def test_a_state_that_cannot_be_read_ends_the_line(either_station: FakeStation, said: str) -> None:
    client = either_station.client
    assert isinstance(client, TestClient)
    headers = either_station.headers("GET", f"{PATH}/live")
    with client.websocket_connect(f"{PATH}/live", headers=headers) as socket:
        socket.send_text(said)
        with pytest.raises(WebSocketDisconnect) as ended:
            socket.receive_json()
    assert (ended.value.code, ended.value.reason) == (1008, "invalid")


def test_a_form_with_what_no_database_takes_is_refused(
    either_house: House, either_client: TestClient
) -> None:
    headers = token(either_house, *Role) | {"Content-Type": "application/x-www-form-urlencoded"}
    for name in (b"reason=a%00b", b"rea%00son=a", b"reason=%ff%fe", b"reason=\xff"):
        answer = either_client.post(f"/sessions/{SESSION}/hold", content=name, headers=headers)
        assert 400 <= answer.status_code < 500
