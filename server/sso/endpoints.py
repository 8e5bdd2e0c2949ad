"""To the provider and back. Browsers come here, so the answers are pages' answers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from server.access.endpoints import address_of, set_cookie
from server.errors import SignedOutError
from server.house import InHouse
from server.sso.service import BACK, MOST_S

router = APIRouter(tags=["people"])

COOKIE = "kiosk_sso"
_ARRIVED = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">'
    '<title>Signed in</title><p><a href="/">Go on</a>'
)
"""A page and no redirect: a strict cookie is not shown to a page that another site's redirect leads to."""


@router.get("/sign-in/sso", status_code=303)
def to_the_provider(request: Request, house: InHouse) -> Response:
    """Begin to sign in at the provider."""
    house.limits.code(address_of(request))
    address, cookie = house.sso.begin()
    answer = RedirectResponse(address, 303)
    answer.set_cookie(
        COOKIE, cookie, MOST_S, path=BACK, secure=house.settings.secure, httponly=True, samesite="lax"
    )
    return answer


@router.get(BACK)
def back(
    request: Request,
    house: InHouse,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> HTMLResponse:
    """Come back from the provider, signed in. Without a cookie of ours nobody is asked anything."""
    if not code:
        raise SignedOutError("the provider did not sign you in", "sso_refused")
    signed_in = house.sso.finish(request.cookies.get(COOKIE, ""), state, code)
    answer = HTMLResponse(_ARRIVED, headers={"Cache-Control": "no-store"})
    set_cookie(answer, house, signed_in)
    answer.delete_cookie(COOKIE, path=BACK, secure=house.settings.secure, httponly=True)
    return answer
