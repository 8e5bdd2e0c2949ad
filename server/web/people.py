"""Accounts, their roles, and who may enter the staff panels of booths."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

from kiosk.wire.message import Id, Name
from server.access.endpoints import LoginName, Password
from server.access.forms import Fields, Form
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person, Role
from server.web.fields import Filled, checked
from server.web.pages import go, page

router = APIRouter(include_in_schema=False)

Manager = Annotated[Person, allow(Permission.MANAGE_USERS)]
_ROLE = "role:"


class NewAccount(Filled):
    """An account; without a password it is for single sign-on only."""

    login: LoginName
    name: Name
    password: Password | None = None


class Renamed(Filled):
    """What may change of an account."""

    name: Name
    active: bool = False


class NewPassword(Filled):
    """Another password."""

    password: Password


class Named(Filled):
    """Somebody's name."""

    name: Name


class NewPin(Filled):
    """Somebody who may enter the staff panel of every station."""

    name: Name
    pin: Annotated[str, Field(pattern=r"^[0-9]{6,12}$")]


@router.get("/people")
def people(person: Manager, house: InHouse) -> Response:
    """Everybody."""
    return page(
        "people.html", person, users=house.access.users(), staff=house.staff.names(), roles=list(Role)
    )


@router.post("/people")
def add(fields: Fields, person: Manager, house: InHouse) -> Response:
    """Add an account."""
    asked = checked(NewAccount, fields)
    house.access.add_user(person, asked.login, asked.name, _roles(fields), asked.password)
    return go("/people")


@router.get("/people/{user_id}")
def account(user_id: Id, person: Manager, house: InHouse) -> Response:
    """One account."""
    return page("account_of.html", person, user=house.access.user(user_id), roles=list(Role))


@router.post("/people/{user_id}")
def change(user_id: Id, fields: Fields, person: Manager, house: InHouse) -> Response:
    """Change an account."""
    house.access.user(user_id)
    asked = checked(Renamed, fields)
    house.access.change_user(person, user_id, name=asked.name, roles=_roles(fields), active=asked.active)
    return go("/people")


@router.post("/people/{user_id}/password")
def set_password(user_id: Id, fields: Fields, person: Manager, house: InHouse) -> Response:
    """Give somebody another password."""
    house.access.user(user_id)
    house.access.set_password(person, user_id, checked(NewPassword, fields).password)
    return go("/people")


@router.post("/staff")
def set_pin(fields: Fields, person: Manager, house: InHouse) -> Response:
    """Let somebody into the staff panels, or change the PIN."""
    asked = checked(NewPin, fields)
    house.staff.set_pin(person, asked.name, asked.pin)
    return go("/people#staff")


@router.post("/staff/remove")
def remove_staff(fields: Fields, person: Manager, house: InHouse) -> Response:
    """Let somebody in no more."""
    house.staff.remove(person, checked(Named, fields).name)
    return go("/people#staff")


def _roles(fields: Form) -> frozenset[Role]:
    """A box for each role that was ticked."""
    return frozenset(role for role in Role if f"{_ROLE}{role}" in fields)
