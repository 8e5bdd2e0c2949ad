"""Turning errors into answers: one shape for all of them."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from kiosk.wire.message import Problem
from server.blobs.store import BlobError, BlobMissingError
from server.errors import BusyError, InvalidError, NotFoundError, ServerError, SignedOutError
from server.web.pages import go, page
from server.web.tongue import N_, gettext

_FOR_PROGRAMS = (
    "/api/",
    "/recording/",
    "/interview_app/",
    "/ai-interview/api/",
    "/healthz",
    "/metrics",
    "/static/",
)
_TITLES = {
    401: N_("Please sign in"),
    403: N_("This is not for you"),
    404: N_("There is nothing here"),
    409: N_("This does not fit"),
    422: N_("Something is missing"),
    429: N_("Too often"),
    503: N_("Not now"),
}
_UNKNOWN = N_("Something went wrong")
_CODES = {400: "malformed", 404: "unknown", 405: "method", 415: "malformed", 422: "invalid"}


def problem(error: ServerError) -> Response:
    """The answer for an error."""
    body = Problem(error=error.code, detail=error.detail, facts=error.facts)
    headers = {}
    if (retry_after_s := error.facts.get("retry_after_s")) is not None:
        headers["Retry-After"] = str(retry_after_s)
    return JSONResponse(body.model_dump(), error.status, headers)


def answer(request: Request, error: ServerError) -> Response:
    """The answer for whoever asks: programs read JSON, people a page."""
    if not _is_a_person(request):
        return problem(error)
    path = request.url.path
    if isinstance(error, SignedOutError) and request.method == "GET":
        return go(f"/sign-in?{urlencode({'next': path})}" if path != "/" else "/sign-in")
    return page(
        "problem.html",
        status=error.status,
        title=gettext(_TITLES.get(error.status, _UNKNOWN)),
        detail=error.told(gettext),
    )


def _is_a_person(request: Request) -> bool:
    wants_a_page = "text/html" in request.headers.get("accept", "")
    return wants_a_page and not request.url.path.startswith(_FOR_PROGRAMS)


def add_answers(app: FastAPI) -> None:
    """Have every error answered in the one shape."""

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, ServerError)
        return answer(request, error)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(request, _invalid(error, _is_a_person(request)))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if isinstance(error.__cause__, ServerError):  # the framework wraps what reading a body raises
            return problem(error.__cause__)
        if error.status_code == 404:
            return answer(request, NotFoundError(str(error.detail)))
        told = Problem(error=_CODES.get(error.status_code, "refused"), detail=str(error.detail))
        return JSONResponse(told.model_dump(), error.status_code, error.headers)

    async def stored(request: Request, error: Exception) -> Response:
        if isinstance(error, BlobMissingError):
            return answer(request, NotFoundError("there is no such file"))
        return answer(request, BusyError(str(error), retry_after_s=10))

    async def bug(request: Request, _: Exception) -> Response:
        detail = f"something went wrong on the server; it was written down as {request.state.request_id}"
        return answer(request, ServerError(detail))

    app.add_exception_handler(ServerError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(BlobError, stored)
    app.add_exception_handler(Exception, bug)


def _invalid(error: RequestValidationError, for_a_person: bool) -> ServerError:
    """An id that is none is unknown; everything else is told field by field, without what was sent.

    People see forms, which are looked at elsewhere (``server.web.fields``), and no fields of an address.
    """
    wrong = error.errors()
    if any(found["loc"][0] == "path" for found in wrong):
        return NotFoundError("there is no such thing")
    if for_a_person:
        return InvalidError("something in the address does not fit")
    fields = [
        f"{'.'.join(str(part)[:64] for part in found['loc'][1:])}: {found['msg']}" for found in wrong[:10]
    ]
    return InvalidError("; ".join(fields))
