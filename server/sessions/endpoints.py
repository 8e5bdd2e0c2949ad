"""Sessions for HR and reviewers: list, look, decide, assign, erase, download."""

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query
from pydantic import Field

from kiosk.wire.message import Id, Key, Wall
from kiosk.wire.session import FinalStatus, SessionStatus
from server.access.endpoints import Body
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.sessions.views import SessionFilter, SessionLine, SessionView
from server.tables.model import Tables

router = APIRouter(prefix="/api/v1", tags=["sessions"])

Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]
Decider = Annotated[Person, allow(Permission.DECIDE)]
Assigner = Annotated[Person, allow(Permission.ASSIGN)]
Eraser = Annotated[Person, allow(Permission.ERASE)]
Reason = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]
Words = Annotated[str, Query(max_length=100, pattern=r"^[^\x00]*$")]
After = Annotated[str, Query(max_length=64, pattern=r"^([0-9TZ:.-]{24}~[0-9a-f]{32})?$")]
Row = TypeVar("Row", bound=Tables)


class Decision(Body):
    """What somebody decided, and why."""

    final_status: FinalStatus
    reason: Reason


class Assignment(Body):
    """Until when somebody may look."""

    until_wall: Wall | None = None


@router.get("/sessions")
def sessions(
    person: Viewer,
    house: InHouse,
    text: Words = "",
    status: SessionStatus | None = None,
    final_status: FinalStatus | None = None,
    pack_id: Key | None = None,
    station_id: Id | None = None,
    candidate_id: Id | None = None,
    since: Wall | None = None,
    until: Wall | None = None,
    after: After = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The newest sessions that one may see; ``after`` of an answer asks for the next."""
    wanted = SessionFilter(
        text=text,
        status=status or "",
        final_status=final_status or "",
        pack_id=pack_id or "",
        station_id=station_id or "",
        candidate_id=candidate_id or "",
        since_wall=since or "",
        until_wall=until or "",
    )
    page = house.sessions.page(person, wanted, after, limit)
    return {"success": True, "sessions": [_line(line) for line in page.lines], "after": page.after}


@router.get("/sessions/{session_id}")
def session(session_id: Id, person: Viewer, house: InHouse) -> dict[str, Any]:
    """Everything of one session."""
    return {"success": True, "session": _view(house.sessions.view(person, session_id))}


@router.post("/sessions/{session_id}/decision")
def decide(session_id: Id, asked: Decision, person: Decider, house: InHouse) -> dict[str, Any]:
    """Decide, with a reason."""
    house.sessions.decide(person, session_id, asked.final_status, asked.reason)
    return {"success": True}


@router.put("/sessions/{session_id}/reviewers/{user_id}")
def assign(
    session_id: Id, user_id: Id, asked: Assignment, person: Assigner, house: InHouse
) -> dict[str, Any]:
    """Ask somebody to look at a session."""
    house.sessions.assign(person, session_id, user_id, asked.until_wall)
    return {"success": True}


@router.delete("/sessions/{session_id}/reviewers/{user_id}")
def withdraw(session_id: Id, user_id: Id, person: Assigner, house: InHouse) -> dict[str, Any]:
    """Somebody is to see it no more."""
    house.sessions.withdraw(person, session_id, user_id)
    return {"success": True}


@router.delete("/candidates/{candidate_id}")
def erase(candidate_id: Id, person: Eraser, house: InHouse) -> dict[str, Any]:
    """Erase everything of a person, here and on all stations."""
    house.sessions.erase(person, candidate_id)
    return {"success": True}


def _line(line: SessionLine) -> dict[str, Any]:
    return {
        **_columns(line.row),
        "candidate_name": line.candidate_name,
        "recording_duration_s": line.recording.duration_s if line.recording else None,
        "recording_size_bytes": line.recording.size_bytes if line.recording else None,
        "overall_score": line.assessment.overall_score if line.assessment else None,
    }


def _view(view: SessionView) -> dict[str, Any]:
    return {
        **_columns(view.row),
        "candidate_name": view.candidate_name,
        "station_name": view.station_name,
        "questions": _all(view.questions),
        "answers": _all(view.answers),
        "messages": _all(view.messages),
        "code": _all(view.code),
        "issues": _all(view.issues),
        "decisions": _all(view.decisions),
        "recording": _columns(view.recording) if view.recording else None,
        "assessment": _columns(view.assessment) if view.assessment else None,
        "files": [
            {"name": row.name, "sha256": row.sha256, "size_bytes": row.size_bytes, "state": row.state}
            for row in view.files
        ],
    }


def _all(rows: list[Row]) -> list[dict[str, Any]]:
    return [_columns(row) for row in rows]


def _columns(row: Tables) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}
