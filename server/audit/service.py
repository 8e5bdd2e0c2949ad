"""Writing down who did what, in the transaction that does it."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from server.database import Database
from server.identity.roles import Person
from server.tables.people import AuditRow
from server.times import later, now

FILE_SEEN = "file_seen"
ONE_LOOK_S = 600.0
"""So long a row of ``FILE_SEEN`` stands for all that its person asks of the file."""


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


def look(database: Database, by: Person | str, subject: str, **detail: Any) -> None:
    """Keep that somebody looks at a file of ``subject``, once for all requests of one look.

    A player asks for hundreds of stretches of a recording. Only the first of them, and the first after
    ``ONE_LOOK_S``, writes; the others read whether it is written.
    """
    with database.read() as db:
        if _is_looking(db, by, subject, detail):
            return
    with database.write() as db:
        if not _is_looking(db, by, subject, detail):
            record(db, by, FILE_SEEN, subject, **detail)


def _is_looking(db: Session, by: Person | str, subject: str, detail: dict[str, Any]) -> bool:
    chosen = select(AuditRow.detail).where(
        AuditRow.subject == subject,
        AuditRow.action == FILE_SEEN,
        AuditRow.wall > later(seconds=-ONE_LOOK_S),
        AuditRow.user_id == by.id if isinstance(by, Person) else AuditRow.actor == by,
    )
    return any(found == detail for found in db.scalars(chosen))


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
