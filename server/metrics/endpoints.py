"""Where a monitoring system asks, with the token of an account that may see figures."""

from typing import Annotated

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person

router = APIRouter(tags=["health"])


@router.get("/metrics")
def metrics(_: Annotated[Person, allow(Permission.SEE_METRICS)], house: InHouse) -> Response:
    """The figures in Prometheus' text format."""
    return Response(house.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)
