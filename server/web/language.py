"""Another language, from any page: a cookie of this browser's, and back to where one was."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

from server.access.forms import Fields
from server.house import InHouse
from server.web.fields import Filled, checked
from server.web.pages import go
from server.web.sign_in import within
from server.web.tongue import COOKIE, Tongue

router = APIRouter(include_in_schema=False)

_A_YEAR_S = 31_536_000


class Chosen(Filled):
    """A language, and the page it was chosen on."""

    language: Tongue
    back: Annotated[str, Field(max_length=300)] = "/"


@router.post("/language")
def choose(fields: Fields, house: InHouse) -> Response:
    """Remember it for a year; it says nothing about anybody, so anybody may."""
    chosen = checked(Chosen, fields)
    answer = go(within(chosen.back))
    answer.set_cookie(
        COOKIE,
        chosen.language,
        max_age=_A_YEAR_S,
        path="/",
        secure=house.settings.secure,
        httponly=True,
        samesite="lax",
    )
    return answer
