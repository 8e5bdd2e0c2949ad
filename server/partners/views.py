"""An assessment order as it is seen: how far it is follows from its invitation and its session."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.wire.session import SessionStatus, WorkStatus
from server.tables.partners import AssessmentOrderRow
from server.tables.sessions import AssessmentRow, CandidateRow, InvitationRow, SessionRow
from server.times import now

SCORES = ("technical_score", "communication_score", "problem_solving_score", "cultural_fit_score")
_JUDGED = (WorkStatus.COMPLETED, WorkStatus.FAILED)


class OrderState(StrEnum):
    """How far an order is."""

    INVITED = "invited"
    IN_PROGRESS = "in_progress"
    ANALYSING = "analysing"
    COMPLETED = "completed"
    DECLINED = "declined"
    """The candidate did not consent."""
    ABANDONED = "abandoned"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


ENDED = (OrderState.COMPLETED, OrderState.DECLINED, OrderState.ABANDONED)
"""Whoever ordered is told of these."""


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order and what has come of it."""

    row: AssessmentOrderRow
    invitation: InvitationRow
    candidate: CandidateRow
    session: SessionRow | None
    assessment: AssessmentRow | None

    @property
    def state(self) -> OrderState:
        """How far it is now."""
        if self.session is not None:
            return _state_of(self.session)
        if self.invitation.withdrawn_wall is not None:
            return OrderState.WITHDRAWN
        return OrderState.EXPIRED if now() >= self.invitation.valid_until_wall else OrderState.INVITED


def _state_of(session: SessionRow) -> OrderState:
    match session.status:
        case SessionStatus.DECLINED:
            return OrderState.DECLINED
        case SessionStatus.ABANDONED:
            return OrderState.ABANDONED
        case SessionStatus.COMPLETED:
            judged = session.analysis_status in _JUDGED
            return OrderState.COMPLETED if judged else OrderState.ANALYSING
    return OrderState.IN_PROGRESS


def order_fields(view: OrderView) -> dict[str, Any]:
    """An order without its result."""
    row, invitation = view.row, view.invitation
    return {
        "id": row.id,
        "state": view.state,
        "ordered_by": row.ordered_by,
        "partner": row.partner,
        "reference": row.reference,
        "candidate_reference": row.candidate_reference,
        "candidate_id": invitation.candidate_id,
        "invitation_id": invitation.id,
        "pack_id": invitation.pack_id,
        "valid_from": invitation.valid_from_wall,
        "valid_until": invitation.valid_until_wall,
        "callback_url": row.callback_url,
        "delivery": row.delivery,
        "delivery_attempts": row.attempts,
        "delivery_outcome": row.outcome,
        "created_wall": row.created_wall,
    }


def result_fields(view: OrderView, site: str) -> dict[str, Any] | None:
    """What came of an interview that ended; ``None`` before. A score that was withheld is empty.

    ``site`` is the server's address; without one the link is a path.
    """
    session, assessment = view.session, view.assessment
    if session is None or view.state not in ENDED:
        return None
    scores = {name: getattr(assessment, name, None) for name in (*SCORES, "overall_score")}
    return {
        "session_id": session.session_id,
        "completed_at": session.completed_wall,
        "duration": session.duration_s,
        **scores,
        "analysis_status": session.analysis_status,
        "final_status": session.final_status,
        "link": result_link(session.session_id, site),
    }


def result_link(session_id: str, site: str) -> str:
    """Where people read the result, who sign in for it."""
    return f"{site.rstrip('/')}/ai-interview/results/{session_id}/"
