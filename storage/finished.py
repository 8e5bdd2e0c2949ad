"""The finished recordings that lie on this station."""

from collections.abc import Sequence

from sqlalchemy import select

from kiosk.domain.ids import SessionId
from kiosk.ports.backlog import BacklogError
from kiosk.ports.copies import Finished
from storage.database import Database
from storage.errors import StorageError
from storage.media import COPIES, PICTURES, MediaStore
from storage.tables import RecordingRow


def finished_recordings(database: Database, media: MediaStore) -> Sequence[Finished]:
    """Those whose files are there, oldest first. Raises ``BacklogError``."""
    try:
        with database.read() as db:
            rows = list(db.scalars(select(RecordingRow).order_by(RecordingRow.started_wall)))
    except StorageError as error:
        raise BacklogError(str(error)) from error
    found = []
    for row in rows:
        session = SessionId(row.session_id)
        file = media.file(session, row.file)
        if file.is_file():
            pictures, copies = media.file(session, PICTURES), media.file(session, COPIES)
            found.append(Finished(file, bool(row.details["quality"]["video"]), pictures, copies))
    return found
