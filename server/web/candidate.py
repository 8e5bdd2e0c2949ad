"""One session on one page, and everything that people add to it there."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import Field

from kiosk.wire.message import Id
from kiosk.wire.session import FinalStatus
from server.access.forms import Fields
from server.access.guard import allow
from server.house import House, InHouse
from server.identity.roles import Permission, Person, Role
from server.times import later
from server.web import report
from server.web.dossier import dossier
from server.web.fields import Filled, checked
from server.web.pages import HEADERS, go, page
from server.web.transcript import captions, plain_text

router = APIRouter(include_in_schema=False)

Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]
Decider = Annotated[Person, allow(Permission.DECIDE)]
Assigner = Annotated[Person, allow(Permission.ASSIGN)]
Eraser = Annotated[Person, allow(Permission.ERASE)]
_LEVEL = "level:"


class Decided(Filled):
    """A decision and why."""

    final_status: FinalStatus
    reason: Annotated[str, Field(max_length=2000)]


class Note(Filled):
    """A note; the position as people write it, or nothing for the whole."""

    text: Annotated[str, Field(max_length=2000)]
    at: Annotated[str, Field(pattern=r"^(\d{1,2}:)?\d{1,3}:\d{2}$")] = ""

    @property
    def at_s(self) -> float | None:
        """The position in seconds."""
        total = 0
        for part in self.at.split(":") if self.at else ():
            total = total * 60 + int(part)
        return float(total) if self.at else None


class Rated(Filled):
    """What somebody makes of an answer."""

    question_id: Annotated[str, Field(max_length=64)]
    note: Annotated[str, Field(max_length=2000)] = ""


class Asked(Filled):
    """Whom to ask, and for how long."""

    user_id: Id
    days: Annotated[int, Field(ge=1, le=365)] = 14


class Shared(Filled):
    """How long a link is good for."""

    days: Annotated[int, Field(ge=1, le=90)] = 7


class Held(Filled):
    """Why a session must stay."""

    reason: Annotated[str, Field(max_length=500)]


class Erased(Filled):
    """Written by hand, so that nobody erases by a slip."""

    confirm: Annotated[str, Field(pattern=r"^(?i:erase)$")]


# --- looking -------------------------------------------------------------------------------
@router.get("/sessions/{session_id}")
def session(session_id: Id, person: Viewer, house: InHouse) -> Response:
    """Everything of one session."""
    return _session(house, person, session_id)


@router.get("/ai-interview/results/{session_id}/")
def results(session_id: Id, person: Viewer, house: InHouse) -> Response:
    """The same page under the address that existing callers know."""
    return _session(house, person, session_id)


@router.get("/sessions/{session_id}/report.pdf")
def report_pdf(session_id: Id, person: Viewer, house: InHouse) -> Response:
    """The page on paper."""
    view = house.sessions.view(person, session_id, "report_fetched")
    return report.pdf(dossier(view, house.blobs, ""), house.reviews.of_session(person, session_id))


@router.get("/sessions/{session_id}/transcript.txt")
def transcript(session_id: Id, person: Viewer, house: InHouse) -> Response:
    """The conversation as plain text."""
    view = house.sessions.view(person, session_id, "transcript_fetched")
    return _download(plain_text(view), f"interview_{session_id[:8]}.txt")


@router.get("/sessions/{session_id}/captions.vtt")
def captions_vtt(session_id: Id, person: Viewer, house: InHouse) -> Response:
    """The captions for other players."""
    view = house.sessions.view(person, session_id, "transcript_fetched")
    return _download(captions(view), f"interview_{session_id[:8]}.vtt")


# --- adding --------------------------------------------------------------------------------
@router.post("/sessions/{session_id}/notes")
def annotate(session_id: Id, fields: Fields, person: Viewer, house: InHouse) -> Response:
    """Add a note."""
    note = checked(Note, fields)
    house.reviews.annotate(person, session_id, note.at_s, note.text)
    return go(f"/sessions/{session_id}#notes")


@router.post("/sessions/{session_id}/notes/{annotation_id}/remove")
def remove_note(session_id: Id, annotation_id: Id, person: Viewer, house: InHouse) -> Response:
    """Take one of one's own notes away."""
    house.reviews.remove_annotation(person, session_id, annotation_id)
    return go(f"/sessions/{session_id}#notes")


@router.post("/sessions/{session_id}/ratings")
def rate(session_id: Id, fields: Fields, person: Viewer, house: InHouse) -> Response:
    """Rate an answer oneself."""
    rated = checked(Rated, fields)
    levels = {
        name.removeprefix(_LEVEL): int(level)
        for name, level in fields.items()
        if name.startswith(_LEVEL) and level.isascii() and level.isdigit() and len(level) == 1
    }
    house.reviews.rate(person, session_id, rated.question_id, levels, rated.note)
    return go(f"/sessions/{session_id}#question-{rated.question_id}")


@router.post("/sessions/{session_id}/decision")
def decide(session_id: Id, fields: Fields, person: Decider, house: InHouse) -> Response:
    """Decide, with a reason."""
    decided = checked(Decided, fields)
    house.sessions.decide(person, session_id, decided.final_status, decided.reason)
    return go(f"/sessions/{session_id}#decision")


@router.post("/sessions/{session_id}/reviewers")
def assign(session_id: Id, fields: Fields, person: Assigner, house: InHouse) -> Response:
    """Ask a colleague to look."""
    asked = checked(Asked, fields)
    house.sessions.assign(person, session_id, asked.user_id, later(days=asked.days))
    return go(f"/sessions/{session_id}#colleagues")


@router.post("/sessions/{session_id}/reviewers/{user_id}/remove")
def withdraw(session_id: Id, user_id: Id, person: Assigner, house: InHouse) -> Response:
    """A colleague is to see it no more."""
    house.sessions.withdraw(person, session_id, user_id)
    return go(f"/sessions/{session_id}#colleagues")


@router.post("/sessions/{session_id}/links")
def share(session_id: Id, fields: Fields, request: Request, person: Assigner, house: InHouse) -> Response:
    """Make a link that shows the session; the page shows it this once."""
    secret = house.reviews.share(person, session_id, checked(Shared, fields).days)
    outside = house.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
    return _session(house, person, session_id, link=f"{outside}/shared/{secret}")


@router.post("/sessions/{session_id}/links/{share_id}/remove")
def withdraw_link(session_id: Id, share_id: Id, person: Assigner, house: InHouse) -> Response:
    """A link opens nothing any more."""
    house.reviews.withdraw_share(person, session_id, share_id)
    return go(f"/sessions/{session_id}#colleagues")


@router.post("/sessions/{session_id}/hold")
def hold(session_id: Id, fields: Fields, person: Eraser, house: InHouse) -> Response:
    """A session must not be erased."""
    house.keeping.hold(person, session_id, checked(Held, fields).reason)
    return go(f"/sessions/{session_id}#keeping")


@router.post("/sessions/{session_id}/release")
def release(session_id: Id, person: Eraser, house: InHouse) -> Response:
    """A session may go again."""
    house.keeping.release(person, session_id)
    return go(f"/sessions/{session_id}#keeping")


@router.post("/candidates/{candidate_id}/erase")
def erase(candidate_id: Id, fields: Fields, person: Eraser, house: InHouse) -> Response:
    """Erase everything of a person; the proof follows."""
    checked(Erased, fields)
    house.sessions.erase(person, candidate_id)
    return go(f"/keeping/{candidate_id}")


def _session(house: House, person: Person, session_id: str, link: str = "") -> Response:
    view = house.sessions.view(person, session_id)
    trusted = person.may(Permission.ASSIGN)
    colleagues = [
        user
        for user in (house.access.users() if trusted else [])
        if user.active and {Role.REVIEWER, Role.HR} & set(user.roles) and user.id != person.id
    ]
    return page(
        "candidate.html",
        person,
        dossier=dossier(view, house.blobs, f"/api/v1/sessions/{session_id}/files"),
        review=house.reviews.of_session(person, session_id),
        colleagues=colleagues,
        link=link,
    )


def _download(text: str, name: str) -> Response:
    headers = HEADERS | {"Content-Disposition": f'attachment; filename="{name}"'}
    return PlainTextResponse(text, headers=headers)
