"""Files of sessions, for whoever may see the session."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field

from kiosk.wire.message import Id
from server.access.guard import allow
from server.files.serving import serve
from server.house import InHouse
from server.identity.roles import Permission, Person

router = APIRouter(prefix="/api/v1", tags=["sessions"])

Folder = Literal["video_files", "audio_files", "screen_recordings", "pictures"]
NameInFolder = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$")]
Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]


@router.get("/sessions/{session_id}/files/{folder}/{name}", response_class=Response)
def file(
    session_id: Id, folder: Folder, name: NameInFolder, person: Viewer, request: Request, house: InHouse
) -> Response:
    """A file of a session, whole or in ranges."""
    row = house.sessions.file(person, session_id, f"{folder}/{name}")
    return serve(house.blobs, row, request.headers.get("range", ""))
