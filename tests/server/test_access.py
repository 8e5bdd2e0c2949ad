"""Signing in, staying in, and being refused."""

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from server.access.service import Access
from server.app import create_app
from server.errors import ConflictError, InvalidError, SignedOutError, SlowDownError
from server.house import House
from server.identity.limits import Limits
from server.identity.roles import Person, Role
from server.identity.secrets import fits, hash_password, plain_code
from server.tables.people import LoginRow, TokenRow, UserRow
from server.times import later
from tests.server.conftest import token

PASSWORD = "a long password"


@pytest.fixture
def user(house: House) -> str:
    return house.access.add_user("test", "Somebody", "Somebody", frozenset({Role.ADMINISTRATOR}), PASSWORD)


def sign_in(client: TestClient, password: str = PASSWORD) -> str:
    answer = client.post("/api/v1/sign-in", json={"login": "somebody", "password": password})
    assert answer.status_code == 200
    return str(answer.json()["csrf"])


def test_a_browser_stays_signed_in_until_it_signs_out(client: TestClient, user: str) -> None:
    csrf = sign_in(client)
    assert client.get("/api/v1/me").json()["id"] == user
    assert client.post("/api/v1/sign-out", headers={"X-CSRF-Token": csrf}).status_code == 200
    assert client.get("/api/v1/me").status_code == 401


def test_a_cookie_says_little_and_goes_nowhere_else(client: TestClient, user: str) -> None:
    answer = client.post("/api/v1/sign-in", json={"login": "somebody", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_another_page_cannot_use_the_cookie(client: TestClient, user: str) -> None:
    csrf = sign_in(client)
    new = {"label": "x", "roles": ["administrator"]}
    for headers in ({}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": ""}):
        refused = client.post("/api/v1/tokens", json=new, headers=headers)
        assert (refused.status_code, refused.json()["error"]) == (403, "csrf")
    assert client.post("/api/v1/tokens", json=new, headers={"X-CSRF-Token": csrf}).status_code == 201


@pytest.mark.parametrize(
    ("login", "password"), [("somebody", "wrong"), ("nobody", PASSWORD), ("somebody", "")]
)
def test_a_wrong_password_tells_nothing(client: TestClient, user: str, login: str, password: str) -> None:
    answer = client.post("/api/v1/sign-in", json={"login": login, "password": password})
    assert (answer.status_code, answer.json()["error"]) == (401, "wrong_password")
    assert "set-cookie" not in answer.headers


def test_guessing_is_slowed_down() -> None:
    limits = Limits(requests_per_minute=5, sign_ins_per_minute=3)
    for number in range(3):
        limits.sign_in(f"address{number}", "one account")
    with pytest.raises(SlowDownError):
        limits.sign_in("another address", "one account")


def test_asking_too_often_is_slowed_down(house: House) -> None:
    limits = Limits(requests_per_minute=2, sign_ins_per_minute=3)
    limits.request("a")
    limits.request("a")
    limits.request("b")
    with pytest.raises(SlowDownError):
        limits.request("a")


def test_a_token_has_no_more_rights_than_its_owner_still_has(house: House, user: str) -> None:
    owner = Person(user, "Somebody", frozenset({Role.ADMINISTRATOR}), login="a browser")
    with pytest.raises(InvalidError):
        house.access.new_token(owner, "x", frozenset({Role.HR}), 1)
    _, made = house.access.new_token(owner, "x", frozenset({Role.ADMINISTRATOR}), 1)
    other = Person("f" * 32, "Other", frozenset({Role.ADMINISTRATOR}))
    house.access.change_user(other, user, roles=frozenset({Role.PROCTOR}))
    assert house.access.by_token(made).roles == frozenset()
    house.access.change_user(other, user, active=False)
    with pytest.raises(SignedOutError):
        house.access.by_token(made)


def test_nobody_takes_their_own_rights_away(house: House, user: str) -> None:
    me = Person(user, "Somebody", frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(ConflictError):
        house.access.change_user(me, user, active=False)
    with pytest.raises(ConflictError):
        house.access.change_user(me, user, roles=frozenset({Role.HR}))


def test_another_password_signs_all_other_browsers_out(house: House, client: TestClient, user: str) -> None:
    csrf = sign_in(client)
    elsewhere = TestClient(create_app(house))
    sign_in(elsewhere)
    new = {"password": "another password", "current": PASSWORD}
    shown = {"X-CSRF-Token": csrf}
    wrong = client.put("/api/v1/me/password", json=new | {"current": "x"}, headers=shown)
    assert wrong.json()["error"] == "wrong_password"
    assert client.put("/api/v1/me/password", json=new, headers=shown).status_code == 200
    assert elsewhere.get("/api/v1/me").status_code == 401
    assert client.get("/api/v1/me").status_code == 200


def test_a_password_is_kept_as_a_costly_hash() -> None:
    kept = hash_password(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert fits(kept, PASSWORD)
    assert not fits(kept, "x")
    assert not fits(None, "nobody's")


def test_a_code_is_typed_in_any_way() -> None:
    assert plain_code(" k7qf-2mxp 9rtd ") == "K7QF2MXP9RTD"


def test_a_form_shows_its_csrf_token_in_a_field(client: TestClient, user: str) -> None:
    csrf = sign_in(client)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/api/v1/sign-out", content=f"csrf={csrf}", headers=headers).status_code == 200


def test_a_token_makes_no_tokens(house: House, client: TestClient) -> None:
    new = {"label": "x", "roles": ["hr"], "days": 366}
    refused = client.post("/api/v1/tokens", json=new, headers=token(house, Role.HR))
    assert (refused.status_code, refused.json()["error"]) == (403, "token")


def test_an_open_browser_does_not_help_to_guess_the_password(
    house: House, client: TestClient, user: str
) -> None:
    headers = {"X-CSRF-Token": sign_in(client)}
    strict = Access(house.database, Limits(requests_per_minute=1000, sign_ins_per_minute=3))
    person = house.access.by_cookie(client.cookies["kiosk_login"])
    for _ in range(3):
        with pytest.raises(InvalidError):
            strict.set_password(person, user, "another long one", "a guess")
    with pytest.raises(SlowDownError):
        strict.set_password(person, user, "another long one", PASSWORD)
    body = {"password": "another long one", "current": PASSWORD}
    assert client.put("/api/v1/me/password", json=body, headers=headers).status_code == 200


@pytest.mark.parametrize("table", [LoginRow, TokenRow])
def test_what_has_ended_opens_nothing(
    house: House, client: TestClient, user: str, table: type[LoginRow | TokenRow]
) -> None:
    sign_in(client)
    acting = token(house, Role.ADMINISTRATOR)
    with house.database.write() as db:
        db.execute(update(table).values(expires_wall=later(seconds=-1)))
    assert client.get("/api/v1/me").status_code == (401 if table is LoginRow else 200)
    client.cookies.clear()
    assert client.get("/api/v1/me", headers=acting).status_code == (401 if table is TokenRow else 200)


def test_a_browser_of_somebody_made_inactive_opens_nothing(
    house: House, client: TestClient, user: str
) -> None:
    sign_in(client)
    with house.database.write() as db:
        db.execute(update(UserRow).values(active=False))
    assert client.get("/api/v1/me").status_code == 401
