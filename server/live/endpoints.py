"""Booths as staff see and command them."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import Field

from kiosk.wire.message import Id
from kiosk.wire.orders import CommandKind
from server.access.endpoints import Body
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.live.service import Booth
from server.tables.stations import AlertRow

router = APIRouter(prefix="/api/v1", tags=["stations"])

Watcher = Annotated[Person, allow(Permission.SEE_STATIONS)]
Commander = Annotated[Person, allow(Permission.COMMAND_STATIONS)]
Reason = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]


class NewCommand(Body):
    """What a station is to do now."""

    command: CommandKind
    session_id: Id | None = None
    reason: Reason = ""


@router.get("/stations")
def booths(_: Watcher, house: InHouse) -> dict[str, Any]:
    """All booths and how they are."""
    return {"success": True, "stations": [_booth(booth) for booth in house.live.booths()]}


@router.get("/stations/{station_id}/preview", response_class=Response)
def preview(station_id: Id, _: Commander, house: InHouse) -> Response:
    """The newest small picture, JPEG; 404 while there is none."""
    picture = house.live.preview(station_id)
    return Response(picture, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


@router.post("/stations/{station_id}/commands", status_code=202)
def command(station_id: Id, asked: NewCommand, person: Commander, house: InHouse) -> dict[str, Any]:
    """Ask a connected station to do something now."""
    order_id = house.orders.command(person, station_id, asked.command, asked.session_id, asked.reason)
    return {"success": True, "order_id": order_id}


@router.get("/orders/{order_id}")
def order(order_id: Id, _: Commander, house: InHouse) -> dict[str, Any]:
    """What became of a command; ``outcome`` is null until the station says."""
    row = house.orders.outcome(order_id)
    return {"success": True, "id": row.id, "outcome": row.outcome, "detail": row.detail}


@router.get("/alerts")
def alerts(_: Watcher, house: InHouse, every: bool = False) -> dict[str, Any]:
    """What staff must look at."""
    return {"success": True, "alerts": [_alert(row) for row in house.live.alerts(all_of_them=every)]}


@router.post("/alerts/{alert_id}/seen")
def alert_seen(alert_id: Id, person: Commander, house: InHouse) -> dict[str, Any]:
    """Somebody has looked at it."""
    house.live.alert_seen(person.name, alert_id)
    return {"success": True}


def _booth(booth: Booth) -> dict[str, Any]:
    return {
        "id": booth.station.id,
        "name": booth.station.name,
        "status": booth.station.status,
        "version": booth.station.version,
        "protocol": booth.station.protocol,
        "enrolled_wall": booth.station.enrolled_wall,
        "skew_s": booth.station.skew_s,
        "journal_seq": booth.station.journal_seq,
        "connected": booth.connected,
        "heard_wall": booth.heard_wall,
        "state": booth.state.model_dump(mode="json") if booth.state else None,
    }


def _alert(row: AlertRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "wall": row.wall,
        "kind": row.kind,
        "station_id": row.station_id,
        "subject": row.subject,
        "detail": row.detail,
        "seen_by": row.seen_by,
        "seen_wall": row.seen_wall,
    }
