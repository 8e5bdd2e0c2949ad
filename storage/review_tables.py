"""The tables of what HR makes of sessions, as typed rows; projections like most others."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.domain.moment import Moment
from kiosk.domain.review import Viewed
from kiosk.domain.standing import FinalStatus
from storage.schema import Tables, moment


class ViewRow(Tables):
    """Somebody looked at a session."""

    __tablename__ = "views"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    by: Mapped[str]
    what: Mapped[Viewed]
    viewed: Mapped[Moment] = moment("viewed")


class RatingRow(Tables):
    """A person's last level for a criterion."""

    __tablename__ = "ratings"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    criterion: Mapped[str] = mapped_column(primary_key=True)
    by: Mapped[str] = mapped_column(primary_key=True)
    level: Mapped[int]
    rules_level: Mapped[int | None]
    """What the rules had found by then; empty where they had withheld it."""
    reason: Mapped[str]
    rated: Mapped[Moment] = moment("rated")


class NoteRow(Tables):
    """A remark about a session or about an instant of its recording."""

    __tablename__ = "notes"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    by: Mapped[str]
    text: Mapped[str]
    at_s: Mapped[float | None]
    """Seconds in the finished recording."""
    written: Mapped[Moment] = moment("written")


class DecisionRow(Tables):
    """Passed or not; the last one stands in the session as well."""

    __tablename__ = "decisions"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    by: Mapped[str]
    decision: Mapped[FinalStatus]
    reason: Mapped[str]
    overall: Mapped[float | None]
    """The rules' score by then."""
    overrides: Mapped[int]
    """Criteria that whoever decided had rated otherwise than the rules."""
    decided: Mapped[Moment] = moment("decided")
