"""One's own account: password, and tokens for programs."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

from kiosk.wire.message import Id, Name
from server.access.endpoints import Password
from server.access.forms import Fields
from server.access.guard import Anybody
from server.house import House, InHouse
from server.identity.roles import Person, Role
from server.web.fields import Filled, checked
from server.web.pages import go, page

router = APIRouter(include_in_schema=False)

_ROLE = "role:"


class NewPassword(Filled):
    """Another password; it needs the current one."""

    current: Password
    password: Password


class NewToken(Filled):
    """A token for a program."""

    label: Name
    days: Annotated[int, Field(ge=1, le=366)] = 90


@router.get("/account")
def account(person: Anybody, house: InHouse) -> Response:
    """Who one is here."""
    return _account(house, person)


@router.post("/account/password")
def set_password(fields: Fields, person: Anybody, house: InHouse) -> Response:
    """Change one's own password."""
    asked = checked(NewPassword, fields)
    house.access.set_password(person, person.id, asked.password, asked.current)
    return go("/account")


@router.post("/account/tokens")
def new_token(fields: Fields, person: Anybody, house: InHouse) -> Response:
    """Make a token; the page shows it this once."""
    asked = checked(NewToken, fields)
    roles = frozenset(role for role in Role if f"{_ROLE}{role}" in fields)
    _, token = house.access.new_token(person, asked.label, roles, asked.days)
    return _account(house, person, token)


@router.post("/account/tokens/{token_id}/remove")
def remove_token(token_id: Id, person: Anybody, house: InHouse) -> Response:
    """Take a token back."""
    house.access.remove_token(person, token_id)
    return go("/account")


def _account(house: House, person: Person, token: str = "") -> Response:
    return page("account.html", person, tokens=house.access.tokens(person), token=token)
