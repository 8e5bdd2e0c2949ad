"""The journal in the database: append-only, hash-chained, with the tables that follow from it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import structlog
from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.plain import NotPlainError
from kiosk.flow.events import BeginRequested, Event, InvitationAccepted
from kiosk.flow.recovery import Happened, replay
from kiosk.flow.states import Kiosk, ThankYou
from kiosk.ports.journal import JournalError
from storage.ballast import Ballast
from storage.chain import ChainVerdict, Entry
from storage.checkpoints import Checkpoint, Checkpoints, check_against
from storage.copies import JournalCopy
from storage.database import Database
from storage.entries import append_entries, read_entries, tail
from storage.errors import DamagedError, DiskFullError, StorageError, plain_errors
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.projections.change import Change, happened
from storage.projections.project import project, rebuild
from storage.tables import JournalRow, SessionRow
from storage.times import now_wall
from storage.veil import NOTHING_LOCKED, unveiled, veiled

log = structlog.get_logger()
T = TypeVar("T")

LAST_WALL = select(JournalRow.wall).order_by(JournalRow.seq.desc()).limit(1)
"""What the clock showed at the last entry. It may have shown more before: clocks are put right."""

_BEGUN = literal(BeginRequested.__name__, literal_execute=True)
"""Written into the statement, or SQLite could not use the index that is made for it."""


class SqlJournal:
    """Implements ``kiosk.ports.journal.Journal``. Appending belongs to one thread, reading to any.

    A copy that cannot be written never stops an interview: the entry itself is on the disk. The copy is
    written anew with the next entry.
    """

    def __init__(self, database: Database, media: MediaStore) -> None:
        self._database = database
        self.keys = KeyRing(media.keys)
        self._copy = JournalCopy(media.session_folder)
        self._ballast = Ballast(media.data)
        self.checkpoints = Checkpoints(media.data)
        self._kiosk: Kiosk | None = None
        """The state the last entry led to; ``None`` before the journal was read."""

    # --- the port --------------------------------------------------------------------------
    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        """See ``Journal``."""
        before = replay(self.unfinished()) if self._kiosk is None else self._kiosk

        def write() -> tuple[Entry, SessionId | None]:
            self._keep_key(event)
            with self._database.write() as db:
                entry = self._append(db, event, moment, session)
                told = self._told(entry, event)
                if told is not None:
                    project(db, Change(entry.seq, told, moment, session, before, after))
                return entry, _last_begun(db)

        try:
            entry, copied_with = self._with_room(write)
        except DiskFullError as error:
            raise JournalError(str(error), FaultCode.DISK_FULL) from error
        except StorageError as error:
            raise JournalError(str(error)) from error
        self._kiosk = after
        if copied_with is not None:
            self._keep_copy(entry, copied_with)
        if isinstance(after.scene, ThankYou) and not isinstance(before.scene, ThankYou):
            self._sign(entry)

    def _append(self, db: Session, event: Event, moment: Moment, session: SessionId | None) -> Entry:
        seq, prev_hash = tail(db)
        entry = Entry(
            seq=seq + 1,
            boot_id=moment.boot_id,
            mono_ns=round(moment.mono_s * 1e9),
            wall=moment.wall,
            session_id=session,
            kind=type(event).__name__,
            body=veiled(event, session, self.keys),
            prev_hash=prev_hash,
        ).sealed()
        append_entries(db, entry)
        return entry

    def _keep_key(self, event: Event) -> None:
        """A session's key is made when it begins, and never again."""
        if isinstance(event, InvitationAccepted):
            with plain_errors(self.keys.folder):
                self.keys.make(event.session)

    def _told(self, entry: Entry, event: Event) -> Event | None:
        """The event as the journal will tell it; less than the event when its session's key is gone."""
        return unveiled(entry, self.keys) if NOTHING_LOCKED in entry.body else event

    def _with_room(self, write: Callable[[], T]) -> T:
        """Write, throwing the ballast overboard if there is no room."""
        try:
            return write()
        except DiskFullError:
            if not self._ballast.drop():
                raise
            log.warning("the disk is full: the ballast makes room")
            return write()

    def unfinished(self) -> Sequence[Happened]:
        """See ``Journal``."""
        try:
            with self._database.read() as db:
                begun = db.scalar(select(func.max(JournalRow.seq)).where(JournalRow.kind == _BEGUN))
                entries = read_entries(db, begun) if begun else ()
                found = (happened(entry, self.keys) for entry in entries)
                return [fact for fact in found if fact is not None]
        except (StorageError, NotPlainError, ValueError) as error:
            raise JournalError(f"the journal cannot be read: {error}") from error

    # --- reading and checking --------------------------------------------------------------
    def entries(self, session: SessionId | None = None) -> Iterator[Entry]:
        """The whole journal, or what belongs to one session, in order. Raises ``StorageError``."""
        with self._database.read() as db:
            yield from read_entries(db, session=session)

    def verify(self) -> ChainVerdict:
        """Follow the whole chain and hold it to the station's own checkpoints.

        A database that cannot be read to its end is a broken chain. Raises ``StorageError``.
        """
        read = 0

        def counted() -> Iterator[Entry]:
            nonlocal read
            for entry in self.entries():
                yield entry
                read += 1

        try:
            return check_against(counted(), self.checkpoints.all())
        except DamagedError as error:
            return ChainVerdict(read, read + 1, str(error))

    def rebuild(self) -> None:
        """Make all tables again that follow from the journal. Raises ``StorageError``."""
        with self._database.write() as db:
            try:
                rebuild(db, read_entries(db), self.keys)
            except NotPlainError as error:
                raise DamagedError(f"the journal holds what this version cannot read: {error}") from error

    def close(self) -> None:
        """Let go of the copy's file."""
        self._copy.close()

    def sign(self) -> Checkpoint | None:
        """The station’s word for the journal as it is now, for others to keep; ``None`` if it is empty.

        Raises ``StorageError``.
        """
        with self._database.read() as db:
            seq, _ = tail(db)
            last = next(read_entries(db, seq), None) if seq else None
        return self.checkpoints.add(last, now_wall()) if last else None

    def _sign(self, entry: Entry) -> None:
        """A session is over: its receipt carries the checkpoint away."""
        try:
            self.checkpoints.add(entry, now_wall())
        except StorageError as error:
            log.error("checkpoint cannot be written", reason=str(error))

    # --- the copy --------------------------------------------------------------------------
    def _keep_copy(self, entry: Entry, session: SessionId) -> None:
        try:
            self._copy.add(entry, session, lambda: self._history(session))
        except (OSError, StorageError) as error:
            log.error("journal copy cannot be written", session=session, reason=str(error))

    def _history(self, session: SessionId) -> list[Entry]:
        """What belongs into the copy of the session that began last."""
        with self._database.read() as db:
            first = db.get_one(SessionRow, session).seq
            is_first = db.scalar(select(func.min(SessionRow.seq))) == first
            return list(read_entries(db, 0 if is_first else first))


def _last_begun(db: Session) -> SessionId | None:
    last = db.scalar(select(SessionRow.id).order_by(SessionRow.seq.desc()).limit(1))
    return SessionId(last) if last else None
