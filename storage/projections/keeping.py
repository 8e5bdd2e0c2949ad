"""How long a session is kept; and what is left of it in the tables once it is sealed or to be erased."""

from typing import Any

from sqlalchemy import ColumnElement, delete, select, true, update
from sqlalchemy.orm import Session

from kiosk.domain.plain import as_mapping
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.standing import OVER
from kiosk.flow.events import InvitationAccepted, SessionErased, SessionSealed, told_session
from kiosk.flow.further import WORDED
from kiosk.flow.staff import ErasureOrdered, RetentionLocked, RetentionReleased
from storage import search
from storage.projections.change import Change
from storage.review_tables import DecisionRow, NoteRow, RatingRow
from storage.schema import Tables
from storage.statuses import IssueKind, WorkStatus
from storage.tables import (
    PROJECTIONS,
    AnswerRow,
    AssessmentRow,
    CandidateRow,
    CodeSubmissionRow,
    ExportRow,
    GapRow,
    InvitationRow,
    IssueRow,
    KeepingRow,
    MessageRow,
    QuestionRow,
    SessionRow,
    TranscriptRow,
)

PERSONAL_ROWS: tuple[type[Tables], ...] = (
    TranscriptRow,
    AssessmentRow,
    CodeSubmissionRow,
    RatingRow,
    NoteRow,
)
"""Tables that hold nothing but what somebody said, wrote or was judged to be worth."""
PERSONAL_COLUMNS: tuple[tuple[type[Tables], dict[str, Any], ColumnElement[bool]], ...] = (
    (AnswerRow, {"text": None}, true()),
    (MessageRow, {"text": None}, MessageRow.attempt.is_not(None)),
    (MessageRow, {"text": None}, MessageRow.question_id.endswith(f".{WORDED}")),
    (QuestionRow, {"text": "", "wording": None}, QuestionRow.worded_by.is_not(None)),
    (IssueRow, {"detail": ""}, IssueRow.kind == IssueKind.INCIDENT),
    (GapRow, {"reason": ""}, true()),
    (KeepingRow, {"kept_reason": None}, true()),
    (DecisionRow, {"reason": "", "overall": None, "overrides": 0}, true()),
    (SessionRow, {"end_reason": ""}, SessionRow.end_reason.is_not(None)),
)
"""What stands in the other tables instead of words about somebody, and in which rows."""


STAYS: tuple[type[Tables], ...] = (SessionRow, KeepingRow, ExportRow)
"""What is still told of a session that is erased: that it was, and which copies left the station."""


def is_closed(db: Session, change: Change) -> bool:
    """Whether the entry is about a session of which the tables learn nothing any more."""
    session = told_session(change.event)
    row = db.get(KeepingRow, session) if session else None
    return row is not None and bool(row.sealed_wall or row.ordered_wall)


def project(db: Session, change: Change) -> None:
    """Follow what staff, the date and the keeper do with sessions."""
    match change.event:
        case InvitationAccepted(session=session, pack=pack):
            db.merge(KeepingRow(session_id=session, retention_days=pack.retention_days))
        case RetentionLocked(session=session, by=by, reason=reason) if row := db.get(KeepingRow, session):
            row.kept_by, row.kept_reason = by, None if row.sealed_wall else reason
        case RetentionReleased(session=session) if row := db.get(KeepingRow, session):
            row.kept_by = row.kept_reason = None
        case SessionSealed() if row := db.get(KeepingRow, change.event.session):
            _seal(db, row, change.event, change.moment.wall)
        case ErasureOrdered() if row := db.get(KeepingRow, change.event.session):
            _order(db, row, change.event, change.moment.wall)
        case SessionErased(session=session, stores=stores) if row := db.get(KeepingRow, session):
            row.erased_wall = row.erased_wall or change.moment.wall
            row.stores = [as_mapping(store) for store in stores]
        case _:
            pass


def _seal(db: Session, row: KeepingRow, event: SessionSealed, wall: str) -> None:
    """Nothing personal stays; what the list shows does."""
    if row.sealed_wall is not None or row.ordered_wall is not None:
        return
    row.sealed_wall, row.readers = wall, list(event.readers)
    db.flush()
    search.forget(db, event.session)
    for table in PERSONAL_ROWS:
        db.execute(delete(table).filter_by(session_id=event.session))
    for table, blank, where in PERSONAL_COLUMNS:
        key = "id" if table is SessionRow else "session_id"
        db.execute(update(table).filter_by(**{key: event.session}).where(where).values(**blank))
    session = db.get_one(SessionRow, event.session)
    session.analysis_status = WorkStatus.COMPLETED  # nothing more can be judged here
    if session.recording_status is not RecordingStatus.NOT_STARTED:
        _forget_name(db, session)
        db.execute(update(InvitationRow).filter_by(id=session.invitation_id).values(accommodations=None))


def _order(db: Session, row: KeepingRow, event: ErasureOrdered, wall: str) -> None:
    """From here on nothing is told of the session but that it was; refused while it runs or is locked."""
    session = db.get_one(SessionRow, event.session)
    if row.ordered_wall is not None or row.kept_by is not None or session.status not in OVER:
        return
    row.ordered_wall, row.ordered_by, row.cause = wall, event.by, event.cause
    row.kept_reason = None
    db.flush()
    search.forget(db, event.session)
    for table in PROJECTIONS:
        if table not in STAYS:
            db.execute(delete(table).filter_by(session_id=event.session))
    session.analysis_status = WorkStatus.COMPLETED
    session.end_reason = session.device_info = session.network_quality = None
    _forget_name(db, session)
    _forget_invitation(db, session)


def _forget_name(db: Session, session: SessionRow) -> None:
    """Unless another session of the same person is still readable."""
    closed = KeepingRow.sealed_wall.is_not(None) | KeepingRow.ordered_wall.is_not(None)
    others = (
        select(SessionRow.id)
        .join(KeepingRow, KeepingRow.session_id == SessionRow.id)
        .where(SessionRow.candidate_id == session.candidate_id, SessionRow.id != session.id, ~closed)
    )
    if db.scalars(others).first() is None:
        db.execute(update(CandidateRow).filter_by(id=session.candidate_id).values(name=""))


def _forget_invitation(db: Session, session: SessionRow) -> None:
    db.execute(delete(InvitationRow).filter_by(id=session.invitation_id))
