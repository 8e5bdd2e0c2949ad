"""Introducing and freezing stations, and who may enter their staff panels."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field

from kiosk.wire.message import Id, Name
from server.access.endpoints import Body
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.tables.stations import StationStatus

router = APIRouter(prefix="/api/v1", tags=["stations"])

Watcher = Annotated[Person, allow(Permission.SEE_STATIONS)]
Commander = Annotated[Person, allow(Permission.COMMAND_STATIONS)]
Manager = Annotated[Person, allow(Permission.MANAGE_STATIONS)]
Reason = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]


class NewCode(Body):
    """How long a one-time code is good for."""

    hours: Annotated[int, Field(ge=1, le=24 * 14)] = 24


class StatusChange(Body):
    """Let a frozen station go on, or listen to one no more."""

    status: Literal[StationStatus.ACTIVE, StationStatus.FROZEN, StationStatus.RETIRED]


class NewPin(Body):
    """A PIN for the staff panel of every station."""

    pin: Annotated[str, Field(pattern=r"^[0-9]{6,12}$")]


@router.post("/enrolment-codes", status_code=201)
def new_code(asked: NewCode, person: Manager, house: InHouse) -> dict[str, Any]:
    """A one-time code with which one station may introduce itself; told once."""
    return {"success": True, "code": house.stations.new_code(person, asked.hours)}


@router.put("/stations/{station_id}/status")
def set_status(station_id: Id, asked: StatusChange, person: Manager, house: InHouse) -> dict[str, Any]:
    """Freeze, free or retire a station."""
    house.stations.set_status(person, station_id, asked.status)
    return {"success": True}


@router.get("/staff")
def staff(_: Manager, house: InHouse) -> dict[str, Any]:
    """Who may enter the staff panel of every station."""
    return {"success": True, "names": house.staff.names()}


@router.put("/staff/{name}")
def set_pin(name: Name, asked: NewPin, person: Manager, house: InHouse) -> dict[str, Any]:
    """Let somebody in, or change the PIN."""
    house.staff.set_pin(person, name, asked.pin)
    return {"success": True}


@router.delete("/staff/{name}")
def remove_staff(name: Name, person: Manager, house: InHouse) -> dict[str, Any]:
    """Let somebody in no more."""
    house.staff.remove(person, name)
    return {"success": True}
