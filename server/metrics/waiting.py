"""What the tables say of stations and of work that waits; each figure by an index or over few rows."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from kiosk.wire.pieces import FileState
from kiosk.wire.session import WorkStatus
from kiosk.wire.version import OLDEST_PROTOCOL, PROTOCOL
from server.database import Database
from server.orders.service import CONNECTED_S
from server.tables.files import ChunkRow, FileRow
from server.tables.model import Tables
from server.tables.sessions import SessionRow
from server.tables.stations import AlertRow, LiveRow, OrderRow, StationRow
from server.times import later


def stations_by_state(database: Database) -> dict[str, float]:
    """How many stations are active, frozen, retired; connected now; of a version that is not understood."""
    by_status = select(StationRow.status, func.count()).group_by(StationRow.status)
    with database.read() as db:
        found = {str(status): float(count) for status, count in db.execute(by_status)}
        found["connected"] = _count(db, LiveRow, LiveRow.wall > later(seconds=-CONNECTED_S))
        foreign = ~StationRow.protocol.between(OLDEST_PROTOCOL, PROTOCOL)
        found["misfit"] = _count(db, StationRow, foreign)
    return found


def waiting_by_kind(database: Database) -> dict[str, float]:
    """Orders that no station has reported, files to assemble, sessions to judge, alerts nobody has seen."""
    with database.read() as db:
        return {
            "order": _count(db, OrderRow, OrderRow.outcome.is_(None)),
            "file": _count(db, FileRow, FileRow.state == FileState.ASSEMBLING),
            "upload": _count(db, ChunkRow, ChunkRow.final.is_(True)),
            "analysis": _count(db, SessionRow, SessionRow.analysis_status == WorkStatus.PROCESSING),
            "alert": _count(db, AlertRow, AlertRow.seen_wall.is_(None)),
        }


def _count(db: Session, table: type[Tables], which: ColumnElement[bool]) -> float:
    return float(db.scalar(select(func.count()).select_from(table).where(which)) or 0)
