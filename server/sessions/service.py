"""Reading, deciding, assigning and erasing sessions, for whoever may. Raises ``ServerError``.

Who may see a session: those who may see all, and those who were asked to look at it. To anybody else it is
not there. Every look at one session is kept in the audit log.
"""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.wire.orders import Erase
from kiosk.wire.pieces import FileState
from kiosk.wire.session import FinalStatus
from server.audit.service import look, record
from server.blobs.store import BlobError, Blobs
from server.database import Database
from server.errors import BusyError, ConflictError, NotFoundError
from server.identity.roles import Person
from server.identity.secrets import new_id
from server.orders.service import active_stations, give, withdraw_invites
from server.search import index
from server.sessions.documents import insert_new
from server.sessions.listing import page_of, visible_to
from server.sessions.views import SessionFilter, SessionPage, SessionView
from server.tables.files import ChunkRow, FileRow, PieceRow
from server.tables.model import Tables
from server.tables.people import UserRow
from server.tables.review import HoldRow
from server.tables.sessions import (
    AnswerRow,
    AssessmentRow,
    CandidateRow,
    CodeSubmissionRow,
    DecisionRow,
    ErasureRow,
    GrantRow,
    InvitationRow,
    IssueRow,
    MessageRow,
    QuestionRow,
    RecordingRow,
    SessionRow,
)
from server.tables.stations import StationRow
from server.times import now

Row = TypeVar("Row", bound=Tables)


class Sessions:
    """Any thread may call."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    # --- reading ---------------------------------------------------------------------------
    def page(self, person: Person, wanted: SessionFilter, after: str = "", limit: int = 50) -> SessionPage:
        """The newest sessions that somebody may see, from ``after`` on."""
        with self._database.read() as db:
            return page_of(db, person, wanted, after, limit)

    def view(self, person: Person, session_id: str, why: str = "session_seen") -> SessionView:
        """Everything of one session; the look is kept in the audit log."""
        with self._database.write() as db:
            row = visible_session(db, person, session_id)
            record(db, person, why, session_id)
            return _view(db, row)

    def file(self, person: Person, session_id: str, name: str) -> FileRow:
        """A whole file of a session; the look is kept in the audit log, once for all of its requests."""
        with self._database.read() as db:
            visible_session(db, person, session_id)
            row = _whole_file(db, session_id, name)
        look(self._database, person, session_id, file=name)
        return row

    def file_behind_link(self, session_id: str, name: str) -> FileRow:
        """A whole file of a session, for a link; who opened it keeps the look."""
        with self._database.read() as db:
            return _whole_file(db, session_id, name)

    def behind_link(self, session_id: str) -> SessionView:
        """Everything of one session, for a link that was opened (and kept in the audit log) already."""
        with self._database.read() as db:
            row = db.get(SessionRow, session_id)
            if row is None:
                raise NotFoundError("there is no such session")
            return _view(db, row)

    def station_of(self, session_id: str) -> str | None:
        """The station that conducts a session; ``None`` when another program does."""
        with self._database.read() as db:
            row = db.get(SessionRow, session_id)
        if row is None:
            raise NotFoundError("there is no such session")
        return row.station_id

    def newest_of(self, person: Person, candidate_id: str) -> str:
        """A candidate's newest session that somebody may see."""
        chosen = (
            select(SessionRow.session_id)
            .where(SessionRow.candidate_id == candidate_id, visible_to(person))
            .order_by(SessionRow.created_wall.desc())
            .limit(1)
        )
        with self._database.read() as db:
            found = db.scalar(chosen)
        if found is None:
            raise NotFoundError("there is no such candidate")
        return found

    # --- deciding --------------------------------------------------------------------------
    def decide(self, person: Person, session_id: str, final_status: FinalStatus, reason: str) -> None:
        """Keep a person's decision and why; earlier ones stay."""
        with self._database.write() as db:
            row = visible_session(db, person, session_id)
            row.final_status = final_status
            db.add(
                DecisionRow(
                    id=new_id(),
                    session_id=session_id,
                    user_id=person.id,
                    by=person.name,
                    final_status=final_status,
                    reason=reason,
                    wall=now(),
                )
            )
            record(db, person, "decided", session_id, final_status=final_status)

    def assign(self, person: Person, session_id: str, user_id: str, until_wall: str | None = None) -> None:
        """Ask somebody to look at a session, which lets them."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            if db.get(UserRow, user_id) is None:
                raise NotFoundError("there is no such account")
            db.merge(
                GrantRow(
                    session_id=session_id,
                    user_id=user_id,
                    granted_by=person.name,
                    granted_wall=now(),
                    expires_wall=until_wall,
                )
            )
            record(db, person, "assigned", session_id, user=user_id)

    def withdraw(self, person: Person, session_id: str, user_id: str) -> None:
        """Somebody is to see a session no more."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            db.execute(delete(GrantRow).where(GrantRow.session_id == session_id, GrantRow.user_id == user_id))
            record(db, person, "assignment_withdrawn", session_id, user=user_id)

    # --- erasing ---------------------------------------------------------------------------
    def erase(self, person: Person | str, candidate_id: str) -> None:
        """Erase everything of a candidate here and order it of every station.

        First it is written down, so that nothing more of them is taken. Then the bytes go: if the object
        store refuses, nothing is forgotten, the error is loud, and erasing again goes on. They go once more
        at the end, for what was on its way when they went; who comes even later finds no session.
        """
        by = person.name if isinstance(person, Person) else person
        with self._database.write() as db:
            sessions = _doom(db, candidate_id, by)
        self._remove_blobs(sessions)
        with self._database.write() as db:
            give(db, active_stations(db), Erase(candidate_id=candidate_id), by)
            _forget(db, candidate_id, sessions)
            record(db, person, "erased", candidate_id, sessions=len(sessions))
        self._remove_blobs(sessions)
        self._database.scrub()

    def _remove_blobs(self, sessions: Sequence[str]) -> None:
        try:
            for session_id in sessions:
                for kind in ("files", "pieces", "chunks"):
                    self._blobs.remove_below(f"{kind}/{session_id}")
        except BlobError as error:
            raise BusyError(f"not erased: {error}") from error


def visible_session(db: Session, person: Person, session_id: str) -> SessionRow:
    """A session, if this person may see it. Raises ``NotFoundError``."""
    row = db.scalar(select(SessionRow).where(SessionRow.session_id == session_id, visible_to(person)))
    if row is None:
        raise NotFoundError("there is no such session")
    return row


def _view(db: Session, row: SessionRow) -> SessionView:
    candidate = db.get_one(CandidateRow, row.candidate_id)
    station = db.get(StationRow, row.station_id) if row.station_id else None
    decisions = _rows(db, DecisionRow, row.session_id)
    return SessionView(
        row=row,
        candidate_name=candidate.name,
        station_name=station.name if station else "",
        questions=_rows(db, QuestionRow, row.session_id),
        answers=_rows(db, AnswerRow, row.session_id),
        messages=_rows(db, MessageRow, row.session_id),
        code=_rows(db, CodeSubmissionRow, row.session_id),
        issues=_rows(db, IssueRow, row.session_id),
        files=_rows(db, FileRow, row.session_id),
        decisions=sorted(decisions, key=lambda decision: decision.wall, reverse=True),
        recording=db.get(RecordingRow, row.session_id),
        assessment=db.get(AssessmentRow, row.session_id),
    )


def _whole_file(db: Session, session_id: str, name: str) -> FileRow:
    row = db.get(FileRow, (session_id, name))
    if row is None or row.state is not FileState.KEPT:
        raise NotFoundError("there is no such file, or not yet")
    return row


def _rows(db: Session, table: type[Row], session_id: str) -> list[Row]:
    key = table.__table__.primary_key
    return list(db.scalars(select(table).filter_by(session_id=session_id).order_by(*key)))


def _sessions_of(db: Session, candidate_id: str) -> list[str]:
    return list(db.scalars(select(SessionRow.session_id).where(SessionRow.candidate_id == candidate_id)))


def _doom(db: Session, candidate_id: str, by: str) -> list[str]:
    """Keep that somebody is to be erased; their sessions, to which none is added any more."""
    if db.get(CandidateRow, candidate_id, with_for_update=True) is None:
        raise NotFoundError("there is no such candidate")
    sessions = _sessions_of(db, candidate_id)
    if db.scalar(select(HoldRow.session_id).where(HoldRow.session_id.in_(sessions)).limit(1)):
        raise ConflictError("a session of this person is held; release it first", "held")
    insert_new(db, ErasureRow, candidate_id=candidate_id, wall=now(), by=by)
    return sessions


def _forget(db: Session, candidate_id: str, sessions: list[str]) -> None:
    """Rows that hang on a session go with it."""
    withdraw_invites(db, candidate_id)
    for table in (FileRow, PieceRow, ChunkRow):
        db.execute(delete(table).where(table.session_id.in_(sessions)))
    index.forget(db, sessions)
    index.sweep(db)
    db.execute(delete(SessionRow).where(SessionRow.session_id.in_(sessions)))
    db.execute(delete(InvitationRow).where(InvitationRow.candidate_id == candidate_id))
    db.execute(delete(CandidateRow).where(CandidateRow.id == candidate_id))
