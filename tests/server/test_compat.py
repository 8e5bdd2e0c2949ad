"""The compatibility API: exact shapes, and the examples that conduct a whole interview."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from commands.analyst import judge
from kiosk.wire.message import PATH
from server.app import create_app
from server.house import House, build
from server.identity.roles import Person, Role
from server.invitations.service import Candidate
from server.times import label, later
from tests.server.booth import whole_document
from tests.server.conftest import SETTINGS, enrolled, token
from tests.server.running import listening

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
MP4 = b"\0\0\0\x0cftypisom" + bytes(range(256)) * 40
WEBM = b"\x1a\x45\xdf\xa3" + bytes(100)
SESSION = "a" * 32


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    built = build(SETTINGS, tmp_path / "server", judge)
    yield built
    built.close()


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    with TestClient(create_app(house)) as running:
        running.headers.update(token(house, Role.HR))
        yield running


def code(house: House, begins: float = -1, ends: float = 1) -> str:
    hr = Person("u", "Somebody", frozenset({Role.HR}))
    when = [label(datetime.now(UTC) + timedelta(days=days)) for days in (begins, ends)]
    return house.invitations.invite(hr, Candidate("Candidate One"), "general", (when[0], when[1])).code


def started(house: House, client: TestClient) -> str:
    answer = client.post("/api/interview/session/start", json={"interview_token": code(house)})
    assert answer.status_code == 200
    return str(answer.json()["session_id"])


def in_time(client: TestClient, path: str, ready: Any) -> dict[str, Any]:
    for _ in range(200):
        found: dict[str, Any] = client.get(path).json()
        if ready(found):
            return found
        time.sleep(0.02)
    raise AssertionError(found)


def chunk(client: TestClient, session: str, number: int, data: bytes, final: bool = False) -> Any:
    query: dict[str, str | int] = {"session_key": session, "chunk_number": number, "is_final": final}
    return client.post("/recording/upload_chunk/", params=query, content=data)


# --- conducting ----------------------------------------------------------------------------
def test_an_interview_is_conducted_from_start_to_analysis(house: House, client: TestClient) -> None:
    asked = {
        "interview_token": code(house),
        "recording_config": {"format": "webm", "quality": "SD", "audio": True, "video": False},
    }
    answer = client.post("/api/interview/session/start", json=asked).json()
    assert set(answer) == {"success", "session_id", "recording_started", "message"}
    session = answer["session_id"]
    question = {"text": "What is an index?", "type": "technical", "avatar": "kim", "keywords": ["tree"]}
    added = client.post(
        "/api/interview/question/add", json={"session_id": session, "question_data": question}
    )
    assert set(added.json()) == {"success", "question_id", "message"}
    said = {
        "text": "First, a tree. For example 20 steps, because it halves.",
        "duration": 9.5,
        "confidence": 0.9,
    }
    body = {"session_id": session, "question_id": added.json()["question_id"], "answer_data": said}
    given = client.post("/api/interview/answer/add", json=body).json()
    assert set(given) == {"success", "answer_id", "message"}
    ended = client.post("/api/interview/session/end", json={"session_id": session}).json()
    assert set(ended) == {"success", "message"}

    data = client.get(f"/api/interview/session/{session}").json()["session_data"]
    assert set(data) == {
        *("session_id", "candidate_id", "interview_token", "start_time", "end_time", "duration_seconds"),
        *("questions", "answers", "recording_file", "status", "technical_issues", "session_logs"),
    }
    assert data["answers"][0]["text"] == said["text"]
    assert [entry["event"] for entry in data["session_logs"]][:2] == ["session_started", "session_ended"]
    found = in_time(
        client,
        f"/api/interview/analysis/{data['candidate_id']}",
        lambda found: found["analysis"]["analysis_status"] == "completed",
    )
    assert set(found["analysis"]) == {
        *("technical_score", "communication_score", "problem_solving_score", "cultural_fit_score"),
        *("overall_score", "overall_feedback", "question_analysis", "analysis_status", "final_status"),
    }
    assert found["analysis"]["technical_score"] == 100.0
    assert found["analysis"]["cultural_fit_score"] is None
    assert found["analysis"]["final_status"] == "needs_review"


def test_who_chose_people_is_judged_by_no_software(house: House, client: TestClient) -> None:
    asked = {"interview_token": code(house), "scoring": "human_only"}
    session = client.post("/api/interview/session/start", json=asked).json()["session_id"]
    client.post(
        "/api/interview/question/add", json={"session_id": session, "question_data": {"text": "Why?"}}
    )
    client.post("/api/interview/session/end", json={"session_id": session})
    candidate = client.get(f"/api/interview/session/{session}").json()["session_data"]["candidate_id"]
    found = in_time(
        client,
        f"/api/interview/analysis/{candidate}",
        lambda found: found["analysis"]["analysis_status"] == "completed",
    )
    assert found["analysis"]["overall_score"] is None


def test_a_token_opens_one_interview_in_its_time(house: House, client: TestClient) -> None:
    def start(token: str) -> Any:
        answer = client.post("/api/interview/session/start", json={"interview_token": token}).json()
        return answer.get("error") or answer["session_id"]

    assert start("none") == "unknown"
    assert start(code(house, 1, 2)) == "not_yet"
    assert start(code(house, -2, -1)) == "expired"
    right = code(house)
    session = start(right)
    assert start(right) == session, "one that broke off is gone on with"
    client.post("/api/interview/session/end", json={"session_id": session})
    assert start(right) == "spent"


def test_a_session_that_is_over_takes_nothing_more(house: House, client: TestClient) -> None:
    session = started(house, client)
    for _ in range(2):
        assert client.post("/api/interview/session/end", json={"session_id": session}).status_code == 200
    body = {"session_id": session, "question_data": {"text": "Why?"}}
    answer = client.post("/api/interview/question/add", json=body)
    assert (answer.status_code, answer.json()["error"]) == (409, "over")


# --- recordings ----------------------------------------------------------------------------
def test_chunks_come_in_any_order_and_more_than_once(house: House, client: TestClient) -> None:
    session = started(house, client)
    assert client.post("/recording/start/", json={"session_key": session}).json()["session_key"] == session
    parts = [MP4[:4000], MP4[4000:8000], MP4[8000:]]
    assert chunk(client, session, 2, parts[2], final=True).json()["complete"] is False
    assert chunk(client, session, 0, parts[0]).status_code == 200
    assert chunk(client, session, 0, parts[0]).status_code == 200
    assert chunk(client, session, 0, b"other").json()["error"] == "chunk_differs"
    assert chunk(client, session, 3, b"more").json()["error"] == "final_differs"
    assert chunk(client, session, 1, parts[1]).json()["complete"] is True
    assert client.post("/recording/stop/", json={"session_key": session}).status_code == 200
    path = f"/interview_app/api/recording/{session}/"
    data = in_time(client, path, lambda found: found["success"])["data"]
    assert set(data) == {
        *("session_id", "candidate_name", "recording_url", "recording_created_at", "file_size", "file_name"),
    }
    assert client.get(data["recording_url"]).content == MP4
    assert data["file_name"].startswith(f"interview_{session}_20")
    candidate = client.get(f"/api/interview/session/{session}").json()["session_data"]["candidate_id"]
    info = client.get(f"/api/interview/recording/{candidate}").json()["recording_info"]
    assert set(info) == {
        *("recording_file", "recording_duration", "recording_size", "recording_format", "recording_quality"),
        *("recording_status", "session_id", "started_at", "completed_at"),
    }
    assert (info["recording_status"], info["recording_size"], info["recording_format"]) == (
        "completed",
        len(MP4),
        "mp4",
    )
    assert chunk(client, session, 1, parts[1]).json()["complete"] is True


def test_a_chunk_that_was_damaged_at_rest_makes_no_recording(house: House, client: TestClient) -> None:
    session = started(house, client)
    assert chunk(client, session, 1, MP4[4000:], final=True).json()["complete"] is False
    lying = house.blobs.spool.parent / "chunks" / session
    (kept,) = lying.iterdir()
    kept.write_bytes(bytes(len(MP4) - 4000))
    assert chunk(client, session, 0, MP4[:4000]).json()["complete"] is True
    candidate = client.get(f"/api/interview/session/{session}").json()["session_data"]["candidate_id"]
    path = f"/api/interview/recording/{candidate}"
    in_time(client, path, lambda found: found["recording_info"]["recording_status"] == "failed")
    assert chunk(client, session, 1, MP4[4000:], final=True).json()["complete"] is True
    in_time(client, path, lambda found: found["recording_info"]["recording_size"] == len(MP4))


def test_chunks_that_are_no_recording_are_said_to_have_failed(house: House, client: TestClient) -> None:
    session = started(house, client)
    chunk(client, session, 0, b"#!/bin/sh", final=True)
    candidate = client.get(f"/api/interview/session/{session}").json()["session_data"]["candidate_id"]
    path = f"/api/interview/recording/{candidate}"
    in_time(client, path, lambda found: found["recording_info"]["recording_status"] == "failed")


@pytest.mark.parametrize(
    ("data", "said", "error"),
    [
        (MP4, {}, None),
        (WEBM, {"filename": "a.webm"}, None),
        (b"MZ" + bytes(50), {}, "not_a_video"),
        (WEBM, {}, "type_differs"),
        (MP4, {"file_size": 5}, "size_differs"),
        (MP4, {"filename": "../a.mp4"}, "invalid"),
        (MP4, {"duration": "nan"}, "invalid"),
        (MP4, {"recorded_at": "yesterday"}, "invalid"),
    ],
)
def test_a_whole_recording_is_what_it_is_and_not_what_it_is_called(
    house: House, client: TestClient, data: bytes, said: dict[str, Any], error: str | None
) -> None:
    session = started(house, client)
    query: dict[str, str | int] = {
        "session_id": session,
        "duration": 5,
        "file_size": len(data),
        "recorded_at": later(),
        "filename": "a.mp4",
    }
    answer = client.post("/api/interview/recording/save", params=query | said, content=data).json()
    assert answer.get("error") == error
    if error is None:
        page = client.get(f"/ai-interview/results/{session}/")
        assert "<video data-main controls" in page.text


def test_a_player_gets_the_stretch_it_asks_for(house: House, client: TestClient) -> None:
    session = started(house, client)
    chunk(client, session, 0, MP4, final=True)
    path = f"/interview_app/api/recording/{session}/"
    address = in_time(client, path, lambda found: found["success"])["data"]["recording_url"]
    stretches = {"bytes=0-3": MP4[:4], "bytes=-5": MP4[-5:], "bytes=100-": MP4[100:], "bytes=4-7": MP4[4:8]}
    for asked, right in stretches.items():
        answer = client.get(address, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (206, right)
    assert client.get(address, headers={"Range": "bytes=999999-"}).status_code == 416
    assert client.get(address, headers={"Range": "lines=1-2"}).content == MP4


# --- lists and stations --------------------------------------------------------------------
def test_lists_tell_of_recordings(house: House, client: TestClient) -> None:
    started(house, client)
    line = client.get("/api/interviews/").json()["interviews"][0]
    assert {"recording_video", "recording_created_at", "overall_score"} <= set(line["ai_result"])
    assert client.get("/interview_app/api/interview_sessions/").json()["data"][0]["recording_url"] is None


def test_recording_is_started_and_stopped_on_the_station(house: House, client: TestClient) -> None:
    station = enrolled(house, client)
    station.tell(SESSION)
    path = f"/ai-interview/api/stop-recording/{SESSION}/"
    absent = client.post(path)
    assert (absent.status_code, absent.json()["error"]) == (409, "not_connected")
    headers = station.headers("GET", f"{PATH}/live")
    with client.websocket_connect(f"{PATH}/live", headers=headers) as socket:
        socket.send_json({"time": later(), "scene": "in_progress", "session_id": SESSION})
        for _ in range(100):
            if house.live.booths()[0].connected:
                break
            time.sleep(0.05)
        assert client.post(path).json()["success"]
        (order,) = station.ask("GET", "/orders").json()["orders"]
    assert (order["task"]["command"], order["task"]["session_id"]) == ("stop_recording", SESSION)


def test_a_results_page_shows_what_a_candidate_wrote_and_runs_nothing_of_it(
    house: House, client: TestClient
) -> None:
    station = enrolled(house, client)
    told = whole_document(SESSION)
    told["answers"][0]["text"] = "<script>alert(1)</script>"
    station.ask("PUT", f"/sessions/{SESSION}", told)
    page = client.get(f"/ai-interview/results/{SESSION}/").text
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert "70 of 100" in page


def test_a_session_of_a_station_is_conducted_by_nobody_else(house: House, client: TestClient) -> None:
    enrolled(house, client).tell(SESSION)
    body = {"session_id": SESSION, "question_data": {"text": "Why?"}}
    assert client.post("/api/interview/question/add", json=body).json()["error"] == "station"


# --- examples ------------------------------------------------------------------------------
@pytest.mark.parametrize("program", [[sys.executable, "interview.py"], ["node", "interview.mjs"]])
def test_the_examples_conduct_a_whole_interview(house: House, tmp_path: Path, program: list[str]) -> None:
    recording = tmp_path / "recording.mp4"
    recording.write_bytes(MP4)
    secret = token(house, Role.HR)["Authorization"].removeprefix("Bearer ")
    with listening(house) as address:
        done = subprocess.run(
            [program[0], str(EXAMPLES / program[1]), address, secret, code(house), str(recording)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["analysis"]["overall_score"] is not None
    assert told["recording"]["recording_size"] == len(MP4)


def test_an_example_says_what_the_server_refused(house: House, tmp_path: Path) -> None:
    with listening(house) as address:
        done = subprocess.run(
            [sys.executable, str(EXAMPLES / "interview.py"), address, "ikt_wrong", "x", __file__],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "token is not known" in done.stderr
