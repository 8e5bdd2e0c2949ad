"""Offering question packs to stations. Any thread may call; raises ``ServerError``.

The server reads a pack's title and no more: every station checks what it fetches before it is put on the
shelf.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select

from kiosk.wire.orders import Outcome, WithdrawPack
from server.audit.service import record
from server.blobs.store import BlobError, Blobs, pack_key
from server.bodies import Spooled
from server.database import Database
from server.errors import BusyError, NotFoundError
from server.identity.roles import Person
from server.orders.service import active_stations, give, offer
from server.packs.title import title_of
from server.tables.files import PackRow
from server.tables.stations import OrderRow, StationRow, StationStatus
from server.times import now

MAX_PACK_BYTES = 64 << 20


@dataclass(slots=True)
class Taken:
    """How booths took a pack."""

    done: int = 0
    waiting: int = 0
    refused: list[str] = field(default_factory=list)
    """Each with its booth and the reason."""

    def note(self, station: str, outcome: Outcome | None, detail: str) -> None:
        """Count one booth."""
        if outcome is None:
            self.waiting += 1
        elif outcome is Outcome.DONE:
            self.done += 1
        else:
            self.refused.append(f"{station}: {detail or outcome}")


class Packs:
    """ZIPs of packs' folders."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    def add(self, by: Person, body: Spooled) -> PackRow:
        """Keep a pack and offer it to all stations, by the id and version that it gives itself."""
        title = title_of(body.file)
        try:
            self._blobs.take(pack_key(body.sha256), body.file)
        except BlobError as error:
            raise BusyError(str(error)) from error
        row = PackRow(
            sha256=body.sha256,
            pack_id=title.pack_id,
            version=title.version,
            size_bytes=body.size_bytes,
            added_by=by.name,
            added_wall=now(),
        )
        with self._database.write() as db:
            row = db.merge(row)
            row.withdrawn_wall = None
            give(db, active_stations(db), offer(row), by.name)
            record(db, by, "pack_added", row.sha256, pack=row.pack_id, version=row.version)
        return row

    def withdraw(self, by: Person, pack_id: str) -> None:
        """Stations begin no more interviews with any version of it."""
        with self._database.write() as db:
            rows = list(db.scalars(select(PackRow).where(PackRow.pack_id == pack_id)))
            if not rows:
                raise NotFoundError("there is no such pack")
            for row in rows:
                row.withdrawn_wall = row.withdrawn_wall or now()
            give(db, active_stations(db), WithdrawPack(pack_id=pack_id), by.name)
            record(db, by, "pack_withdrawn", pack_id)

    def packs(self) -> list[PackRow]:
        """All packs, the newest first."""
        with self._database.read() as db:
            return list(db.scalars(select(PackRow).order_by(PackRow.added_wall.desc())))

    def taken(self) -> dict[str, Taken]:
        """What became of each pack at the booths, by its hash."""
        task = OrderRow.task
        chosen = (
            select(task["sha256"].as_string(), OrderRow.outcome, OrderRow.detail, StationRow.name)
            .join(StationRow, StationRow.id == OrderRow.station_id)
            .where(task["kind"].as_string() == "offer_pack", StationRow.status != StationStatus.RETIRED)
            .order_by(OrderRow.number)
        )
        newest: dict[tuple[str, str], tuple[Outcome | None, str]] = {}
        with self._database.read() as db:
            for sha256, outcome, detail, station in db.execute(chosen):
                newest[sha256, station] = outcome, detail
        found: dict[str, Taken] = defaultdict(Taken)
        for (sha256, station), (outcome, detail) in sorted(newest.items()):
            found[sha256].note(station, outcome, detail)
        return found

    def read(self, sha256: str) -> tuple[int, Iterator[bytes]]:
        """A pack's size and bytes."""
        with self._database.read() as db:
            row = db.get(PackRow, sha256)
        if row is None or row.withdrawn_wall is not None:
            raise NotFoundError("there is no such pack")
        return row.size_bytes, self._blobs.read(pack_key(sha256))
