"""What HR looked at, remarked, rated and decided."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.assessment import Assessment
from kiosk.domain.moment import Moment
from kiosk.domain.plain import from_plain
from kiosk.domain.rubric import LEVELS
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from storage.projections.change import Change
from storage.review_tables import DecisionRow, NoteRow, RatingRow, ViewRow
from storage.tables import AssessmentRow, SessionRow


def project(db: Session, change: Change) -> None:
    """Only about sessions that are there."""
    event, seq, moment = change.event, change.seq, change.moment
    match event:
        case SessionViewed(session=session, by=by, what=what) if db.get(SessionRow, session):
            db.merge(ViewRow(seq=seq, session_id=session, by=by, what=what, viewed=moment))
        case CriterionRated() if db.get(SessionRow, event.session) and 0 <= event.level < LEVELS:
            _rated(db, event, moment)
        case NoteWritten(session=session, by=by, text=text, at_s=at_s) if db.get(SessionRow, session):
            db.merge(NoteRow(seq=seq, session_id=session, by=by, text=text, at_s=at_s, written=moment))
        case NoteRemoved(session=session, by=by, note=note):
            _removed(db, session, by, note)
        case SessionDecided():
            _decided(db, event, seq, moment)
        case _:
            pass


def _rated(db: Session, event: CriterionRated, moment: Moment) -> None:
    db.merge(
        RatingRow(
            session_id=event.session,
            question_id=event.question,
            criterion=event.criterion,
            by=event.by,
            level=event.level,
            rules_level=_rules_level(db, event),
            reason=event.reason,
            rated=moment,
        )
    )


def _rules_level(db: Session, event: CriterionRated) -> int | None:
    judged = db.get(AssessmentRow, event.session)
    if judged is None:
        return None
    levels = {
        (answer.question, one.criterion): one.level
        for answer in from_plain(Assessment, judged.assessment).answers
        for one in answer.criteria
    }
    return levels.get((event.question, event.criterion))


def _removed(db: Session, session: str, by: str, note: int) -> None:
    """Nobody takes back what somebody else has written."""
    row = db.get(NoteRow, note)
    if row is not None and (row.session_id, row.by) == (session, by):
        db.delete(row)


def _decided(db: Session, event: SessionDecided, seq: int, moment: Moment) -> None:
    session = db.get(SessionRow, event.session)
    if session is None:
        return
    session.final_status = event.decision
    judged = db.get(AssessmentRow, event.session)
    db.merge(
        DecisionRow(
            seq=seq,
            session_id=event.session,
            by=event.by,
            decision=event.decision,
            reason=event.reason,
            overall=judged.overall_score if judged else None,
            overrides=_overrides(db, event),
            decided=moment,
        )
    )


def _overrides(db: Session, event: SessionDecided) -> int:
    own = select(RatingRow).filter_by(session_id=event.session, by=event.by)
    return sum(row.rules_level is not None and row.level != row.rules_level for row in db.scalars(own))
