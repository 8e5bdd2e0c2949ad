"""Which sessions the server lacks something of, from the tables. Functions raise ``StorageError``."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosk.domain.ids import SessionId
from kiosk.domain.standing import OVER
from storage.database import Database
from storage.sync.memory import Upload
from storage.tables import AssessmentRow, JournalRow, KeepingRow, RecordingRow, SessionRow


@dataclass(frozen=True, slots=True)
class Work:
    """A session as it is here now, and as it is there."""

    session: SessionId
    revision: int
    """Its newest journal entry."""
    over: bool
    invitation: str
    file: str
    """The finished recording; empty while there is none."""
    sha256: str
    size_bytes: int
    finished_wall: str
    assessed_wall: str
    upload: Upload

    @property
    def told(self) -> bool:
        """Whether the server has its newest document."""
        return self.upload.revision >= self.revision

    @property
    def brought(self) -> bool:
        """Whether the server has its recording, if there is one."""
        return not self.file or self.upload.files.get(self.file) == self.sha256

    @property
    def owed(self) -> bool:
        """Whether something is still to be sent."""
        return not (self.told and self.brought)

    @property
    def parked(self) -> bool:
        """Refused, and nothing new since."""
        return bool(self.upload.parked) and self.revision <= self.upload.parked_revision


def work_in(database: Database, uploads: Mapping[str, Upload]) -> list[Work]:
    """Every session the candidate agreed to and the station can tell of, the oldest first."""
    sessions, recordings = SessionRow.__table__.c, RecordingRow.__table__.c
    newest = (
        select(JournalRow.session_id, func.max(JournalRow.seq).label("seq"))
        .where(JournalRow.session_id.is_not(None))
        .group_by(JournalRow.session_id)
        .subquery()
    )
    chosen = (
        select(
            sessions.id,
            newest.c.seq,
            sessions.status,
            sessions.invitation_id,
            recordings.file,
            recordings.sha256,
            recordings.size_bytes,
            recordings.finished_wall,
            AssessmentRow.__table__.c.assessed_wall,
        )
        .join(newest, newest.c.session_id == sessions.id)
        .outerjoin(RecordingRow, recordings.session_id == sessions.id)
        .outerjoin(AssessmentRow, AssessmentRow.session_id == sessions.id)
        .outerjoin(KeepingRow, KeepingRow.session_id == sessions.id)
        .where(sessions.consented_wall.is_not(None))
        .where(KeepingRow.sealed_wall.is_(None), KeepingRow.ordered_wall.is_(None))
        .order_by(sessions.seq)
    )
    with database.read() as db:
        return [
            Work(
                session=SessionId(row.id),
                revision=row.seq,
                over=row.status in OVER,
                invitation=row.invitation_id,
                file=row.file or "",
                sha256=row.sha256 or "",
                size_bytes=row.size_bytes or 0,
                finished_wall=row.finished_wall or "",
                assessed_wall=row.assessed_wall or "",
                upload=uploads.get(row.id) or Upload(row.id),
            )
            for row in db.execute(chosen)
        ]
