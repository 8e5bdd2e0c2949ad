"""The server's own words for partners that have none: the resource itself."""

from typing import Any

from server.partners.views import OrderView, order_fields, result_fields

METHOD = "POST"


def ended(view: OrderView, site: str) -> dict[str, Any]:
    """What is told when the interview has ended."""
    return {
        "type": "assessment_order.ended",
        "order": order_fields(view),
        "result": result_fields(view, site),
    }
