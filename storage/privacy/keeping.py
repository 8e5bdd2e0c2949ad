"""The keeper's view of journal, tables and files."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import delete, func, select

from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ClearedStore
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.standing import OVER, SessionStatus
from kiosk.ports.keeping import KeepingError
from storage.database import Database
from storage.errors import StorageError, plain_errors
from storage.journal import LAST_WALL
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.privacy.erasing import erase
from storage.privacy.sealing import seal
from storage.statuses import WorkStatus
from storage.sync.confirmed import is_owed, is_unconfirmed
from storage.tables import CandidateRow, InvitationRow, KeepingRow, SessionRow
from storage.times import instant, wall

log = structlog.get_logger()

GUESTS_KEPT = timedelta(days=30)
"""After the end of an invitation that nobody used."""
CLOCK_LEAP = timedelta(days=30)
"""A clock this far ahead of the journal's last entry erases nothing."""


@dataclass(frozen=True, slots=True)
class SealPolicy:
    """For whom sessions are sealed, and from when on; for nobody is: not at all."""

    readers: tuple[str, ...] = ()
    after: timedelta = timedelta()
    """Since the end of the interview."""
    needed: Callable[[SessionId], bool] = lambda _session: False
    """Whether somebody here still needs it readable: whoever writes the answers down."""


class SqlKeeping:
    """Implements ``kiosk.ports.keeping.Keeping``.

    The clock is judged once, by the journal's last entry before this station began: a clock that leapt
    must not erase what has its time still before it.
    """

    def __init__(
        self,
        database: Database,
        media: MediaStore,
        policy: SealPolicy,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._media = media
        self._keys = KeyRing(media.keys)
        self._policy = policy
        self._clock = clock
        self.clock_leapt = self._leapt()

    def due(self) -> Sequence[SessionId]:
        """See ``Keeping``."""
        if self.clock_leapt:
            return ()
        found = self.past_their_days()
        return tuple(session for session in found if not self._is_unconfirmed(session))

    def past_their_days(self) -> tuple[SessionId, ...]:
        """The same, whatever the clock does: for staff who have looked at it."""
        with self._told(), self._database.read() as db:
            return tuple(
                SessionId(session)
                for session, ended, days in db.execute(_UNERASED.where(KeepingRow.kept_by.is_(None)))
                if instant(ended) + timedelta(days=days) < self._clock()
            )

    def ordered(self) -> Sequence[SessionId]:
        """See ``Keeping``."""
        wanted = select(KeepingRow.session_id).where(
            KeepingRow.ordered_wall.is_not(None), KeepingRow.erased_wall.is_(None)
        )
        with self._told(), self._database.read() as db:
            return [SessionId(session) for session in db.scalars(wanted)]

    def erase(self, session: SessionId) -> tuple[ClearedStore, ...]:
        """See ``Keeping``."""
        with self._told():
            return erase(session, self._database, self._media)

    def to_seal(self) -> Sequence[SessionId]:
        """See ``Keeping``."""
        if not self._policy.readers:
            return ()
        with self._told(), self._database.read() as db:
            found = [
                SessionId(session)
                for session, ended, _ in db.execute(_FINISHED)
                if instant(ended) + self._policy.after < self._clock()
            ]
        return [session for session in found if not self._is_needed(session)]

    def _is_needed(self, session: SessionId) -> bool:
        with self._told():
            return self._policy.needed(session) or is_owed(self._database, self._media, session)

    def _is_unconfirmed(self, session: SessionId) -> bool:
        with self._told():
            return is_unconfirmed(self._database, self._media, session)

    def seal(self, session: SessionId) -> tuple[str, ...]:
        """See ``Keeping``."""
        with self._told():
            seal(session, self._policy.readers, self._database, self._media)
        return self._policy.readers

    def forget_guests(self) -> None:
        """See ``Keeping``; not before ``GUESTS_KEPT`` has passed, and never by a clock that leapt."""
        ended = wall(self._clock() - GUESTS_KEPT)
        unused = (
            InvitationRow.valid_until_wall < ended,
            InvitationRow.id.not_in(select(SessionRow.invitation_id)),
        )
        with self._told(), self._database.read() as db:
            waiting = db.scalar(select(InvitationRow.id).where(*unused).limit(1))
        if self.clock_leapt or waiting is None:
            return
        with self._told():
            with self._database.write() as db:
                db.execute(delete(InvitationRow).where(*unused))
                db.execute(delete(CandidateRow).where(*_OF_NOTHING))
            self._database.scrub()

    def finish_sealing(self) -> None:
        """See ``Keeping``."""
        with self._told():
            with self._database.read() as db:
                sealed = set(
                    db.scalars(select(KeepingRow.session_id).where(KeepingRow.sealed_wall.is_not(None)))
                )
            waiting = [
                session
                for session in self._keys.present()
                if session in sealed and self._keys.sealed(session).exists()
            ]
            if waiting and self._database.scrub():
                with plain_errors(self._media.keys):
                    for session in waiting:
                        self._keys.destroy(session)

    def _leapt(self) -> bool:
        with self._told(), self._database.read() as db:
            last = db.scalar(LAST_WALL)
        leapt = last is not None and self._clock() > instant(last) + CLOCK_LEAP
        if leapt:
            log.warning("the clock is far ahead of the journal: nothing is erased by date", last=last)
        return leapt

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            raise KeepingError(str(error)) from error


_OF_NOTHING = (
    CandidateRow.id.not_in(select(SessionRow.candidate_id)),
    CandidateRow.id.not_in(select(InvitationRow.candidate_id)),
)
_ended = func.coalesce(SessionRow.__table__.c.completed_wall, SessionRow.__table__.c.created_wall)
_UNERASED = (
    select(SessionRow.id, _ended, KeepingRow.retention_days)
    .join(KeepingRow, KeepingRow.session_id == SessionRow.id)
    .where(SessionRow.status.in_(OVER), KeepingRow.ordered_wall.is_(None))
)
_FINISHED = _UNERASED.where(
    KeepingRow.sealed_wall.is_(None),
    SessionRow.status == SessionStatus.COMPLETED,
    SessionRow.recording_status.in_((RecordingStatus.COMPLETED, RecordingStatus.NOT_STARTED)),
    SessionRow.analysis_status.in_((WorkStatus.COMPLETED, WorkStatus.FAILED)),
)
"""Recording finished, answers judged: nothing more is to be done with them here."""
