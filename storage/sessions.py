"""Reading sessions back, for the command line and the results page."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.answer import GIVEN
from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.export import GOOD
from kiosk.domain.ids import CandidateId, PackId, SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.plain import from_plain
from kiosk.domain.standing import SessionStatus
from kiosk.ports.exporter import Exportable
from storage.database import Database
from storage.errors import NotFoundError
from storage.reading import read_report, rows_of
from storage.reports import SessionReport, SessionSummary
from storage.reviewing import read_reviews
from storage.tables import (
    AnswerRow,
    AssessmentRow,
    CandidateRow,
    ExportRow,
    KeepingRow,
    QuestionRow,
    RecordingRow,
    SessionRow,
)
from storage.times import instant

_CLOSED = select(KeepingRow.session_id).where(
    KeepingRow.sealed_wall.is_not(None) | KeepingRow.ordered_wall.is_not(None)
)
"""Sealed, or erased, or soon to be."""


class Sessions:
    """The read side. Any thread and any process may call; every method raises ``StorageError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list_sessions(self) -> tuple[SessionSummary, ...]:
        """All sessions, the newest first."""
        with self._database.read() as db:
            rows = db.scalars(select(SessionRow).order_by(SessionRow.__table__.c.created_wall.desc()))
            return tuple(_summary(db, row) for row in rows)

    def session(self, wanted: str) -> SessionReport:
        """One session by its id, or by as much of its beginning as names only one."""
        with self._database.read() as db:
            row = _find(db, wanted.strip().lower())
            report = read_report(db, row, _summary(db, row))
            return replace(report, reviews=read_reviews(db, row.id, row.language))

    def exportable(self) -> tuple[Exportable, ...]:
        """Every session that is over and has begun, the newest first, as a line to choose."""
        chosen = (
            select(SessionRow, CandidateRow.name, RecordingRow.size_bytes, RecordingRow.duration_s)
            .outerjoin(CandidateRow, CandidateRow.id == SessionRow.candidate_id)
            .outerjoin(RecordingRow, RecordingRow.session_id == SessionRow.id)
            .where(SessionRow.status == SessionStatus.COMPLETED, SessionRow.id.not_in(_CLOSED))
            .order_by(SessionRow.__table__.c.created_wall.desc())
        )
        taken = select(ExportRow.session_id).where(ExportRow.outcome.in_(GOOD)).distinct()
        with self._database.read() as db:
            exported = set(db.scalars(taken))
            return tuple(
                Exportable(
                    session=SessionId(row.id),
                    candidate=name or "",
                    pack_title=row.pack_title,
                    created_wall=row.created.wall,
                    length_s=length_s,
                    size_bytes=size or 0,
                    exported=row.id in exported,
                )
                for row, name, size, length_s in db.execute(chosen)
            )

    def closed(self, sessions: Sequence[SessionId]) -> bool:
        """Whether the station cannot tell of one of them any more."""
        with self._database.read() as db:
            return bool(db.scalars(_CLOSED.where(KeepingRow.session_id.in_(sessions))).first())

    def inputs(self, wanted: str) -> AssessmentInputs | None:
        """What the scores of a session were made from; ``None`` before it was judged."""
        with self._database.read() as db:
            row = db.get(AssessmentRow, _find(db, wanted.strip().lower()).id)
            return from_plain(AssessmentInputs, row.inputs) if row else None


def _find(db: Session, wanted: str) -> SessionRow:
    fitting = select(SessionRow).where(SessionRow.id.startswith(wanted, autoescape=True)).limit(2)
    rows = db.scalars(fitting).all() if wanted else []
    if not rows:
        raise NotFoundError(f"there is no session {wanted!r}; “main.py sessions” lists them all")
    if len(rows) > 1:
        raise NotFoundError(f"several sessions begin with {wanted!r}; please give more of the id")
    return rows[0]


def _summary(db: Session, row: SessionRow) -> SessionSummary:
    candidate = db.get(CandidateRow, row.candidate_id)
    questions = rows_of(db, QuestionRow, row.id)
    given = {answer.question_id for answer in rows_of(db, AnswerRow, row.id) if answer.outcome in GIVEN}
    return SessionSummary(
        id=SessionId(row.id),
        candidate=CandidateId(row.candidate_id),
        candidate_name=candidate.name if candidate else "",
        pack=PackId(row.pack_id),
        pack_title=row.pack_title,
        status=row.status,
        recording_status=row.recording_status,
        created_wall=row.created.wall,
        started_wall=row.started.wall if row.started else None,
        completed_wall=row.completed.wall if row.completed else None,
        duration_s=_duration_s(row.started, row.completed),
        questions=len(questions),
        asked=sum(question.asked is not None for question in questions),
        answered=len(given),
    )


def _duration_s(started: Moment | None, completed: Moment | None) -> float | None:
    """By the monotonic clock; across a restart only the wall clock can tell."""
    if started is None or completed is None:
        return None
    if started.boot_id == completed.boot_id:
        return round(completed.seconds_after(started), 3)
    return max(0.0, (instant(completed.wall) - instant(started.wall)).total_seconds())
