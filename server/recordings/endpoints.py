"""Bringing recordings: chunk by chunk, or whole. Bodies are raw; what belongs to them stands in the query."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool

from kiosk.wire.message import Id, Wall
from server.access.guard import allow
from server.bodies import spool_body
from server.compat.shapes import MAX_CHUNKS, RecordingOf
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.recordings.service import Saved

router = APIRouter(tags=["compatibility"])

Conductor = Annotated[Person, allow(Permission.CONDUCT)]


@router.post("/recording/start/")
def start(asked: RecordingOf, person: Conductor, house: InHouse) -> dict[str, Any]:
    """Chunks of a recording will come."""
    house.uploads.start(person, asked.session_key)
    return {"success": True, "session_key": asked.session_key, "message": "Recording started"}


@router.post("/recording/stop/")
def stop(asked: RecordingOf, person: Conductor, house: InHouse) -> dict[str, Any]:
    """Nothing more is recorded."""
    house.uploads.stop(person, asked.session_key)
    return {"success": True, "session_key": asked.session_key, "message": "Recording stopped"}


@router.post("/recording/upload_chunk/")
async def upload_chunk(
    session_key: Id,
    chunk_number: Annotated[int, Query(ge=0, lt=MAX_CHUNKS)],
    request: Request,
    person: Conductor,
    house: InHouse,
    is_final: bool = False,
) -> dict[str, Any]:
    """A chunk, raw, counted from 0; chunks may repeat and come in any order."""
    async with spool_body(request, house.blobs.spool) as body:
        complete = await run_in_threadpool(
            house.uploads.chunk, person, session_key, chunk_number, body, final=is_final
        )
    return {"success": True, "chunk_number": chunk_number, "complete": complete, "message": "Chunk received"}


@router.post("/api/interview/recording/save")
async def save(
    session_id: Id,
    duration: Annotated[float, Query(ge=0, le=864_000)],
    file_size: Annotated[int, Query(ge=1)],
    recorded_at: Wall,
    filename: Annotated[str, Query(min_length=1, max_length=255, pattern=r"^[^\x00-\x1f/\\]+$")],
    request: Request,
    person: Conductor,
    house: InHouse,
) -> dict[str, Any]:
    """A finished recording, raw."""
    saved = Saved(duration, file_size, recorded_at, filename)
    async with spool_body(request, house.blobs.spool) as body:
        name = await run_in_threadpool(house.uploads.save, person, session_id, saved, body)
    return {
        "success": True,
        "session_id": session_id,
        "file_name": name.rpartition("/")[2],
        "message": "Saved",
    }
