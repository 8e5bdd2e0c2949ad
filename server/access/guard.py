"""Who is asking, and may they? What an endpoint writes into its signature."""

import base64
import hmac
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from server.access.forms import Fields, Form
from server.errors import ForbiddenError, SignedOutError
from server.house import House, InHouse
from server.identity.roles import Permission, Person

COOKIE = "kiosk_login"
SECURE_COOKIE = "__Host-kiosk_login"
CSRF_HEADER = "X-CSRF-Token"
CSRF_FIELD = "csrf"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = "bearer "
_BASIC = "basic "


def cookie_name(house: House) -> str:
    """The login cookie's name; its prefix makes browsers insist on TLS."""
    return SECURE_COOKIE if house.settings.secure else COOKIE


@dataclass(frozen=True, slots=True)
class Allow:
    """Lets those in who may; a browser that changes something must show its CSRF token too."""

    permission: Permission

    def __call__(self, request: Request, house: InHouse, fields: Fields) -> Person:
        """The person, or ``SignedOutError``, ``ForbiddenError``, ``SlowDownError``."""
        person = _who(request, house)
        house.limits.request(person.id)
        if person.csrf is not None and request.method not in _SAFE:
            _check_csrf(person.csrf, request, fields)
        if not person.may(self.permission):
            raise ForbiddenError("your roles do not allow this")
        return person


def allow(permission: Permission) -> Any:
    """``person: Annotated[Person, allow(Permission.…)]`` on an endpoint."""
    return Depends(Allow(permission))


Anybody = Annotated[Person, allow(Permission.OWN_ACCOUNT)]
"""Whoever is signed in."""


def _who(request: Request, house: House) -> Person:
    said = request.headers.get("authorization", "")
    if said.lower().startswith(_BEARER):
        return house.access.by_token(said[len(_BEARER) :].strip())
    if said.lower().startswith(_BASIC):
        return house.access.by_token(_user_of(said[len(_BASIC) :].strip()))
    cookie = request.cookies.get(cookie_name(house))
    if cookie is None:
        raise SignedOutError("please sign in")
    return house.access.by_cookie(cookie)


def _user_of(encoded: str) -> str:
    """The user name of Basic authentication: where some partners' programs put their token."""
    try:
        return base64.b64decode(encoded, validate=True).decode("ascii").partition(":")[0]
    except ValueError:
        return ""


def _check_csrf(right: str, request: Request, fields: Form) -> None:
    shown = request.headers.get(CSRF_HEADER) or fields.get(CSRF_FIELD, "")
    if not hmac.compare_digest(right.encode(), shown.encode()):
        raise ForbiddenError("the page is too old; please load it again", "csrf")
