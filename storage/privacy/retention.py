"""Until when a session is kept, and whether it may be erased."""

from datetime import timedelta
from typing import Any

from kiosk.domain.ids import SessionId
from kiosk.domain.standing import OVER
from storage.database import Database
from storage.errors import NotFoundError
from storage.tables import KeepingRow, SessionRow
from storage.times import instant, wall


def kept(database: Database, session: SessionId) -> dict[str, Any]:
    """The facts, for people and programs. Raises ``StorageError``."""
    with database.read() as db:
        row, its = db.get(KeepingRow, session), db.get(SessionRow, session)
        if row is None or its is None:
            raise NotFoundError(f"there is no session {session}")
        ended = (its.completed or its.created).wall
        return {
            "session": session,
            "retention_days": row.retention_days,
            "kept_until": wall(instant(ended) + timedelta(days=row.retention_days))[:10],
            "locked_by": row.kept_by,
            "lock_reason": row.kept_reason,
            "sealed": row.sealed_wall,
            "erasure_ordered": row.ordered_wall,
            "erased": row.erased_wall,
        }


def may_erase(database: Database, session: SessionId) -> str:
    """Why the session may not be erased now, as a sentence; empty if it may. Raises ``StorageError``."""
    with database.read() as db:
        row, its = db.get_one(KeepingRow, session), db.get_one(SessionRow, session)
        if its.status not in OVER:
            return "This interview is not over; nothing was erased."
        if row.kept_by is not None:
            return f"{row.kept_by} keeps this session from being erased; main.py keep --release lets it go."
        return ""
