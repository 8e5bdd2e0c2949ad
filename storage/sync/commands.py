"""The commands of the server that this station has begun, and what became of them: none is done twice."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from kiosk.wire.orders import Outcome, Report
from storage.database import Database
from storage.tables import CommandRow
from storage.times import now_wall, wall

_KEPT = timedelta(days=7)
"""Far longer than any command lives."""


class Commands:
    """The table ``commands``. Any thread may call; methods raise ``StorageError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def report(self, order: str) -> Report | None:
        """What became of a command; ``None`` if it was never begun."""
        with self._database.read() as db:
            row = db.get(CommandRow, order)
            return Report(outcome=Outcome(row.outcome), detail=row.detail) if row else None

    def keep(self, order: str, report: Report) -> None:
        """On the disk when this returns; what is long over is forgotten."""
        with self._database.write() as db:
            db.execute(delete(CommandRow).where(CommandRow.wall < wall(datetime.now(UTC) - _KEPT)))
            db.merge(CommandRow(id=order, outcome=report.outcome, detail=report.detail, wall=now_wall()))
