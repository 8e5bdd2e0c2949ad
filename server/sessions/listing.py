"""The list of sessions: who sees which, narrowed by filters and by words, the newest first."""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select, true, tuple_
from sqlalchemy.orm import Session

from server.identity.roles import Permission, Person
from server.search import index
from server.sessions.views import SessionFilter, SessionLine, SessionPage
from server.tables.sessions import AssessmentRow, CandidateRow, GrantRow, RecordingRow, SessionRow
from server.times import now

_ID_BEGINS = re.compile(r"[0-9a-f]{6,32}")
_NEWEST = (SessionRow.created_wall.desc(), SessionRow.session_id.desc())
_EQUAL = ("status", "final_status", "pack_id", "station_id", "candidate_id", "recording_status")


def page_of(db: Session, person: Person, wanted: SessionFilter, after: str, limit: int) -> SessionPage:
    """The newest sessions that somebody may see, from ``after`` on.

    What looks like the beginning of an id is one, if there is such a session; else it is a word.
    """
    text = wanted.text.strip()
    narrowing = (visible_to(person), *_narrowing(wanted))
    begins = tuple(after.split("~")) if after else ()
    if _ID_BEGINS.fullmatch(text.lower()):
        found = _page(db, _newest(db, (*narrowing, _with_id(text.lower())), begins, limit + 1), limit)
        if found.lines:
            return found
    if text:
        return _page(db, index.newest(db, text, narrowing, begins, limit + 1), limit)
    return _page(db, _newest(db, narrowing, begins, limit + 1), limit)


def visible_to(person: Person) -> ColumnElement[bool]:
    """Whether somebody may see a row of sessions."""
    if person.may(Permission.SEE_SESSIONS):
        return true()
    granted = select(GrantRow.session_id).where(
        GrantRow.user_id == person.id,
        or_(GrantRow.expires_wall.is_(None), GrantRow.expires_wall > now()),
    )
    return SessionRow.session_id.in_(granted)


def _newest(
    db: Session, narrowing: Sequence[ColumnElement[bool]], after: tuple[str, ...], limit: int
) -> list[str]:
    chosen = select(SessionRow.session_id).where(*narrowing).order_by(*_NEWEST).limit(limit)
    if after:
        chosen = chosen.where(tuple_(SessionRow.created_wall, SessionRow.session_id) < after)
    return list(db.scalars(chosen))


def _page(db: Session, sessions: list[str], limit: int) -> SessionPage:
    """The lines of sessions; one more than ``limit`` tells that there are others."""
    chosen = (
        select(SessionRow, CandidateRow.name, RecordingRow, AssessmentRow)
        .join(CandidateRow, CandidateRow.id == SessionRow.candidate_id)
        .outerjoin(RecordingRow, RecordingRow.session_id == SessionRow.session_id)
        .outerjoin(AssessmentRow, AssessmentRow.session_id == SessionRow.session_id)
        .where(SessionRow.session_id.in_(sessions[:limit]))
        .order_by(*_NEWEST)
    )
    lines = [SessionLine(*row) for row in db.execute(chosen)]
    last = lines[-1].row if len(sessions) > limit else None
    return SessionPage(lines, f"{last.created_wall}~{last.session_id}" if last else "")


def _with_id(begins: str) -> ColumnElement[bool]:
    """A range, which every index can answer whatever its collation: "g" comes after all digits."""
    return SessionRow.session_id.between(begins, begins + "g")


def _narrowing(wanted: SessionFilter) -> list[ColumnElement[bool]]:
    found = [getattr(SessionRow, name) == value for name in _EQUAL if (value := getattr(wanted, name))]
    if wanted.since_wall:
        found.append(SessionRow.created_wall >= wanted.since_wall)
    if wanted.until_wall:
        found.append(SessionRow.created_wall < wanted.until_wall)
    return found
