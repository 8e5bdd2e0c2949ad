"""Having sessions judged in the background. Safe to run twice."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from sqlalchemy import delete, insert, select

from kiosk.wire.session import Assessment, SessionStatus, WorkStatus
from server.compat.shapes import Scoring
from server.database import Database
from server.tables.sessions import AnswerRow, AssessmentRow, Origin, QuestionRow, SessionRow

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Heard:
    """What is judged: what was asked and answered, and whether software may look at it."""

    session_id: str
    by_software: bool
    questions: list[QuestionRow]
    answers: list[AnswerRow]


Analyst = Callable[[Heard], Assessment]
"""Judges a session; what it cannot judge it withholds."""


class Analysis:
    """Any thread may call."""

    def __init__(self, database: Database, analyst: Analyst | None) -> None:
        self._database = database
        self._analyst = analyst

    def analyse(self, session_id: str) -> None:
        """Judge a session that another program conducted and ended."""
        heard = self._heard(session_id)
        if heard is None:
            return
        try:
            found = self._analyst(heard) if self._analyst else None
        except Exception:
            log.exception("a session could not be judged", session=session_id)
            found = None
        with self._database.write() as db:
            row = db.get(SessionRow, session_id)
            if row is None:
                return
            row.analysis_status = WorkStatus.COMPLETED if found else WorkStatus.FAILED
            row.revision += 1
            if found:
                db.execute(delete(AssessmentRow).where(AssessmentRow.session_id == session_id))
                db.execute(insert(AssessmentRow), [{"session_id": session_id, **found.model_dump()}])

    def unfinished(self) -> list[str]:
        """Sessions whose analysis a crash left undone."""
        chosen = select(SessionRow.session_id).where(
            SessionRow.origin == Origin.API,
            SessionRow.status == SessionStatus.COMPLETED,
            SessionRow.analysis_status == WorkStatus.PROCESSING,
        )
        with self._database.read() as db:
            return list(db.scalars(chosen))

    def _heard(self, session_id: str) -> Heard | None:
        with self._database.read() as db:
            row = db.get(SessionRow, session_id)
            if row is None or row.analysis_status is not WorkStatus.PROCESSING:
                return None
            questions = select(QuestionRow).filter_by(session_id=session_id).order_by(QuestionRow.number)
            answers = select(AnswerRow).filter_by(session_id=session_id).order_by(AnswerRow.attempt)
            return Heard(
                session_id=session_id,
                by_software=row.scoring == Scoring.AI_AND_HUMAN,
                questions=list(db.scalars(questions)),
                answers=list(db.scalars(answers)),
            )
