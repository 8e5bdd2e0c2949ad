"""Assessments that other programs ordered."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.model import Hex32, Tables, Wall


class Partner(StrEnum):
    """In which words a program wants to be told."""

    PLAIN = "plain"
    GREENHOUSE = "greenhouse"
    ASHBY = "ashby"


class Delivery(StrEnum):
    """How far telling has come."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    """For the end of the interview, or for the next attempt."""
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


class Outcome(StrEnum):
    """What became of one attempt to tell."""

    DELIVERED = "delivered"
    FORBIDDEN_ADDRESS = "forbidden_address"
    """The rule of ``server.partners.addresses``."""
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    REDIRECTED = "redirected"
    REFUSED = "refused"
    """4xx: another attempt would be refused too."""
    BUSY = "busy"
    """5xx, 408 or 429."""


class AssessmentOrderRow(Tables):
    """One order; how far it is follows from its invitation and the session that began with it."""

    __tablename__ = "assessment_orders"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    user_id: Mapped[Hex32]
    ordered_by: Mapped[str]
    """Their name then."""
    partner: Mapped[Partner]
    reference: Mapped[str]
    """The orderer's own word for the order."""
    candidate_reference: Mapped[str]
    """The orderer's own word for the person."""
    invitation_id: Mapped[Hex32] = mapped_column(
        ForeignKey("invitations.id", ondelete="CASCADE"), unique=True
    )
    """Erasing the person erases the order."""
    callback_url: Mapped[str]
    """Empty: nobody wants to be told."""
    delivery: Mapped[Delivery]
    attempts: Mapped[int]
    due_wall: Mapped[Wall]
    """Not before this."""
    outcome: Mapped[Outcome | None]
    """Of the last attempt."""
    created_wall: Mapped[Wall]

    __table_args__ = (
        Index("ix_assessment_orders_reference", "user_id", "reference"),
        Index("ix_assessment_orders_due", "delivery", "due_wall"),
        Index("ix_assessment_orders_newest", "created_wall", "id"),
    )
