"""What people made of a session, for documents that leave the station."""

from sqlalchemy.orm import Session

from kiosk.domain.ids import QuestionId
from kiosk.domain.review import Decision, ReviewNote
from storage.inputs import pack_of
from storage.reading import rows_of
from storage.reports import RatingReport, ReviewReport
from storage.review_tables import DecisionRow, NoteRow, RatingRow


def read_reviews(db: Session, session: str, language: str | None) -> ReviewReport:
    """Ratings only once somebody has decided."""
    ratings = rows_of(db, RatingRow, session)
    decisions = tuple(map(decision_of, rows_of(db, DecisionRow, session)))
    return ReviewReport(
        raters=len({row.by for row in ratings}),
        ratings=_ratings(db, session, language) if decisions else (),
        notes=tuple(map(note_of, rows_of(db, NoteRow, session))),
        decisions=decisions,
    )


def _ratings(db: Session, session: str, language: str | None) -> tuple[RatingReport, ...]:
    pack = pack_of(db, session)
    spoken = language or pack.languages[0]
    places = {question.id: number for number, question in enumerate(pack.questions)}
    titles = {
        (question.id, criterion.id): criterion.title.get(spoken, criterion.id)
        for question in pack.questions
        for criterion in question.rubric
    }
    found = [
        RatingReport(
            question=QuestionId(row.question_id),
            criterion=row.criterion,
            title=titles.get((QuestionId(row.question_id), row.criterion), row.criterion),
            level=row.level,
            rules_level=row.rules_level,
            by=row.by,
            reason=row.reason,
            wall=row.rated.wall,
        )
        for row in rows_of(db, RatingRow, session)
    ]
    return tuple(
        sorted(found, key=lambda one: (places.get(one.question, len(places)), one.criterion, one.by))
    )


def note_of(row: NoteRow) -> ReviewNote:
    """A note as people read it."""
    return ReviewNote(row.seq, row.by, row.written.wall, row.text, row.at_s)


def decision_of(row: DecisionRow) -> Decision:
    """A decision as people read it."""
    return Decision(row.decision, row.by, row.reason, row.decided.wall, row.overall, row.overrides)
