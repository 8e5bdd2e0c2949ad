"""Opening everything a station keeps."""

from dataclasses import dataclass
from pathlib import Path

from storage.ballast import Ballast
from storage.database import Database
from storage.invitations import SqlInvitations
from storage.journal import SqlJournal
from storage.locking import lock_old_entries
from storage.media import MediaStore
from storage.restore import catch_up
from storage.sessions import Sessions
from storage.staff import Staff
from storage.versions import refuse_newer


@dataclass(frozen=True, slots=True)
class Storage:
    """The parts of a station's memory; ``close`` when done."""

    database: Database
    media: MediaStore
    journal: SqlJournal
    invitations: SqlInvitations
    staff: Staff
    sessions: Sessions

    def close(self) -> None:
        """Let go of every file."""
        self.journal.close()
        self.database.close()


def open_station(data: Path, *, writable: bool = True) -> Storage:
    """Open the station that keeps everything in ``data``; for reading, it must be there already.

    Several processes may open the same station, also for writing; only the kiosk appends what an interview
    is made of to the journal. Raises ``StorageError``.
    """
    media = MediaStore(data)
    if writable:
        media.prepare()
    database = Database(media.database, writable=writable)
    try:
        if writable:
            refuse_newer(database)
            catch_up(database, media)
            lock_old_entries(database, media)
            Ballast(media.data).lay()
        else:
            database.check_schema()
    except BaseException:
        database.close()
        raise
    return Storage(
        database=database,
        media=media,
        journal=SqlJournal(database, media),
        invitations=SqlInvitations(database),
        staff=Staff(database),
        sessions=Sessions(database),
    )
