"""Single sign-on, with a real provider on loopback."""

import hmac
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx2 import Response
from joserfc.jwk import ECKey
from pydantic import SecretStr, ValidationError
from starlette.testclient import TestClient

from kiosk.wire.signing import to_text
from server.app import create_app
from server.house import House, build
from server.identity.roles import Role
from server.settings import ServerSettings
from tests.server.conftest import SETTINGS
from tests.server.oidc_provider import CLIENT, SECRET, Provider, provider_running

SITE = "http://testserver"
EMAIL = {"email": "Somebody@example.com", "email_verified": True}


@pytest.fixture
def provider() -> Iterator[Provider]:
    """Give a provider that tells the truth."""
    with provider_running() as running:
        yield running


@pytest.fixture
def sso_house(migrated: Path, tmp_path: Path, provider: Provider) -> Iterator[House]:
    """Give a server's services that know the provider, and one account for single sign-on."""
    shutil.copytree(migrated, tmp_path / "server")
    given = {
        "public_url": SITE,
        "oidc_issuer": provider.issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SecretStr(SECRET),
    }
    built = build(SETTINGS.model_copy(update=given), tmp_path / "server")
    built.access.add_user("test", "somebody@example.com", "Somebody", frozenset({Role.HR}), None)
    yield built
    built.close()


@pytest.fixture
def browser(sso_house: House) -> TestClient:
    """Give a browser that does what it is told, one step at a time."""
    return TestClient(create_app(sso_house), follow_redirects=False)


def came_back(browser: TestClient, provider: Provider) -> Response:
    begun = browser.get("/sign-in/sso")
    assert begun.status_code == 303, begun.text
    return browser.get(provider.sign_in(begun.headers["location"]))


def me(browser: TestClient) -> Any:
    return browser.get("/api/v1/me").json().get("name")


def test_somebody_signs_in_and_is_known_by_subject_from_then_on(
    browser: TestClient, provider: Provider
) -> None:
    provider.claims |= EMAIL
    assert came_back(browser, provider).status_code == 200
    assert me(browser) == "Somebody"
    browser.cookies.clear()
    provider.claims = {"sub": "u1"}
    assert came_back(browser, provider).status_code == 200
    assert me(browser) == "Somebody"


@pytest.mark.parametrize(
    "lies",
    [
        {"aud": "another"},
        {"aud": [CLIENT, "another"]},
        {"iss": "https://elsewhere.example"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"sub": None},
        {"iat": 2**40},
    ],
    ids=str,
)
def test_a_token_for_somebody_or_something_else_is_refused(
    browser: TestClient, provider: Provider, lies: dict[str, Any]
) -> None:
    provider.claims |= EMAIL
    provider.lies = lies
    answer = came_back(browser, provider)
    assert (answer.status_code, answer.json()["error"]) == (401, "sso_refused")
    assert me(browser) is None


@pytest.mark.parametrize(
    ("claim", "off_s", "status"),
    [
        ("exp", -30, 200),
        ("exp", -90, 401),
        ("iat", 30, 200),
        ("iat", 90, 401),
        ("nbf", 30, 200),
        ("nbf", 90, 401),
    ],
)
def test_a_providers_clock_may_be_off_by_a_minute_and_no_more(
    browser: TestClient, provider: Provider, claim: str, off_s: int, status: int
) -> None:
    provider.claims |= EMAIL
    provider.lies = {claim: int(time.time()) + off_s}
    assert came_back(browser, provider).status_code == status


def test_a_token_without_an_end_is_refused(browser: TestClient, provider: Provider) -> None:
    provider.claims |= EMAIL
    provider.lies = {"exp": None}
    assert came_back(browser, provider).json()["error"] == "sso_refused"


def test_a_token_for_several_says_for_whom_it_was_made(browser: TestClient, provider: Provider) -> None:
    provider.claims |= EMAIL
    provider.lies = {"aud": [CLIENT, "another"], "azp": "another"}
    assert came_back(browser, provider).json()["error"] == "sso_refused"
    provider.lies = {"aud": [CLIENT, "another"], "azp": CLIENT}
    assert came_back(browser, provider).status_code == 200


def test_a_token_is_good_for_the_attempt_that_it_was_made_for(
    browser: TestClient, provider: Provider
) -> None:
    provider.claims |= EMAIL
    assert came_back(browser, provider).status_code == 200
    browser.cookies.clear()
    (provider.replays,) = provider.given
    assert came_back(browser, provider).json()["error"] == "sso_refused"
    assert me(browser) is None
    provider.replays = ""
    assert came_back(browser, provider).status_code == 200


def forged(token: str, algorithm: str, secret: bytes) -> str:
    """The same claims, signed with what everybody knows, or with nothing."""
    header = to_text(json.dumps({"alg": algorithm, "kid": "k1"}).encode())
    said = f"{header}.{token.split('.')[1]}"
    return f"{said}.{to_text(hmac.digest(secret, said.encode(), 'sha256')) if secret else ''}"


@pytest.mark.parametrize("with_", ["nothing", "the client's secret", "the public key"])
def test_a_token_that_the_provider_did_not_sign_is_refused(
    browser: TestClient, provider: Provider, with_: str
) -> None:
    provider.claims |= EMAIL
    begun = browser.get("/sign-in/sso").headers["location"]
    (asked,) = parse_qs(urlsplit(begun).query)["nonce"]
    now = int(time.time())
    claims = {"iss": provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked}
    token = f".{to_text(json.dumps(claims | provider.claims).encode())}."
    secrets = {
        "nothing": b"",
        "the client's secret": SECRET.encode(),
        "the public key": provider.key.as_pem(private=False),
    }
    provider.replays = forged(token, "HS256" if secrets[with_] else "none", secrets[with_])
    assert browser.get(provider.sign_in(begun)).json()["error"] == "sso_refused"
    assert me(browser) is None


@pytest.mark.parametrize("token", ["", "a.b", "a.b.c", "é.é.é", "." * 5000, "[" * 5000], ids=repr)
def test_what_is_no_token_is_refused(browser: TestClient, provider: Provider, token: str) -> None:
    provider.replays = token or " "
    assert came_back(browser, provider).json()["error"] == "sso_refused"


def test_a_token_that_another_key_signed_is_refused(browser: TestClient, provider: Provider) -> None:
    provider.claims |= EMAIL
    provider.signs_with = ECKey.generate_key("P-256", {"kid": "k1"})
    assert came_back(browser, provider).json()["error"] == "sso_refused"


def test_what_was_begun_elsewhere_is_not_finished_here(browser: TestClient, provider: Provider) -> None:
    provider.claims |= EMAIL
    back = provider.sign_in(browser.get("/sign-in/sso").headers["location"])
    stranger = TestClient(browser.app, follow_redirects=False)
    assert stranger.get(back).json()["error"] == "sso_refused"
    stranger.get("/sign-in/sso")
    assert stranger.get(back).json()["error"] == "sso_refused"
    assert browser.get(back).status_code == 200
    assert browser.get(back).json()["error"] == "sso_refused"  # a code and a cookie are good once


def test_nobody_is_let_in_by_an_address_that_is_not_proved_theirs(
    browser: TestClient, sso_house: House, provider: Provider
) -> None:
    sso_house.access.add_user("test", "boss@example.com", "Boss", frozenset(Role), "a long password")
    for claims in (
        {"email": "somebody@example.com"},
        {"email": "somebody@example.com", "email_verified": "false"},
        {"email": "boss@example.com", "email_verified": True},
        {"email": "nobody@example.com", "email_verified": True},
    ):
        provider.claims = {"sub": "u2", **claims}
        assert came_back(browser, provider).json()["error"] == "no_account", claims


def test_a_provider_that_is_another_is_not_asked(
    browser: TestClient, sso_house: House, provider: Provider
) -> None:
    provider.issuer = "https://elsewhere.example"
    assert browser.get("/sign-in/sso").status_code == 503


def test_without_a_provider_there_is_no_such_way_in(client: TestClient) -> None:
    assert client.get("/sign-in/sso").status_code == 404
    assert client.get("/sign-in/sso/back", params={"code": "c", "state": "s"}).status_code == 404
    assert "/sign-in/sso" not in client.get("/sign-in").text


def test_the_way_in_is_offered_where_there_is_one(browser: TestClient) -> None:
    assert 'href="/sign-in/sso"' in browser.get("/sign-in").text


def test_a_provider_needs_an_address_to_come_back_to() -> None:
    with pytest.raises(ValidationError):
        ServerSettings(oidc_issuer="https://id.example", oidc_client_id="kiosk")
    with pytest.raises(ValidationError):
        ServerSettings(
            oidc_issuer="http://id.example", oidc_client_id="kiosk", public_url="https://k.example"
        )
