"""The web application: routers, limits, errors, and what runs beside the requests."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import APIRouter, Depends, FastAPI
from fastapi.concurrency import run_in_threadpool

from kiosk.wire.message import MAX_BODY_BYTES, PATH
from kiosk.wire.pieces import MAX_PIECE_BYTES
from kiosk.wire.version import VERSION
from server.access import endpoints as access
from server.answers import add_answers
from server.bodies import sound_json
from server.compat import endpoints as compat
from server.compat.shapes import MAX_CHUNK_BYTES
from server.files import endpoints as files
from server.gate import Gate
from server.house import House, InHouse
from server.invitations import endpoints as invitations
from server.live import endpoints as live
from server.metrics import endpoints as metrics
from server.packs import endpoints as packs
from server.packs.service import MAX_PACK_BYTES
from server.partners import endpoints as partners
from server.protocol import endpoints as protocol
from server.recordings import endpoints as recordings
from server.requests import Requests
from server.sessions import endpoints as sessions
from server.sso import endpoints as sso
from server.stations import endpoints as stations
from server.web.routers import PAGES
from server.web.tongue import Reading

_LARGE = (
    (re.compile(rf"{PATH}/sessions/[^/]+/pieces/[^/]+"), MAX_PIECE_BYTES),
    (re.compile(r"(/api/v1)?/packs"), MAX_PACK_BYTES),
    (re.compile(r"/recording/upload_chunk/"), MAX_CHUNK_BYTES),
)
"""Paths that take more than a message."""
_WHOLE_RECORDING = "/api/interview/recording/save"

health = APIRouter(tags=["health"])


@health.get("/healthz")
def healthy(house: InHouse) -> dict[str, bool]:
    """For a proxy: whether this copy and its database answer."""
    house.access.has_users()
    return {"success": True}


ROUTERS = (
    health,
    metrics.router,
    access.router,
    sso.router,
    stations.router,
    live.router,
    protocol.router,
    sessions.router,
    files.router,
    invitations.router,
    packs.router,
    partners.router,
    compat.router,
    recordings.router,
    *PAGES,
)


def create_app(house: House) -> FastAPI:
    """The application over a house, which its caller closes."""
    app = FastAPI(
        title="Interview Kiosk",
        version=VERSION,
        lifespan=_running,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(sound_json)],
    )
    app.state.house = house
    most = house.settings.most_recording_bytes
    app.add_middleware(Gate, most_bytes=lambda path: most if path == _WHOLE_RECORDING else most_bytes(path))
    app.add_middleware(Reading)
    app.add_middleware(Requests, metrics=house.metrics)
    add_answers(app)
    for router in ROUTERS:
        app.include_router(router)
    return app


def most_bytes(path: str) -> int:
    """How long a body may be that is sent to a path."""
    return next((most for large, most in _LARGE if large.fullmatch(path)), MAX_BODY_BYTES)


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    house: House = app.state.house
    house.jobs.start(house.work())
    exchanging = asyncio.create_task(house.hub.run(), name="hub")
    try:
        yield
    finally:
        exchanging.cancel()
        with suppress(asyncio.CancelledError):
            await exchanging
        await run_in_threadpool(house.jobs.stop)
