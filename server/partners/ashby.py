"""Partners that speak as Ashby does: they list, start and cancel assessments, and are sent the result."""

from typing import Annotated, Any

from pydantic import Field

from kiosk.wire.message import Id, Key
from server.partners.applicant import Applicant, Said
from server.partners.views import SCORES, OrderState, OrderView, result_fields

METHOD = "POST"
_STATUS = {
    OrderState.INVITED: "started",
    OrderState.IN_PROGRESS: "in_progress",
    OrderState.ANALYSING: "in_progress",
    OrderState.COMPLETED: "completed",
}


class AshbyApplicant(Applicant):
    """Whom to assess, and their own id for them."""

    ashby_id: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+$")]


class Start(Said):
    """Begin an assessment."""

    assessment_type_id: Key
    candidate: AshbyApplicant


class Cancel(Said):
    """Take an assessment back."""

    assessment_id: Id


def as_type(pack_id: str) -> dict[str, Any]:
    """A question pack as a kind of assessment."""
    return {"assessment_type_id": pack_id, "name": pack_id}


def update_fields(view: OrderView, site: str) -> dict[str, Any]:
    """How far an assessment is, and its scores once there are any."""
    result = result_fields(view, site) or {}
    scores = ("overall_score", *SCORES)
    return {
        "assessment_id": view.row.id,
        "assessment_status": _STATUS.get(view.state, "cancelled"),
        "assessment_profile_url": result.get("link", ""),
        "assessment_result": [
            {
                "identifier": name,
                "label": name.replace("_", " "),
                "type": "numeric_score",
                "value": result[name],
            }
            for name in scores
            if result.get(name) is not None
        ],
        "metadata": {"state": view.state, "final_status": result.get("final_status")},
    }


def ended(view: OrderView, site: str) -> dict[str, Any]:
    """What is told when the interview has ended."""
    return update_fields(view, site)
