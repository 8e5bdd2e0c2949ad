"""The list of sessions: search, filters, the newest first."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response

from kiosk.wire.message import Id, Key
from kiosk.wire.session import FinalStatus, RecordingStatus, SessionStatus
from server.access.guard import allow
from server.house import InHouse
from server.identity.roles import Permission, Person
from server.sessions.endpoints import After, Words
from server.sessions.views import SessionFilter
from server.web.pages import page

router = APIRouter(include_in_schema=False)

Viewer = Annotated[Person, allow(Permission.SEE_ASSIGNED)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-[01]\d-[0-3]\d)?$")]
LINES = 25


@router.get("/sessions")
def sessions(
    person: Viewer,
    house: InHouse,
    text: Words = "",
    status: SessionStatus | Annotated[str, Query(max_length=0)] = "",
    decision: FinalStatus | Annotated[str, Query(max_length=0)] = "",
    recording: RecordingStatus | Annotated[str, Query(max_length=0)] = "",
    pack: Key | Annotated[str, Query(max_length=0)] = "",
    booth: Id | Annotated[str, Query(max_length=0)] = "",
    since: Day = "",
    until: Day = "",
    after: After = "",
) -> Response:
    """The newest sessions that somebody may see."""
    asked = {
        "text": text.strip(),
        "status": status,
        "decision": decision,
        "recording": recording,
        "pack": pack,
        "booth": booth,
        "since": since,
        "until": until,
    }
    wanted = SessionFilter(
        text=text,
        status=status,
        final_status=decision,
        recording_status=recording,
        pack_id=pack,
        station_id=booth,
        since_wall=f"{since}T00:00:00.000Z" if since else "",
        until_wall=f"{until}T23:59:59.999Z" if until else "",
    )
    found = house.sessions.page(person, wanted, after, LINES)
    kept = {name: str(value) for name, value in asked.items() if value}
    return page(
        "sessions.html",
        person,
        asked=asked,
        filtered=bool(kept),
        narrowed=bool(kept.keys() - {"text"}),
        lines=found.lines,
        first=not after,
        older=f"/sessions?{urlencode({**kept, 'after': found.after})}" if found.after else "",
        newest=f"/sessions?{urlencode(kept)}",
        packs=sorted({row.pack_id for row in house.packs.packs()} | ({pack} if pack else set())),
        booths=house.stations.stations() if person.may(Permission.SEE_SESSIONS) else [],
    )
