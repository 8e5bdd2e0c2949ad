"""Data that a newer program wrote is left alone, also where its tables look the same."""

import json

from sqlalchemy import select

from kiosk.wire.version import VERSION, is_older
from storage.database import Database
from storage.errors import NewerError
from storage.tables import JournalRow

_STARTED = "StationStarted"


def refuse_newer(database: Database) -> None:
    """See that no newer program than this one has run with the data. Raises ``NewerError``."""
    newest = (
        select(JournalRow.body).where(JournalRow.kind == _STARTED).order_by(JournalRow.seq.desc()).limit(1)
    )
    with database.read() as db:
        body = db.scalar(newest)
    wrote = str(json.loads(body).get("version", "")) if body else ""
    if is_older(VERSION, wrote):
        raise NewerError(
            f"the station's data was written by a newer version of the program ({wrote}; this is {VERSION}); "
            "install that version again, nothing was changed"
        )
