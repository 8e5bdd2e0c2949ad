"""Turning errors into answers: one shape for all of them."""

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from kiosk.wire.message import Problem
from server.blobs.store import BlobError, BlobMissingError
from server.errors import BusyError, InvalidError, NotFoundError, ServerError

log = structlog.get_logger()

_CODES = {400: "malformed", 404: "unknown", 405: "method", 415: "malformed", 422: "invalid"}


def problem(error: ServerError) -> Response:
    """The answer for an error."""
    body = Problem(error=error.code, detail=error.detail, facts=error.facts)
    headers = {}
    if (retry_after_s := error.facts.get("retry_after_s")) is not None:
        headers["Retry-After"] = str(retry_after_s)
    return JSONResponse(body.model_dump(), error.status, headers)


def add_answers(app: FastAPI) -> None:
    """Have every error answered in the one shape."""

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, ServerError)
        return problem(error)

    async def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem(_invalid(error))

    async def http(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if isinstance(error.__cause__, ServerError):  # the framework wraps what reading a body raises
            return problem(error.__cause__)
        told = Problem(error=_CODES.get(error.status_code, "refused"), detail=str(error.detail))
        return JSONResponse(told.model_dump(), error.status_code, error.headers)

    async def stored(_: Request, error: Exception) -> Response:
        if isinstance(error, BlobMissingError):
            return problem(NotFoundError("there is no such file"))
        return problem(BusyError(str(error), retry_after_s=10))

    async def bug(request: Request, _: Exception) -> Response:
        log.error("a request failed", path=request.scope["route"].path if "route" in request.scope else "")
        return problem(ServerError("something went wrong on the server; it was written down"))

    app.add_exception_handler(ServerError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(BlobError, stored)
    app.add_exception_handler(Exception, bug)


def _invalid(error: RequestValidationError) -> ServerError:
    """An id that is none is unknown; everything else is told field by field, without what was sent."""
    wrong = error.errors()
    if any(found["loc"][0] == "path" for found in wrong):
        return NotFoundError("there is no such thing")
    fields = [f"{'.'.join(str(part) for part in found['loc'][1:])}: {found['msg']}" for found in wrong[:10]]
    return InvalidError("; ".join(fields))
