"""What stations said of themselves last, for every copy of the server. Any thread may call."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.wire.live import LiveState
from server.database import Database
from server.errors import NotFoundError
from server.orders.service import CONNECTED_S
from server.stations.service import station_row
from server.tables.stations import AlertRow, LiveRow, StationRow
from server.times import later, now

WATCHED_S = 10.0
"""A picture is kept while somebody looked at it no longer ago."""


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

    def keep(self, states: dict[str, LiveState], previews: dict[str, bytes]) -> None:
        """Keep the newest of each station; a picture only where somebody watches."""
        if not states:
            return
        wall = now()
        rows = [
            {"station_id": station, "wall": wall, "state": state.model_dump(mode="json")}
            for station, state in states.items()
        ]
        with self._database.write() as db:
            dialect = sqlite if self._database.embedded else postgresql
            told = dialect.insert(LiveRow)
            newer = {"wall": told.excluded.wall, "state": told.excluded.state}
            db.execute(told.on_conflict_do_update(index_elements=["station_id"], set_=newer), rows)
            if previews:
                watched = select(LiveRow.station_id).where(
                    LiveRow.station_id.in_(previews), LiveRow.watched_wall > later(seconds=-WATCHED_S)
                )
                for station in db.scalars(watched).all():
                    kept = update(LiveRow).where(LiveRow.station_id == station)
                    db.execute(kept.values(preview=previews[station]))

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
        """The newest picture; looking at it is what makes the server keep the next one."""
        with self._database.write() as db:
            station_row(db, station_id)
            row = db.get(LiveRow, station_id)
            if row is not None:
                row.watched_wall = now()
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
