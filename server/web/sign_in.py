"""Coming in and going out, the first page, and what every page is drawn with."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse

from server.access.endpoints import address_of, set_cookie
from server.access.forms import Fields
from server.access.guard import Anybody, cookie_name
from server.errors import NotFoundError, SignedOutError
from server.house import InHouse
from server.web.pages import STATIC, go, page, places
from server.web.tongue import gettext

router = APIRouter(include_in_schema=False)

Next = Annotated[str, Query(max_length=300)]
_FILES = {path.name: path for path in STATIC.iterdir()}
_A_YEAR_S = 31_536_000


@router.get("/")
def first(person: Anybody) -> Response:
    """Where somebody's work begins."""
    may = places(person)
    return go(may[0].path if may else "/account")


@router.get("/sign-in")
def sign_in_page(house: InHouse, next: Next = "/") -> Response:
    """Ask who it is."""
    return page("sign_in.html", next=within(next), wrong="", login="", sso=house.sso.offered)


@router.post("/sign-in")
def sign_in(fields: Fields, request: Request, house: InHouse) -> Response:
    """Let somebody in, or say why not."""
    login, after = fields.get("login", "")[:128], within(fields.get("next", "/"))
    try:
        signed_in = house.access.sign_in(login, fields.get("password", ""), address_of(request))
    except SignedOutError as error:
        return page(
            "sign_in.html",
            status=401,
            next=after,
            wrong=error.told(gettext),
            login=login,
            sso=house.sso.offered,
        )
    answer = go(after)
    set_cookie(answer, house, signed_in)
    return answer


@router.post("/sign-out")
def sign_out(person: Anybody, house: InHouse) -> Response:
    """Sign this browser out."""
    house.access.sign_out(person)
    answer = go("/sign-in")
    answer.delete_cookie(cookie_name(house), path="/", secure=house.settings.secure, httponly=True)
    return answer


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Style and script; their address changes with them."""
    if name not in _FILES:
        raise NotFoundError("there is no such file")
    caching = {
        "Cache-Control": f"public, max-age={_A_YEAR_S}, immutable",
        "X-Content-Type-Options": "nosniff",
    }
    return FileResponse(_FILES[name], headers=caching)


def within(path: str) -> str:
    """A page of ours, whatever a link says."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"
