"""The list of sessions: who sees which, narrowed by filters and by words, the newest first."""

import re
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, true, tuple_
from sqlalchemy.orm import Session

from server.identity.roles import Permission, Person
from server.search import index
from server.sessions.views import SessionFilter, SessionLine, SessionPage
from server.tables.sessions import AssessmentRow, CandidateRow, GrantRow, RecordingRow, SessionRow
from server.times import now

_ID_BEGINS = re.compile(r"[0-9a-f]{6,32}")
_OWN_ORDER = (SessionRow.created_wall, SessionRow.session_id)
_EQUAL = ("status", "final_status", "pack_id", "station_id", "candidate_id", "recording_status")


def page_of(db: Session, person: Person, wanted: SessionFilter, after: str, limit: int) -> SessionPage:
    """The newest sessions that somebody may see, from ``after`` on.

    What looks like the beginning of an id is one, if there is such a session; else it is a word.
    """
    text = wanted.text.strip()
    chosen = _lines().where(visible_to(person), *_narrowing(wanted))
    if _ID_BEGINS.fullmatch(text.lower()):
        found = _page(db, chosen.where(_with_id(text.lower())), _OWN_ORDER, after, limit)
        if found.lines:
            return found
    if not text:
        return _page(db, chosen, _OWN_ORDER, after, limit)
    matching = index.matching(db, text)
    if matching is None:
        return SessionPage([], "")
    listed = index.words_table  # where the words are, their sessions' times are too: no need to sort
    chosen = chosen.join(listed, listed.c.session_id == SessionRow.session_id).where(matching)
    return _page(db, chosen, (listed.c.created_wall, listed.c.session_id), after, limit)


def visible_to(person: Person) -> ColumnElement[bool]:
    """Whether somebody may see a row of sessions."""
    if person.may(Permission.SEE_SESSIONS):
        return true()
    granted = select(GrantRow.session_id).where(
        GrantRow.user_id == person.id,
        or_(GrantRow.expires_wall.is_(None), GrantRow.expires_wall > now()),
    )
    return SessionRow.session_id.in_(granted)


def _lines() -> Select[Any]:
    chosen: Select[Any] = (
        select(SessionRow)
        .add_columns(CandidateRow.name, RecordingRow, AssessmentRow)
        .join(CandidateRow, CandidateRow.id == SessionRow.candidate_id)
        .outerjoin(RecordingRow, RecordingRow.session_id == SessionRow.session_id)
        .outerjoin(AssessmentRow, AssessmentRow.session_id == SessionRow.session_id)
    )
    return chosen


def _page(db: Session, chosen: Select[Any], order: tuple[Any, Any], after: str, limit: int) -> SessionPage:
    if after:
        wall, _, session_id = after.partition("~")
        chosen = chosen.where(tuple_(*order) < (wall, session_id))
    chosen = chosen.order_by(order[0].desc(), order[1].desc()).limit(limit + 1)
    lines = [SessionLine(*row) for row in db.execute(chosen)]
    last = lines[limit - 1].row if len(lines) > limit else None
    return SessionPage(lines[:limit], f"{last.created_wall}~{last.session_id}" if last else "")


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
