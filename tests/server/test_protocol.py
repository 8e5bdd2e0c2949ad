"""What stations and server say to each other, on both databases."""

import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from starlette.testclient import TestClient

from kiosk.wire import signing
from kiosk.wire.message import PATH
from kiosk.wire.orders import Command, CommandKind
from server.house import House
from server.identity.roles import Person
from server.orders.service import give
from server.tables.stations import StationStatus
from tests.server.booth import FakeStation, manifest, sha256, whole_document
from tests.server.conftest import enrolled

SESSION = "a" * 32
TASK = Command(
    command=CommandKind.PAUSE, session_id=None, by="x", reason="", expires="2099-01-01T00:00:00.000Z"
)


# --- introducing ---------------------------------------------------------------------------
def test_a_station_is_introduced_once_by_a_code(either_house: House, either_client: TestClient) -> None:
    code = either_house.stations.new_code("test")
    first, second = FakeStation(either_client), FakeStation(either_client)
    known = first.enrol(code.lower().replace("-", " "))
    assert known.status_code == 200
    assert first.enrol(code).json()["station_id"] == known.json()["station_id"]
    refused = second.enrol(code)
    assert (refused.status_code, refused.json()["error"]) == (403, "code")
    assert second.ask("GET", "/journal").json()["error"] == "station_unknown"


def test_a_code_that_is_too_old_introduces_nobody(house: House, client: TestClient) -> None:
    refused = FakeStation(client).enrol(house.stations.new_code("test", hours=-1))
    assert (refused.status_code, refused.json()["error"]) == (403, "code")


def test_a_retired_station_is_not_known_any_more(house: House, station: FakeStation) -> None:
    (row,) = house.stations.stations()
    house.stations.set_status(Person("f" * 32, "Somebody", frozenset()), row.id, StationStatus.RETIRED)
    refused = station.ask("GET", "/orders")
    assert (refused.status_code, refused.json()["error"]) == (401, "station_unknown")


def test_the_server_signs_what_it_answers_for(house: House, client: TestClient) -> None:
    station = FakeStation(client)
    server_key = station.enrol(house.stations.new_code("test")).json()["server_key"]
    head = station.send(station.happen(3)).json()
    said, signature = signing.receipt_bytes(head), signing.from_text(head["signature"])
    Ed25519PublicKey.from_public_bytes(signing.from_text(server_key)).verify(signature, said)
    assert head["seq"] == 3


# --- who is speaking -----------------------------------------------------------------------
def test_a_request_counts_once(either_station: FakeStation) -> None:
    headers = either_station.headers("GET", f"{PATH}/journal")
    first = either_station.client.get(f"{PATH}/journal", headers=headers)
    again = either_station.client.get(f"{PATH}/journal", headers=headers)
    assert first.status_code == 200
    assert (again.status_code, again.json()["error"]) == (401, "replayed")


HEAD = [signing.KEY, signing.TIME, signing.NONCE, signing.DIGEST, signing.SIGNATURE]


@pytest.mark.parametrize("header", HEAD)
def test_whoever_changes_or_leaves_out_a_part_is_nobody(station: FakeStation, header: str) -> None:
    for value in ("", "x" * 32, "é", "0" * 64):
        headers = station.headers("GET", f"{PATH}/journal") | {header: value}
        raw = [(name.encode(), text.encode("latin-1")) for name, text in headers.items()]
        answer = station.client.get(f"{PATH}/journal", headers=raw)
        assert answer.status_code in (400, 401)


def test_a_body_that_was_not_signed_is_refused(station: FakeStation) -> None:
    headers = station.headers("POST", f"{PATH}/journal", b"{}") | {"Content-Type": "application/json"}
    answer = station.client.post(f"{PATH}/journal", content=b'{"entries": []}', headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (401, "signature")


def test_a_wrong_clock_is_told_the_right_time(station: FakeStation) -> None:
    station.clock_off_s = -3600
    answer = station.ask("GET", "/journal").json()
    assert answer["error"] == "clock"
    assert answer["facts"]["server_time"].startswith("20")


def test_a_skew_is_kept_and_nothing_is_rewritten(house: House, station: FakeStation) -> None:
    station.clock_off_s = 120
    assert station.ask("GET", "/journal").status_code == 200
    assert 118 <= house.stations.stations()[0].skew_s <= 122


# --- the journal ---------------------------------------------------------------------------
def test_entries_are_kept_in_order_and_once(either_station: FakeStation) -> None:
    entries = either_station.happen(10)
    assert either_station.send(entries[:4]).json()["seq"] == 4
    assert either_station.send(entries[2:7]).json()["seq"] == 7
    gap = either_station.send(entries[8:])
    assert (gap.status_code, gap.json()["error"], gap.json()["facts"]) == (409, "gap", {"expected_seq": 8})
    assert either_station.send(entries[7:]).json()["hash"] == entries[-1].hash
    assert either_station.ask("GET", "/journal").json()["seq"] == 10


def test_a_changed_entry_is_refused_and_staff_hear_of_it(house: House, station: FakeStation) -> None:
    entry = station.happen(1)[0]
    changed = entry.model_copy(update={"body": '{"x":1}'})
    assert station.send([changed]).json()["error"] == "chain"
    assert station.send([changed]).json()["error"] == "chain"
    (alert,) = house.live.alerts()
    assert alert.kind == "broken_chain"
    house.live.alert_seen("Sam", alert.id)
    station.send([changed])
    assert len(house.live.alerts()) == 1, "it goes on after somebody has looked"
    assert station.send([entry]).json()["seq"] == 1


def test_two_computers_with_one_key_are_stopped(either_house: House, either_station: FakeStation) -> None:
    either_station.send(either_station.happen(5))
    twin = FakeStation(either_station.client, either_station.key)
    twin.entries = list(either_station.entries[:4])
    fork = twin.send(twin.happen(1, body='{"other":1}'))
    assert (fork.status_code, fork.json()["error"]) == (409, "fork")
    for one in (either_station, twin):
        assert one.ask("GET", "/journal").json()["error"] == "frozen"
    assert [alert.kind for alert in either_house.live.alerts()] == ["fork"]
    row = either_house.stations.stations()[0]
    assert (row.status, row.journal_seq) == (StationStatus.FROZEN, 5)


def test_a_twin_that_writes_on_from_elsewhere_is_found_too(station: FakeStation) -> None:
    twin = FakeStation(station.client, station.key)
    twin.happen(2, body='{"other":1}')
    station.send(station.happen(2))
    assert twin.send(twin.happen(1)).json()["error"] == "fork"


# --- sessions ------------------------------------------------------------------------------
def test_the_newest_document_stays_whatever_the_order(either_station: FakeStation) -> None:
    assert either_station.tell(SESSION, 5, status="completed").json()["revision"] == 5
    assert either_station.tell(SESSION, 3, status="in_progress").json()["revision"] == 5
    assert either_station.tell(SESSION, 5, status="arrived").json()["revision"] == 5


def test_every_part_of_a_document_is_kept(either_house: House, either_station: FakeStation) -> None:
    for revision in (1, 2):
        answer = either_station.ask("PUT", f"/sessions/{SESSION}", whole_document(SESSION, revision))
        assert answer.status_code == 200, answer.text
    from server.identity.roles import Person, Role

    hr = Person("u", "Somebody", frozenset({Role.HR}))
    view = either_house.sessions.view(hr, SESSION)
    parts = (view.questions, view.answers, view.messages, view.code, view.issues)
    assert [len(part) for part in parts] == [1, 1, 1, 1, 1]
    assert view.recording is not None
    assert view.recording.gaps[0]["cause"] == "paused"
    assert view.assessment is not None
    assert view.assessment.cultural_fit_score is None
    assert view.candidate_name == "Candidate One"


def test_a_session_belongs_to_one_station(either_house: House, either_client: TestClient) -> None:
    one, other = (enrolled(either_house, either_client, name) for name in ("Booth 1", "Booth 2"))
    one.tell(SESSION)
    assert other.tell(SESSION, 9).json()["error"] == "taken"
    assert other.bring(SESSION, b"x").status_code == 404
    assert other.announce(SESSION, [b"x"]).status_code == 404
    assert other.ask("GET", f"/sessions/{SESSION}/receipt").status_code == 404


def test_an_erased_person_stays_erased(house: House, station: FakeStation) -> None:
    from server.identity.roles import Person, Role

    station.tell(SESSION)
    house.sessions.erase(Person("u", "Somebody", frozenset({Role.HR})), "c" * 32)
    late = station.tell(SESSION, 2)
    assert (late.status_code, late.json()["error"]) == (410, "erased")
    tasks = [order["task"]["kind"] for order in station.ask("GET", "/orders").json()["orders"]]
    assert tasks == ["erase"]


# --- files ---------------------------------------------------------------------------------
def wait_for_the_end(station: FakeStation, announced: dict[str, Any]) -> str:
    for _ in range(100):
        state = str(station.ask("PUT", f"/sessions/{SESSION}/files", announced).json()["state"])
        if state != "assembling":
            return state
        time.sleep(0.02)
    raise AssertionError("never assembled")


def test_pieces_become_one_file_and_a_receipt(either_station: FakeStation) -> None:
    pieces = [b"first", b"second", b"third"]
    either_station.tell(SESSION)
    either_station.bring(SESSION, pieces[1])
    names = [sha256(piece) for piece in pieces]
    path = f"/sessions/{SESSION}/pieces/lacking"
    assert either_station.ask("POST", path, {"sha256": names}).json()["sha256"] == [names[0], names[2]]
    waiting = either_station.announce(SESSION, pieces).json()
    assert (waiting["state"], waiting["lacking"]) == ("waiting", [names[0], names[2]])
    for piece in pieces:
        assert either_station.bring(SESSION, piece).status_code == 204
    assert wait_for_the_end(either_station, manifest(pieces)) == "kept"
    receipt = either_station.ask("GET", f"/sessions/{SESSION}/receipt").json()
    assert [file["sha256"] for file in receipt["files"]] == [sha256(b"".join(pieces))]
    assert receipt["anchored"] is False


def test_a_piece_that_is_not_what_it_is_named_is_refused(station: FakeStation) -> None:
    station.tell(SESSION)
    target = f"{PATH}/sessions/{SESSION}/pieces/{sha256(b'right')}"
    headers = station.headers("PUT", target, b"right")
    answer = station.client.put(target, content=b"wrong", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (422, "damaged")


def test_pieces_that_do_not_make_the_file_are_said_so(station: FakeStation) -> None:
    station.tell(SESSION)
    station.bring(SESSION, b"one")
    lie = manifest([b"one"]) | {"sha256": "0" * 64}
    assert wait_for_the_end(station, lie) == "failed"
    assert wait_for_the_end(station, lie | {"sha256": sha256(b"one")}) == "kept"


def test_a_piece_that_is_too_long_is_not_even_read(station: FakeStation) -> None:
    station.tell(SESSION)
    big = bytes((8 << 20) + 1)
    answer = station.bring(SESSION, big)
    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")


# --- orders --------------------------------------------------------------------------------
def test_an_order_is_told_until_it_is_reported(either_house: House, either_station: FakeStation) -> None:
    station_id = either_house.stations.stations()[0].id
    with either_house.database.write() as db:
        give(db, [station_id, station_id], TASK, "test")
    first, second = either_station.ask("GET", "/orders").json()["orders"]
    assert first["task"]["command"] == "pause"
    assert either_station.ask("POST", f"/orders/{first['id']}", {"outcome": "done"}).status_code == 204
    assert either_station.ask("POST", f"/orders/{first['id']}", {"outcome": "failed"}).status_code == 204
    assert [order["id"] for order in either_station.ask("GET", "/orders").json()["orders"]] == [second["id"]]
    assert either_house.orders.outcome(first["id"]).outcome == "done"


# --- live ----------------------------------------------------------------------------------
def test_a_station_is_seen_and_hears_of_orders_at_once(house: House, station: FakeStation) -> None:
    assert isinstance(station.client, TestClient)
    state = {"time": "2026-11-20T10:00:00.000Z", "scene": "in_progress", "recording": True}
    headers = station.headers("GET", f"{PATH}/live")
    with station.client.websocket_connect(f"{PATH}/live", headers=headers) as socket:
        socket.send_json(state)
        assert socket.receive_json()["orders"] == 0
        for _ in range(100):
            booth = house.live.booths()[0]
            if booth.connected:
                break
            time.sleep(0.05)
        assert booth.state is not None
        assert booth.state.recording
        with house.database.write() as db:
            give(
                db,
                [booth.station.id],
                Command(
                    command=CommandKind.END,
                    session_id=None,
                    by="x",
                    reason="",
                    expires="2099-01-01T00:00:00.000Z",
                ),
                "test",
            )
        socket.send_json(state)
        assert socket.receive_json()["orders"] == 1


@pytest.mark.parametrize("status", [StationStatus.FROZEN, StationStatus.RETIRED])
def test_a_line_ends_with_the_servers_trust(
    house: House, client: TestClient, station: FakeStation, status: StationStatus
) -> None:
    headers = station.headers("GET", f"{PATH}/live")
    (row,) = house.stations.stations()
    with client.websocket_connect(f"{PATH}/live", headers=headers) as socket:
        house.stations.set_status(Person("f" * 32, "Somebody", frozenset()), row.id, status)
        assert socket.receive()["type"] == "websocket.close"
    assert house.live.booths()[0].connected is False


def test_a_stranger_does_not_get_a_line(client: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    stranger = FakeStation(client)
    headers = stranger.headers("GET", f"{PATH}/live")
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"{PATH}/live", headers=headers):
        pass
