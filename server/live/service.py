"""What stations said of themselves last, for every copy of the server. Any thread may call."""

from dataclasses import dataclass

from sqlalchemy import select, text, update

from kiosk.wire.live import LiveState
from server.database import Database
from server.errors import NotFoundError
from server.orders.service import CONNECTED_S
from server.stations.service import station_row
from server.tables.stations import AlertRow, LiveRow, StationRow, StationStatus
from server.times import later, now

WATCHED_S = 10.0
"""A picture is sent and kept while somebody looked at it no longer ago."""
_NOTED_S = 3.0
"""Who watches is noted this often, not with every look."""


# A thousand states are one parameter: as many rows cost Python ten times as long, and its event loop waits.
_KEEP_ON_POSTGRESQL = text(
    """INSERT INTO live (station_id, wall, state)
    SELECT one ->> 0, :wall, one -> 1 FROM jsonb_array_elements(CAST(:told AS jsonb)) AS one
    ON CONFLICT (station_id) DO UPDATE SET wall = excluded.wall, state = excluded.state"""
)
_KEEP_ON_SQLITE = text(
    """INSERT INTO live (station_id, wall, state)
    SELECT value ->> 0, :wall, value -> 1 FROM json_each(:told) WHERE true
    ON CONFLICT (station_id) DO UPDATE SET wall = excluded.wall, state = excluded.state"""
)


@dataclass(frozen=True, slots=True)
class Booth:
    """A station and how it is."""

    station: StationRow
    state: LiveState | None
    heard_wall: str | None
    connected: bool


class Live:
    """The table of live states."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, states: dict[str, LiveState], previews: dict[str, bytes]) -> set[str]:
        """Keep the newest of each station; whose pictures are watched.

        A picture is kept only while somebody watches, and none outlives a state that says there is none.
        """
        covered = [station for station, state in states.items() if not state.pictured]
        with self._database.write() as db:
            if states:
                keep = _KEEP_ON_SQLITE if self._database.embedded else _KEEP_ON_POSTGRESQL
                db.execute(keep, {"told": _told(states), "wall": now()})
            if covered:
                shown = LiveRow.station_id.in_(covered), LiveRow.preview.is_not(None)
                db.execute(update(LiveRow).where(*shown).values(preview=None))
            watched = set(
                db.scalars(select(LiveRow.station_id).where(LiveRow.watched_wall > later(seconds=-WATCHED_S)))
            )
            for station in watched & previews.keys() - set(covered):
                kept = update(LiveRow).where(LiveRow.station_id == station)
                db.execute(kept.values(preview=previews[station]))
        return watched

    def listened_to(self, stations: list[str]) -> set[str]:
        """Those of these stations that are neither frozen nor retired."""
        active = select(StationRow.id).where(
            StationRow.id.in_(stations), StationRow.status == StationStatus.ACTIVE
        )
        with self._database.read() as db:
            return set(db.scalars(active))

    def booths(self) -> list[Booth]:
        """All stations, by name, and how they are."""
        chosen = (
            select(StationRow, LiveRow.state, LiveRow.wall)
            .outerjoin(LiveRow, LiveRow.station_id == StationRow.id)
            .order_by(StationRow.name, StationRow.id)
        )
        since = later(seconds=-CONNECTED_S)
        with self._database.read() as db:
            return [
                Booth(
                    station,
                    LiveState.model_validate(state) if state else None,
                    wall,
                    connected=wall is not None and wall > since,
                )
                for station, state, wall in db.execute(chosen)
            ]

    def preview(self, station_id: str) -> bytes:
        """The newest picture; asking for it is what makes the station send the next one."""
        with self._database.read() as db:
            station_row(db, station_id)
            row = db.get(LiveRow, station_id)
        if row is not None and (row.watched_wall or "") < later(seconds=-_NOTED_S):
            with self._database.write() as db:
                row = db.get(LiveRow, station_id)
                if row is not None:
                    _look_at(row)
        if row is None or row.preview is None or row.wall < later(seconds=-CONNECTED_S):
            raise NotFoundError("there is no picture of this station now")
        return row.preview

    def forget_previews(self) -> None:
        """Pictures that nobody watches any more."""
        with self._database.write() as db:
            old = LiveRow.preview.is_not(None), LiveRow.watched_wall < later(seconds=-WATCHED_S)
            db.execute(update(LiveRow).where(*old).values(preview=None))

    def alerts(self, *, all_of_them: bool = False) -> list[AlertRow]:
        """What staff must look at, the newest first."""
        chosen = select(AlertRow).order_by(AlertRow.wall.desc()).limit(200)
        if not all_of_them:
            chosen = chosen.where(AlertRow.seen_wall.is_(None))
        with self._database.read() as db:
            return list(db.scalars(chosen))

    def alert_seen(self, by: str, alert_id: str) -> None:
        """Somebody has looked at it. Raises ``NotFoundError``."""
        with self._database.write() as db:
            row = db.get(AlertRow, alert_id)
            if row is None:
                raise NotFoundError("there is no such alert")
            if row.seen_wall is None:
                row.seen_by, row.seen_wall = by, now()


def _told(states: dict[str, LiveState]) -> str:
    """Pairs of a station and its state, as JSON."""
    pairs = (f'["{station}",{state.model_dump_json()}]' for station, state in states.items())
    return f"[{','.join(pairs)}]"


def _look_at(row: LiveRow) -> None:
    """Note that somebody watches; a picture from before anybody did is forgotten."""
    if (row.watched_wall or "") < later(seconds=-WATCHED_S):
        row.preview = None
    row.watched_wall = now()
