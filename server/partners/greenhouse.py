"""Partners that speak as Greenhouse does: they list tests, send one, and are nudged to ask how it went."""

from typing import Annotated, Any

from pydantic import Field

from kiosk.wire.message import Key
from server.partners.applicant import Applicant, Said
from server.partners.views import ENDED, OrderView, result_fields

METHOD = "PATCH"


class SendTest(Said):
    """Have somebody do a test."""

    partner_test_id: Key
    candidate: Applicant
    url: Annotated[str, Field(min_length=1, max_length=2000)]
    """Whom to nudge; it names the order too, on their side."""


def as_test(pack_id: str) -> dict[str, Any]:
    """A question pack as a test."""
    return {"partner_test_id": pack_id, "partner_test_name": pack_id}


def status_fields(view: OrderView, site: str) -> dict[str, Any]:
    """How a test went."""
    result = result_fields(view, site) or {}
    return {
        "partner_status": "complete" if view.state in ENDED else view.state,
        "partner_profile_url": result.get("link", ""),
        "partner_score": result.get("overall_score"),
        "metadata": {"state": view.state, "final_status": result.get("final_status")},
    }


def ended(view: OrderView, site: str) -> dict[str, Any]:  # noqa: ARG001 - as all partners are told
    """A nudge: they come and ask."""
    return {"partner_interview_id": view.row.id, "partner_status": "complete"}
