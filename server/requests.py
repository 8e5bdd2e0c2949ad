"""Every request has an id, is counted and timed, and is in the log when there is something to say.

A station's request is known by its nonce, which the station writes into its own log: so both ends can be laid
side by side. Everybody else's gets an id here. The answer says it in ``Request-Id``.
"""

import re
import secrets
import time

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.wire.message import PATH
from kiosk.wire.signing import NONCE
from kiosk.wire.version import OLDEST_PROTOCOL, PROTOCOL, SERVER_PROTOCOLS, spoken
from server.metrics.service import Metrics

log = structlog.get_logger()

REQUEST_ID = "Request-Id"
_SLOW_S = 2.0
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OF_NO_INTEREST = ("/healthz", "/metrics", "/static/{name}")
_NONCE = re.compile(r"[0-9a-f]{32}")


class Requests:
    """An ASGI middleware, the outermost."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through and watch it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        name = _id_of(scope)
        scope.setdefault("state", {})["request_id"] = name
        with structlog.contextvars.bound_contextvars(request=name):
            if scope["type"] == "websocket":
                await self._app(scope, receive, send)
            else:
                await self._watched(scope, receive, send, name)

    async def _watched(self, scope: Scope, receive: Receive, send: Send, name: str) -> None:
        began_s, status = time.monotonic(), 500

        async def receiving() -> Message:
            message = await receive()
            self._metrics.received(len(message.get("body", b"")))
            return message

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = name
                if scope["path"].startswith(PATH):
                    headers[SERVER_PROTOCOLS] = spoken(OLDEST_PROTOCOL, PROTOCOL)
            await send(message)

        try:
            await self._app(scope, receiving, sending)
        except Exception:
            log.exception("a request failed", method=_method(scope), route=_route(scope))
            raise
        finally:
            self._tell(scope, status, time.monotonic() - began_s)

    def _tell(self, scope: Scope, status: int, took_s: float) -> None:
        method, route = _method(scope), _route(scope)
        self._metrics.answered(method, route, status, took_s)
        went_well = status < 400 and took_s < _SLOW_S
        if route in _OF_NO_INTEREST or (went_well and route.startswith(PATH)):
            return  # a thousand stations that are well are counted, not listed
        log.info("request", method=method, route=route, status=status, ms=round(took_s * 1000))


def _id_of(scope: Scope) -> str:
    nonce = Headers(scope=scope).get(NONCE, "")
    return nonce if _NONCE.fullmatch(nonce) else secrets.token_hex(16)


def _method(scope: Scope) -> str:
    """One of few: whoever asks may make up any word, and each would be counted for itself."""
    method: str = scope["method"]
    return method if method in _METHODS else "other"


def _route(scope: Scope) -> str:
    """The pattern of the path: few different ones, and no id or secret in them."""
    route = scope.get("route")
    return str(route.path) if route is not None else "none"
