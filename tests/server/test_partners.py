"""Assessments that other programs order, and telling them: with a real receiver on loopback."""

import base64
import hashlib
import hmac
import json
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import update
from starlette.testclient import TestClient

from server.errors import InvalidError
from server.house import House
from server.identity.roles import Role
from server.partners.addresses import is_public, target_of
from server.partners.service import ATTEMPTS, AssessmentOrders, wait_s
from server.partners.webhooks import Notice, tell
from server.signing import ServerKey
from server.tables.partners import AssessmentOrderRow, Outcome
from tests.server.booth import FakeStation, whole_document
from tests.server.conftest import enrolled, token
from tests.server.receiver import Receiver, receiving

S = "5" * 32
ORDERS = "/api/v1/assessment-orders"
ENDED = {"status": "completed", "analysis_status": "completed"}


def wanted(callback_url: str = "", **more: str) -> dict[str, str]:
    return {
        "reference": "requisition 7, application 12",
        "candidate_reference": "application 12",
        "candidate_name": "Candidate 1",
        "pack_id": "general",
        "valid_from": "2026-01-01T00:00:00.000Z",
        "valid_until": "2099-01-01T00:00:00.000Z",
        "callback_url": callback_url,
        **more,
    }


def ordered(client: TestClient, headers: dict[str, str], **more: str) -> dict[str, Any]:
    answer = client.post(ORDERS, json=wanted(**more), headers=headers)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def interviewed(station: FakeStation, order: dict[str, Any], **more: Any) -> None:
    told = whole_document(S) | {
        "candidate_id": order["candidate_id"],
        "invitation_id": order["invitation_id"],
    }
    answer = station.ask("PUT", f"/sessions/{S}", told | more)
    assert answer.status_code == 200, answer.text


def state(client: TestClient, headers: dict[str, str], order_id: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{ORDERS}/{order_id}", headers=headers).json()
    return found


def tell_all(house: House) -> list[str]:
    due = house.assessment_orders.due()
    for order_id in due:
        house.assessment_orders.tell(order_id)
    return due


def make_due(house: House) -> None:
    with house.database.write() as db:
        db.execute(update(AssessmentOrderRow).values(due_wall="2000-01-01T00:00:00.000Z"))


def test_an_order_is_an_invitation_until_its_interview_has_a_result(
    either_house: House, either_client: TestClient
) -> None:
    client, headers = either_client, token(either_house, Role.HR)
    station = enrolled(either_house, client)
    order = ordered(client, headers)
    assert order["code"]
    assert state(client, headers, order["id"])["order"]["state"] == "invited"
    interviewed(station, order, status="in_progress", analysis_status="pending")
    assert state(client, headers, order["id"])["result"] is None
    interviewed(station, order, revision=2)
    seen = state(client, headers, order["id"])
    assert seen["order"]["state"] == "completed"
    assert seen["result"]["overall_score"] == 70
    assert seen["result"]["cultural_fit_score"] is None
    assert seen["result"]["link"] == f"/ai-interview/results/{S}/"
    assert [one["id"] for one in client.get(ORDERS, headers=headers).json()["orders"]] == [order["id"]]


def test_hr_sees_how_far_every_order_is(house: House, client: TestClient, station: FakeStation) -> None:
    headers = token(house, Role.HR)
    first, second = ordered(client, headers), ordered(client, headers, reference="another")
    interviewed(station, first)
    text = client.get("/orders", headers=headers | {"Accept": "text/html"}).text
    assert text.index("another") < text.index("requisition 7, application 12")
    assert f"/sessions/{S}" in text
    assert "Invited" in text
    assert second["id"] not in text
    assert client.get("/orders", headers=token(house, Role.PROCTOR)).status_code == 403


def test_a_reference_is_ordered_once_while_it_is_open(house: House, client: TestClient) -> None:
    headers = token(house, Role.HR)
    order = ordered(client, headers)
    again = client.post(ORDERS, json=wanted(), headers=headers)
    assert (again.status_code, again.json()["facts"]["order_id"]) == (409, order["id"])
    assert client.delete(f"{ORDERS}/{order['id']}", headers=headers).status_code == 200
    assert state(client, headers, order["id"])["order"]["state"] == "withdrawn"
    ordered(client, headers)


def test_the_end_is_told_once_and_signed(house: House, client: TestClient, station: FakeStation) -> None:
    headers = token(house, Role.HR)
    with receiving() as receiver:
        order = ordered(client, headers, callback_url=f"{receiver.address}/told?by=kiosk")
        interviewed(station, order, status="in_progress", analysis_status="pending")
        assert tell_all(house) == []
        interviewed(station, order, revision=2)
        assert tell_all(house) == [order["id"]]
        assert tell_all(house) == []
    (came,) = receiver.received
    assert (came.method, came.path) == ("POST", "/told?by=kiosk")
    assert came.message["result"]["session_id"] == S
    secret = base64.b64decode(order["webhook_secret"].removeprefix("whsec_"))
    signed = f"{came.headers['webhook-id']}.{came.headers['webhook-timestamp']}.".encode() + came.body
    right = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    assert came.headers["webhook-signature"] == f"v1,{right}"
    assert came.headers["webhook-id"] == order["id"]
    seen = state(client, headers, order["id"])["order"]
    assert (seen["delivery"], seen["delivery_outcome"]) == ("delivered", "delivered")


def told(house: House, client: TestClient, station: FakeStation, receiver: Receiver) -> dict[str, Any]:
    headers = token(house, Role.HR)
    order = ordered(client, headers, callback_url=receiver.address)
    interviewed(station, order)
    for _ in range(ATTEMPTS + 1):
        tell_all(house)
        make_due(house)
    order_seen: dict[str, Any] = state(client, headers, order["id"])["order"]
    return order_seen


def test_a_busy_receiver_is_told_again(house: House, client: TestClient, station: FakeStation) -> None:
    with receiving(503, 429, 200) as receiver:
        seen = told(house, client, station, receiver)
    assert (seen["delivery"], seen["delivery_attempts"]) == ("delivered", 3)
    assert len({came.headers["webhook-id"] for came in receiver.received}) == 1


def test_a_receiver_that_stays_busy_is_given_up(
    house: House, client: TestClient, station: FakeStation
) -> None:
    with receiving(500) as receiver:
        seen = told(house, client, station, receiver)
    assert (seen["delivery"], seen["delivery_outcome"]) == ("given_up", "busy")
    assert len(receiver.received) == ATTEMPTS


def test_a_redirect_is_not_followed(house: House, client: TestClient, station: FakeStation) -> None:
    with receiving() as elsewhere, receiving(307, Location=elsewhere.address) as receiver:
        seen = told(house, client, station, receiver)
    assert (seen["delivery"], seen["delivery_outcome"]) == ("given_up", "redirected")
    assert (len(receiver.received), elsewhere.received) == (1, [])


def test_what_refuses_is_not_asked_again(house: House, client: TestClient, station: FakeStation) -> None:
    with receiving(404) as receiver:
        seen = told(house, client, station, receiver)
    assert (seen["delivery_outcome"], len(receiver.received)) == ("refused", 1)


def test_between_attempts_a_receiver_is_left_alone(
    house: House, client: TestClient, station: FakeStation
) -> None:
    with receiving(503) as receiver:
        interviewed(station, ordered(client, token(house, Role.HR), callback_url=receiver.address))
        tell_all(house)
        assert tell_all(house) == []
    assert all(0.8 * 6 * 3600 <= wait_s(many) <= 1.2 * 6 * 3600 for many in (10, 100))
    assert 48 <= wait_s(1) <= 72


def test_whoever_is_erased_is_ordered_no_more(house: House, client: TestClient, station: FakeStation) -> None:
    headers = token(house, Role.HR)
    with receiving() as receiver:
        order = ordered(client, headers, callback_url=receiver.address)
        interviewed(station, order)
        assert (
            client.delete(f"/api/v1/candidates/{order['candidate_id']}", headers=headers).status_code == 200
        )
        assert tell_all(house) == []
        house.assessment_orders.tell(order["id"])
    assert receiver.received == []
    assert client.get(f"{ORDERS}/{order['id']}", headers=headers).status_code == 404


# --- where a notice may go -------------------------------------------------------------------
@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "http://127.0.0.1:8765/",
        "ftp://example.com/",
        "https://somebody@example.com/",
        "https://example.com/#part",
        "https://example.com:99999/",
        "https://",
        "https://[::1",
        "https://exam ple.com/",
        "file:///etc/passwd",
        "//example.com",
    ],
)
def test_a_callback_address_is_https_and_nothing_else(url: str) -> None:
    with pytest.raises(InvalidError):
        target_of(url, trying_out=False)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("::1", "::", "fe80::1", "fd00::1", "ff0e::1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
        *("::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:a00:1::"),
        *("::10.0.0.1", "::7f00:1", "5f00::1"),
    ],
)
def test_what_only_the_server_can_reach_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


def test_public_addresses_are_public() -> None:
    assert is_public(ip_address("8.8.8.8"))
    assert is_public(ip_address("2606:4700::1"))


def test_a_server_in_production_tells_nobody_beside_it(
    house: House, client: TestClient, station: FakeStation, tmp_path: Path
) -> None:
    with receiving() as receiver:
        order = ordered(client, token(house, Role.HR), callback_url=receiver.address)
        interviewed(station, order)
        key = ServerKey.load_or_create(tmp_path / "server")
        AssessmentOrders(house.database, key, "https://kiosk.example").tell(order["id"])
        notice = Notice("n", receiver.address.replace("http", "https"), "POST", {})
        assert tell(notice, b"", 0, trying_out=False) is Outcome.FORBIDDEN_ADDRESS
        assert tell(replace(notice, url=receiver.address), b"", 0, trying_out=True) is Outcome.DELIVERED
    assert len(receiver.received) == 1


def certificate(name: str, folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate that nobody but itself vouches for, and a server's side with it."""
    key, subject = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    began = datetime.now(UTC) - timedelta(hours=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + key.private_bytes(*plain))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return file, context


@pytest.mark.parametrize(
    ("name", "outcome"), [("localhost", Outcome.DELIVERED), ("elsewhere.example", Outcome.UNREACHABLE)]
)
def test_a_certificate_must_be_the_names(
    name: str, outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, context = certificate(name, tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with receiving(tls=context) as receiver:
        assert tell(Notice("n", receiver.address, "POST", {}), b"", 0, trying_out=True) is outcome


def test_nobody_there_is_an_outcome() -> None:
    with receiving() as receiver:
        pass
    assert tell(Notice("n", receiver.address, "POST", {}), b"", 0, trying_out=True) is Outcome.UNREACHABLE


# --- partners --------------------------------------------------------------------------------
def test_a_partner_like_greenhouse_is_nudged_and_asks(
    house: House, client: TestClient, station: FakeStation
) -> None:
    bearer = token(house, Role.HR)["Authorization"].removeprefix("Bearer ")
    basic = {"Authorization": "Basic " + base64.b64encode(f"{bearer}:".encode()).decode()}
    base = "/api/partners/greenhouse"
    assert client.get(f"{base}/list_tests", headers=basic).json() == []
    with receiving() as receiver:
        asked = {
            "partner_test_id": "general",
            "candidate": {"first_name": "Candidate", "last_name": "1", "email": "not kept"},
            "url": f"{receiver.address}/take_home_tests/12",
        }
        sent = client.post(f"{base}/send_test", json=asked, headers=basic).json()
        again = client.post(f"{base}/send_test", json=asked, headers=basic).json()
        assert again == {"partner_interview_id": sent["partner_interview_id"]}
        status = {"partner_interview_id": sent["partner_interview_id"]}
        seen = client.get(f"{base}/test_status", params=status, headers=basic).json()
        assert (seen["partner_status"], seen["partner_score"]) == ("invited", None)
        interviewed(station, state(client, basic, sent["partner_interview_id"])["order"] | {})
        order = state(client, basic, sent["partner_interview_id"])["order"]
        tell_all(house)
        seen = client.get(f"{base}/test_status", params=status, headers=basic).json()
    assert order["state"] == "completed"
    assert (seen["partner_status"], seen["partner_score"]) == ("complete", 70)
    (came,) = receiver.received
    assert (came.method, came.path) == ("PATCH", "/take_home_tests/12")
    assert "partner_score" not in came.message


def test_a_partner_like_ashby_is_sent_the_result(
    house: House, client: TestClient, station: FakeStation
) -> None:
    headers, base = token(house, Role.HR), "/api/partners/ashby"
    assert client.post(f"{base}/assessment.list", headers=headers).json()["results"] == []
    with receiving() as receiver:
        asked = {"assessment_type_id": "general", "candidate": {"ashby_id": "a1", "first_name": "Candidate"}}
        address = f"{base}/assessment.start"
        started = client.post(
            address, params={"callback_url": receiver.address}, json=asked, headers=headers
        ).json()["results"]
        assert started["invitation_code"]
        interviewed(station, state(client, headers, started["assessment_id"])["order"])
        tell_all(house)
    (came,) = receiver.received
    assert came.message["assessment_status"] == "completed"
    scores = {one["identifier"]: one["value"] for one in came.message["assessment_result"]}
    assert scores == {"overall_score": 70, "technical_score": 70}
    cancelled = client.post(
        f"{base}/assessment.cancel", json={"assessment_id": started["assessment_id"]}, headers=headers
    )
    assert cancelled.json()["success"] is True


def test_what_is_no_basic_authentication_lets_nobody_in(client: TestClient) -> None:
    for said in ("Basic", "Basic ???", "Basic " + base64.b64encode(b"\xff:").decode()):
        assert client.get(ORDERS, headers={"Authorization": said}).status_code == 401
    assert json.loads(client.get(ORDERS).text)["error"] == "signed_out"
