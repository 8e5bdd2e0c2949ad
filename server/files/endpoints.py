"""Files of sessions, for whoever may see the session."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from kiosk.wire.message import Id
from kiosk.wire.pieces import FileName
from server.access.guard import allow
from server.files.serving import serve
from server.house import InHouse
from server.identity.roles import Permission, Person

router = APIRouter(prefix="/api/v1", tags=["sessions"])

Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]


@router.get("/sessions/{session_id}/files/{name:path}", response_class=Response)
def file(session_id: Id, name: FileName, person: Viewer, request: Request, house: InHouse) -> Response:
    """A file of a session, whole or in ranges."""
    view = house.sessions.view(person, session_id, "file_seen")
    return serve(house.blobs, view.file(name), request.headers.get("range", ""))
