"""What the fairness board is made of; who counts it is given. Any thread may call; raises ``ServerError``."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.wire.session import FinalStatus, SessionStatus
from server.audit.service import record
from server.database import Database
from server.identity.roles import Person
from server.tables.review import RatingRow
from server.tables.sessions import AnswerRow, AssessmentRow, MessageRow, QuestionRow, SessionRow

MOST = 5000
"""The newest interviews that are looked at; a share of so many moves no more by what came before."""


@dataclass(frozen=True, slots=True)
class Met:
    """One candidate and one question."""

    question: str
    text: str
    said_again: bool
    skipped: bool
    score: float | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Interviews that are over."""

    held: tuple[tuple[str, FinalStatus, float | None], ...]
    """Session, decision, overall score by the rules."""
    met: tuple[Met, ...]
    pairs: tuple[tuple[str, int, int], ...]
    """Question, a person's level for a criterion, the rules' level for it."""


Counter = Callable[[Facts], Mapping[str, Any]]
"""Makes a board of facts: plain data with the fields of ``kiosk.domain.fairness.Board``."""


class Fairness:
    """Describes; decides nothing, and feeds no score."""

    def __init__(self, database: Database, counter: Counter | None) -> None:
        self._database, self._counter = database, counter

    def board(self, by: Person, pack_id: str | None) -> Mapping[str, Any]:
        """The board of one pack or of all; empty where nobody can count it. The look is kept."""
        with self._database.write() as db:
            record(db, by, "fairness_seen", pack_id or "all")
        if self._counter is None:
            return {"interviews": 0}
        with self._database.read() as db:
            facts = _facts(db, pack_id)
        return self._counter(facts)

    def packs(self) -> list[tuple[str, str]]:
        """The packs that interviews were held with: id and newest title."""
        chosen = (
            select(SessionRow.pack_id, func.max(SessionRow.pack_title))
            .where(SessionRow.status == SessionStatus.COMPLETED)
            .group_by(SessionRow.pack_id)
            .order_by(func.max(SessionRow.pack_title))
        )
        with self._database.read() as db:
            return [(pack, title) for pack, title in db.execute(chosen)]


def _facts(db: Session, pack_id: str | None) -> Facts:
    chosen = (
        select(SessionRow.session_id, SessionRow.final_status)
        .where(SessionRow.status == SessionStatus.COMPLETED)
        .order_by(SessionRow.created_wall.desc())
        .limit(MOST)
    )
    if pack_id:
        chosen = chosen.where(SessionRow.pack_id == pack_id)
    decided = dict(list(db.execute(chosen)))
    of_them = chosen.with_only_columns(SessionRow.session_id).subquery()
    judged = {
        session: (overall, {line.get("question"): line for line in analysis})
        for session, overall, analysis in db.execute(
            select(
                AssessmentRow.session_id, AssessmentRow.overall_score, AssessmentRow.question_analysis
            ).join(of_them, of_them.c.session_id == AssessmentRow.session_id)
        )
    }
    lines = {session: found for session, (_, found) in judged.items()}
    return Facts(
        held=tuple(
            (session, decision, judged[session][0] if session in judged else None)
            for session, decision in decided.items()
        ),
        met=tuple(_met(db, of_them, lines)),
        pairs=tuple(_pairs(db, of_them, lines)),
    )


_Lines = Mapping[str, Mapping[Any, Mapping[str, Any]]]
"""What the rules made of each answer, by session and question."""


def _met(db: Session, of_them: Any, lines: _Lines) -> Iterator[Met]:
    def counted(row: type[MessageRow] | type[AnswerRow], *only: Any) -> dict[tuple[str, str], int]:
        chosen = (
            select(row.session_id, row.question_id, func.count())
            .join(of_them, of_them.c.session_id == row.session_id)
            .where(*only)
            .group_by(row.session_id, row.question_id)
        )
        return {(session, question): count for session, question, count in db.execute(chosen)}

    said = counted(MessageRow, MessageRow.speaker == "interviewer")
    skipped = counted(AnswerRow, AnswerRow.outcome == "skipped")
    asked = (
        select(QuestionRow.session_id, QuestionRow.question_id, QuestionRow.text)
        .join(of_them, of_them.c.session_id == QuestionRow.session_id)
        .where(QuestionRow.asked_wall.is_not(None))
        .order_by(QuestionRow.number)
    )
    for session, question, text in db.execute(asked):
        line = lines.get(session, {}).get(question, {})
        key = (session, question)
        yield Met(question, text, said.get(key, 0) > 1, key in skipped, line.get("score"))


def _pairs(db: Session, of_them: Any, lines: _Lines) -> Iterator[tuple[str, int, int]]:
    rated = select(RatingRow.session_id, RatingRow.question_id, RatingRow.criterion, RatingRow.level).join(
        of_them, of_them.c.session_id == RatingRow.session_id
    )
    for session, question, criterion, level in db.execute(rated):
        line = lines.get(session, {}).get(question, {})
        rules: Mapping[str, Any] = next(
            (one for one in line.get("criteria") or () if one.get("criterion") == criterion), {}
        )
        if isinstance(given := rules.get("level"), int):
            yield question, level, given
