"""All booths on one screen: how they are, what is wrong, and what staff can ask of them."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from kiosk.wire.message import Id
from kiosk.wire.orders import CommandKind
from kiosk.wire.version import OLDEST_PROTOCOL, PROTOCOL, misfit
from server.access.forms import Fields
from server.access.guard import allow
from server.house import House, InHouse
from server.identity.roles import Permission, Person
from server.live.service import Booth
from server.tables.stations import StationStatus
from server.web.fields import Filled, checked
from server.web.pages import HEADERS, go, page, render
from server.web.tongue import gettext
from server.web.words import ISSUES, number, said

router = APIRouter(include_in_schema=False)

Watcher = Annotated[Person, allow(Permission.SEE_STATIONS)]
Commander = Annotated[Person, allow(Permission.COMMAND_STATIONS)]
Manager = Annotated[Person, allow(Permission.MANAGE_STATIONS)]

LOW_SPACE_BYTES = 2 << 30
_SKEW_S = 5.0
_WRONG = ("lost", "frozen", "silent")


class Ordered(Filled):
    """What a station is to do now."""

    command: CommandKind
    session_id: Id | None = None
    reason: Annotated[str, Field(max_length=500)] = ""


class Status(Filled):
    """Whether a station is listened to."""

    status: StationStatus


@router.get("/booths")
def booths(person: Watcher, house: InHouse) -> Response:
    """Every booth and what must be looked at."""
    return page("booths.html", person, **_facts(house))


@router.get("/booths/now")
def booths_now(person: Watcher, house: InHouse) -> Response:
    """What changes by itself on that page: its script asks every two seconds."""
    return HTMLResponse(render("booths_now.html", person, **_facts(house)), headers=HEADERS)


@router.get("/booths/{station_id}")
def booth(station_id: Id, person: Watcher, house: InHouse) -> Response:
    """One booth: its picture, its devices, its commands."""
    return page("booth.html", person, **_booth(house, station_id))


@router.get("/booths/{station_id}/now")
def booth_now(station_id: Id, person: Watcher, house: InHouse) -> Response:
    """What changes by itself there."""
    return HTMLResponse(render("booth_now.html", person, **_booth(house, station_id)), headers=HEADERS)


@router.post("/booths/{station_id}/commands")
def command(station_id: Id, fields: Fields, person: Commander, house: InHouse) -> Response:
    """Ask a connected booth to do something now."""
    house.stations.station(station_id)
    ordered = checked(Ordered, fields)
    house.orders.command(person, station_id, ordered.command, ordered.session_id, ordered.reason)
    return go(f"/booths/{station_id}")


@router.post("/booths/{station_id}/status")
def set_status(station_id: Id, fields: Fields, person: Manager, house: InHouse) -> Response:
    """Freeze, free or retire a station."""
    house.stations.station(station_id)
    house.stations.set_status(person, station_id, checked(Status, fields).status)
    return go(f"/booths/{station_id}")


@router.post("/booths/codes")
def new_code(person: Manager, house: InHouse) -> Response:
    """A one-time code for a new station; the page shows it this once."""
    code = house.stations.new_code(person)
    return page("booths.html", person, **_facts(house) | {"code": code})


@router.post("/alerts/{alert_id}/seen")
def alert_seen(alert_id: Id, person: Commander, house: InHouse) -> Response:
    """Somebody has looked at it."""
    house.live.alert_seen(person.name, alert_id)
    return go("/booths")


def troubles(booth: Booth) -> list[str]:
    """What somebody must see to, in words; the most urgent first."""
    found = []
    state = booth.state
    if booth.station.status is StationStatus.FROZEN:
        found.append(gettext("frozen: two computers use its key"))
    if why := misfit(booth.station.protocol, OLDEST_PROTOCOL, PROTOCOL):
        found.append(why)
    if not booth.connected:
        return [*found, gettext("not connected")]
    if state is None:
        return found
    if state.help_called:
        found.append(gettext("the candidate calls for help"))
    if state.scene == "in_progress" and not state.recording:
        found.append(gettext("an interview runs and nothing is recorded"))
    wrong = [f"{what}_{how}" for what in ("camera", "microphone") if (how := getattr(state, what)) in _WRONG]
    codes = dict.fromkeys((*wrong, *state.faults))
    found += [said(ISSUES, code) for code in codes]
    if 0 < state.free_bytes < LOW_SPACE_BYTES:
        found.append(gettext("the disk is nearly full"))
    if abs(booth.station.skew_s) > _SKEW_S:
        off = gettext("its clock is off by %(seconds)s s")
        found.append(off % {"seconds": number(booth.station.skew_s)})
    return found


def _booth(house: House, station_id: str) -> dict[str, Any]:
    house.stations.station(station_id)
    found = next(one for one in house.live.booths() if one.station.id == station_id)
    return {"booth": found, "troubles": troubles(found), "commands": house.orders.commands(station_id)}


def _facts(house: House) -> dict[str, Any]:
    found = [booth for booth in house.live.booths() if booth.station.status is not StationStatus.RETIRED]
    named = [(booth, troubles(booth)) for booth in found]
    calling = [one for one in named if one[0].connected and one[1]]
    return {
        "booths": sorted(named, key=lambda one: (not (one[0].connected and one[1]), one[0].station.name)),
        "calling": len(calling),
        "connected": sum(booth.connected for booth in found),
        "alerts": house.live.alerts(),
        "code": "",
    }
