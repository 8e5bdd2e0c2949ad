"""Writing down who did what, in the transaction that does it."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from server.database import Database
from server.identity.roles import Person
from server.tables.people import AuditRow
from server.times import now


def record(db: Session, by: Person | str, action: str, subject: str = "", **detail: Any) -> None:
    """Keep that somebody (or a station, or the server itself: its name) did something to ``subject``."""
    person = by if isinstance(by, Person) else None
    db.execute(
        insert(AuditRow).values(
            wall=now(),
            user_id=person.id if person else None,
            actor=person.name if person else str(by),
            action=action,
            subject=subject,
            detail=detail,
        )
    )


class Audit:
    """Reading the log. Any thread may call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(
        self, *, before: int | None = None, subject: str = "", user_id: str = "", limit: int = 100
    ) -> list[AuditRow]:
        """The newest first; ``before`` is the last ``seq`` that one has seen."""
        chosen = select(AuditRow).order_by(AuditRow.seq.desc()).limit(limit)
        if before is not None:
            chosen = chosen.where(AuditRow.seq < before)
        if subject:
            chosen = chosen.where(AuditRow.subject == subject)
        if user_id:
            chosen = chosen.where(AuditRow.user_id == user_id)
        with self._database.read() as db:
            return list(db.scalars(chosen))
