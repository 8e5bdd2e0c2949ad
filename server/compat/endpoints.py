"""Conducting and looking up interviews, in the shapes that existing callers know."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from kiosk.wire.message import Id
from kiosk.wire.orders import CommandKind
from server.access.guard import allow
from server.compat import lookups
from server.compat.shapes import AddAnswer, AddQuestion, EndSession, StartSession
from server.errors import ConflictError, NotFoundError
from server.house import House, InHouse
from server.identity.roles import Permission, Person
from server.sessions.views import SessionFilter

router = APIRouter(tags=["compatibility"])

Conductor = Annotated[Person, allow(Permission.CONDUCT)]
Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]
Commander = Annotated[Person, allow(Permission.COMMAND_STATIONS)]
After = Annotated[str, Query(max_length=64, pattern=r"^([0-9TZ:.-]{24}~[0-9a-f]{32})?$")]
Limit = Annotated[int, Query(ge=1, le=200)]


# --- conducting ----------------------------------------------------------------------------
@router.post("/api/interview/session/start")
def start(asked: StartSession, person: Conductor, house: InHouse) -> dict[str, Any]:
    """Begin the interview that a token opens."""
    row = house.conducting.start(person, asked)
    config = asked.recording_config
    return {
        "success": True,
        "session_id": row.session_id,
        "recording_started": config.audio or config.video,
        "message": "Interview session started",
    }


@router.post("/api/interview/question/add")
def add_question(asked: AddQuestion, person: Conductor, house: InHouse) -> dict[str, Any]:
    """Add a question that was asked."""
    question_id = house.conducting.add_question(person, asked.session_id, asked.question_data)
    return {"success": True, "question_id": question_id, "message": "Question added"}


@router.post("/api/interview/answer/add")
def add_answer(asked: AddAnswer, person: Conductor, house: InHouse) -> dict[str, Any]:
    """Add an answer that was given."""
    answer_id = house.conducting.add_answer(person, asked.session_id, asked.question_id, asked.answer_data)
    return {"success": True, "answer_id": answer_id, "message": "Answer added"}


@router.post("/api/interview/session/end")
def end(asked: EndSession, person: Conductor, house: InHouse) -> dict[str, Any]:
    """End the interview; the analysis begins in the background."""
    house.conducting.end(person, asked.session_id)
    return {"success": True, "message": "Interview session ended, analysis started"}


# --- looking up ----------------------------------------------------------------------------
@router.get("/api/interview/analysis/{candidate_id}")
def analysis(candidate_id: Id, person: Viewer, house: InHouse) -> dict[str, Any]:
    """What a candidate's newest session was judged to be worth."""
    view = house.sessions.view(person, house.sessions.newest_of(person, candidate_id), "analysis_seen")
    return {"success": True, "candidate_id": candidate_id, "analysis": lookups.analysis(view)}


@router.get("/api/interview/recording/{candidate_id}")
def recording(candidate_id: Id, person: Viewer, house: InHouse) -> dict[str, Any]:
    """What was recorded in a candidate's newest session."""
    view = house.sessions.view(person, house.sessions.newest_of(person, candidate_id), "recording_looked_up")
    return {"success": True, "candidate_id": candidate_id, "recording_info": lookups.recording_info(view)}


@router.get("/api/interview/session/{session_id}")
def session(session_id: Id, person: Viewer, house: InHouse) -> dict[str, Any]:
    """A whole session."""
    view = house.sessions.view(person, session_id)
    log = house.audit.entries(subject=session_id, limit=500)
    return {"success": True, "session_data": lookups.session_data(view, log)}


@router.get("/api/interviews/")
def interviews(person: Viewer, house: InHouse, after: After = "", limit: Limit = 50) -> dict[str, Any]:
    """The newest interviews with what is known of their recordings."""
    page = house.sessions.page(person, SessionFilter(), after, limit)
    return {
        "success": True,
        "interviews": [lookups.interview(line) for line in page.lines],
        "after": page.after,
    }


@router.get("/interview_app/api/interview_sessions/")
def interview_sessions(
    person: Viewer, house: InHouse, after: After = "", limit: Limit = 50
) -> dict[str, Any]:
    """The newest sessions and where their recordings are."""
    page = house.sessions.page(person, SessionFilter(), after, limit)
    return {"success": True, "data": [lookups.recording_of(line) for line in page.lines], "after": page.after}


@router.get("/interview_app/api/recording/{session_id}/")
def recording_of_session(session_id: Id, person: Viewer, house: InHouse) -> dict[str, Any]:
    """Where a session's recording is."""
    view = house.sessions.view(person, session_id, "recording_looked_up")
    if not lookups.has_recording(view):
        raise NotFoundError("there is no recording of this session, or not yet")
    return {"success": True, "data": lookups.recording_of(lookups.line_of(view))}


# --- commanding ----------------------------------------------------------------------------
@router.post("/ai-interview/api/start-recording/{session_id}/")
def start_recording(session_id: Id, person: Commander, house: InHouse) -> dict[str, Any]:
    """Have the station that conducts a session record again."""
    return _command(house, person, session_id, CommandKind.START_RECORDING)


@router.post("/ai-interview/api/stop-recording/{session_id}/")
def stop_recording(session_id: Id, person: Commander, house: InHouse) -> dict[str, Any]:
    """Have the station that conducts a session stop recording."""
    return _command(house, person, session_id, CommandKind.STOP_RECORDING)


def _command(house: House, person: Person, session_id: str, kind: CommandKind) -> dict[str, Any]:
    station_id = house.sessions.station_of(session_id)
    if station_id is None:
        raise ConflictError("no station conducts this session", "not_connected")
    order_id = house.orders.command(person, station_id, kind, session_id)
    return {
        "success": True,
        "session_id": session_id,
        "order_id": order_id,
        "message": "The station was told",
    }
