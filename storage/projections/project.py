"""The way in: one entry into all tables, or the whole journal anew.

Projecting an entry a second time changes nothing.
"""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.flow.states import Welcome
from storage import search
from storage.chain import Entry
from storage.keys import Keys
from storage.projections import (
    analysis,
    captured,
    conversation,
    exports,
    issues,
    keeping,
    programs,
    recordings,
    reviews,
    sessions,
)
from storage.projections.change import Change, changes
from storage.tables import PROJECTIONS


def project(db: Session, change: Change) -> None:
    """Bring the tables up to this entry, in the transaction that writes it.

    Of a session that is sealed or to be erased they learn only what becomes of it, whatever comes late.
    """
    if keeping.is_closed(db, change):
        exports.project(db, change)
        keeping.project(db, change)
        return db.flush()
    sessions.project(db, change)
    conversation.project(db, change)
    programs.project(db, change)
    recordings.project(db, change)
    captured.project(db, change)
    analysis.project(db, change)
    issues.project(db, change)
    exports.project(db, change)
    keeping.project(db, change)
    reviews.project(db, change)
    return db.flush()


def rebuild(db: Session, journal: Iterable[Entry], keys: Keys) -> None:
    """Make every projection again from the whole journal, as far as ``keys`` open it.

    Raises ``NotPlainError``.
    """

    search.forget_all(db)
    for table in PROJECTIONS:
        db.execute(delete(table))
    for change in changes(journal, keys):
        project(db, change)
        if isinstance(change.after.scene, Welcome):
            db.expunge_all()  # the rows of a session that is over are not needed again
