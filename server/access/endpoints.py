"""Signing in and out, one's own account and tokens, and everybody's accounts."""

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from kiosk.wire.message import Id, Name
from server.access.guard import Anybody, allow, cookie_name
from server.access.service import SignedIn
from server.house import House, InHouse
from server.identity.roles import Permission, Person, Role
from server.tables.people import AuditRow, TokenRow, UserRow

router = APIRouter(prefix="/api/v1", tags=["people"])

Manager = Annotated[Person, allow(Permission.MANAGE_USERS)]
Password = Annotated[str, Field(max_length=1024, pattern=r"^[^\x00]*$")]
LoginName = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[^\x00-\x20\x7f]+$")]


class Body(BaseModel):
    """What people's programs send."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SignIn(Body):
    """A name and its password."""

    login: LoginName
    password: Password


class NewToken(Body):
    """A token for a program."""

    label: Name
    roles: Annotated[frozenset[Role], Field(min_length=1)]
    days: Annotated[int, Field(ge=1, le=366)] = 90


class NewUser(Body):
    """An account; without a password it is for single sign-on only."""

    login: LoginName
    name: Name
    roles: frozenset[Role]
    password: Password | None = None


class UserChange(Body):
    """What is to be different; what is left out stays."""

    name: Name | None = None
    roles: frozenset[Role] | None = None
    active: bool | None = None


class NewPassword(Body):
    """Another password; one's own needs the current one."""

    password: Password
    current: Password | None = None


@router.post("/sign-in")
def sign_in(asked: SignIn, request: Request, response: Response, house: InHouse) -> dict[str, Any]:
    """Sign in: sets the cookie and tells the CSRF token that goes into ``X-CSRF-Token``."""
    signed_in = house.access.sign_in(asked.login, asked.password, address_of(request))
    set_cookie(response, house, signed_in)
    return {"success": True, **_person(signed_in.person), "csrf": signed_in.csrf}


@router.post("/sign-out")
def sign_out(person: Anybody, response: Response, house: InHouse) -> dict[str, Any]:
    """Sign this browser out."""
    house.access.sign_out(person)
    response.delete_cookie(cookie_name(house), path="/", secure=house.settings.secure, httponly=True)
    return {"success": True}


@router.get("/me")
def me(person: Anybody) -> dict[str, Any]:
    """Who one is."""
    return {"success": True, **_person(person), "csrf": person.csrf}


@router.put("/me/password")
def set_my_password(asked: NewPassword, person: Anybody, house: InHouse) -> dict[str, Any]:
    """Change one's own password."""
    house.access.set_password(person, person.id, asked.password, asked.current)
    return {"success": True}


@router.get("/tokens")
def tokens(person: Anybody, house: InHouse) -> dict[str, Any]:
    """One's own tokens; never the secrets."""
    return {"success": True, "tokens": [_token(row) for row in house.access.tokens(person)]}


@router.post("/tokens", status_code=201)
def new_token(asked: NewToken, person: Anybody, house: InHouse) -> dict[str, Any]:
    """Make a token; it is told once."""
    token_id, token = house.access.new_token(person, asked.label, asked.roles, asked.days)
    return {"success": True, "id": token_id, "token": token}


@router.delete("/tokens/{token_id}")
def remove_token(token_id: Id, person: Anybody, house: InHouse) -> dict[str, Any]:
    """Take a token back."""
    house.access.remove_token(person, token_id)
    return {"success": True}


@router.get("/users")
def users(_: Manager, house: InHouse) -> dict[str, Any]:
    """Everybody."""
    return {"success": True, "users": [_user(row) for row in house.access.users()]}


@router.post("/users", status_code=201)
def add_user(asked: NewUser, person: Manager, house: InHouse) -> dict[str, Any]:
    """Add an account."""
    user_id = house.access.add_user(person, asked.login, asked.name, asked.roles, asked.password)
    return {"success": True, "id": user_id}


@router.patch("/users/{user_id}")
def change_user(user_id: Id, asked: UserChange, person: Manager, house: InHouse) -> dict[str, Any]:
    """Change an account."""
    house.access.change_user(person, user_id, name=asked.name, roles=asked.roles, active=asked.active)
    return {"success": True}


@router.put("/users/{user_id}/password")
def set_password(user_id: Id, asked: NewPassword, person: Manager, house: InHouse) -> dict[str, Any]:
    """Give somebody another password."""
    house.access.set_password(person, user_id, asked.password, asked.current)
    return {"success": True}


@router.get("/audit")
def audit(
    _: Annotated[Person, allow(Permission.SEE_AUDIT)],
    house: InHouse,
    before: Annotated[int | None, Field(ge=1, le=2**53)] = None,
    subject: Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")] = "",
    limit: Annotated[int, Field(ge=1, le=1000)] = 100,
) -> dict[str, Any]:
    """Who did what, the newest first."""
    found = house.audit.entries(before=before, subject=subject, limit=limit)
    return {"success": True, "entries": [_entry(row) for row in found]}


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy, what the proxy says (see ``server.serving``)."""
    return request.client.host if request.client else ""


def set_cookie(response: Response, house: House, signed_in: SignedIn) -> None:
    """Let the browser remember who it is."""
    response.set_cookie(
        cookie_name(house),
        signed_in.cookie,
        max_age=house.settings.login_hours * 3600,
        path="/",
        secure=house.settings.secure,
        httponly=True,
        samesite="strict",
    )


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "roles": sorted(person.roles)}


def _token(row: TokenRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label,
        "roles": row.roles,
        "created_wall": row.created_wall,
        "expires_wall": row.expires_wall,
    }


def _user(row: UserRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "login": row.login,
        "name": row.name,
        "roles": row.roles,
        "active": row.active,
        "created_wall": row.created_wall,
    }


def _entry(row: AuditRow) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "wall": row.wall,
        "user_id": row.user_id,
        "actor": row.actor,
        "action": row.action,
        "subject": row.subject,
        "detail": row.detail,
    }
