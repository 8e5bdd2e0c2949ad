"""A session behind a link: to look at, without an account, until the link ends."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from server.access.endpoints import address_of
from server.files.endpoints import Folder, NameInFolder
from server.files.serving import serve
from server.house import InHouse
from server.web.dossier import dossier
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Secret = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{43}$")]


@router.get("/shared/{secret}")
def shared(secret: Secret, request: Request, house: InHouse) -> Response:
    """Recording, transcript and code; no ratings, no decision, nothing to change."""
    house.limits.request(address_of(request))
    link = house.reviews.link(secret)
    house.reviews.looked(link)
    view = house.sessions.behind_link(link.session_id)
    return page("shared.html", dossier=dossier(view, house.blobs, f"/shared/{secret}/files"))


@router.get("/shared/{secret}/files/{folder}/{name}")
def shared_file(
    secret: Secret, folder: Folder, name: NameInFolder, request: Request, house: InHouse
) -> Response:
    """A file of the session, whole or in ranges."""
    house.limits.request(address_of(request))
    link, file = house.reviews.link(secret), f"{folder}/{name}"
    row = house.sessions.file_behind_link(link.session_id, file)
    house.reviews.looked(link, file)
    return serve(house.blobs, row, request.headers.get("range", ""))
