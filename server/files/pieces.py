"""Taking pieces and announcements of files from stations. Any thread may call; raises ``ServerError``."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.wire.pieces import (
    FileManifest,
    FileProgress,
    FileState,
    KeptFile,
    Place,
    Receipt,
    Wanted,
)
from server.blobs.store import BlobError, Blobs, piece_key
from server.bodies import Spooled
from server.database import Database
from server.errors import BusyError, ConflictError, InvalidError, NotFoundError
from server.jobs.queue import Job, JobKind, Jobs
from server.sessions.documents import insert_new
from server.signing import ServerKey
from server.stations.service import Station, station_row
from server.tables.files import FileRow, PieceRow
from server.tables.sessions import SessionRow
from server.times import later, now

LACKING_AT_A_TIME = 1000


class Pieces:
    """What stations bring."""

    def __init__(
        self, database: Database, blobs: Blobs, jobs: Jobs, key: ServerKey, backup_days: int
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._jobs = jobs
        self._key = key
        self._backup_days = backup_days

    def lacking(self, station: Station, session_id: str, wanted: Sequence[str]) -> tuple[str, ...]:
        """Which of these pieces of a session are not here, in the same order."""
        with self._database.read() as db:
            _own(db, station, session_id)
            return _lacking(db, session_id, wanted)

    def keep(self, station: Station, session_id: str, sha256: str, body: Spooled) -> None:
        """Keep a piece, durably, if it is what it is named."""
        if body.sha256 != sha256:
            raise InvalidError("these bytes are not the piece they are named", "damaged")
        with self._database.read() as db:
            _own(db, station, session_id)
            if db.get(PieceRow, (session_id, sha256)) is not None:
                return
        try:
            self._blobs.take(piece_key(session_id, sha256), body.file)
        except BlobError as error:
            raise BusyError(str(error), retry_after_s=10) from error
        try:
            with self._database.write() as db:
                _own(db, station, session_id)
                insert_new(
                    db,
                    PieceRow,
                    session_id=session_id,
                    sha256=sha256,
                    length=body.size_bytes,
                    received_wall=now(),
                )
        except NotFoundError:  # erased meanwhile
            self._blobs.remove(piece_key(session_id, sha256))
            raise

    def place(self, station: Station, session_id: str, piece: Wanted) -> Place:
        """Where a station may put a piece itself; nowhere, where it is to send it here."""
        with self._database.read() as db:
            _own(db, station, session_id)
        try:
            return Place(url=self._blobs.place(piece_key(session_id, piece.sha256), piece.length))
        except BlobError as error:
            raise BusyError(str(error), retry_after_s=10) from error

    def brought(self, station: Station, session_id: str, piece: Wanted) -> None:
        """A station has put a piece into the store. What it is named is seen when the file is assembled."""
        with self._database.read() as db:
            _own(db, station, session_id)
        try:
            there = self._blobs.size(piece_key(session_id, piece.sha256))
        except BlobError as error:
            raise BusyError(str(error), retry_after_s=10) from error
        if there != piece.length:
            raise InvalidError("the piece is not in the object store, or not whole", "damaged")
        with self._database.write() as db:
            _own(db, station, session_id)
            insert_new(
                db,
                PieceRow,
                session_id=session_id,
                sha256=piece.sha256,
                length=piece.length,
                received_wall=now(),
            )

    def remove_strays(self) -> int:
        """Remove what was put into the store for sessions that are not here any more; of how many.

        A station may still use an address that it was given before somebody was erased.
        """
        found = self._blobs.sessions_below("pieces")
        with self._database.read() as db:
            strays = [session for session in found if db.get(SessionRow, session) is None]
        for session in strays:
            self._blobs.remove_below(f"pieces/{session}")
        return len(strays)

    def announce(self, station: Station, session_id: str, manifest: FileManifest) -> FileProgress:
        """Take a file's announcement; it is assembled when all of its pieces are here."""
        with self._database.write() as db:
            station_row(db, station.id, lock=True)
            _own(db, station, session_id)
            row = db.get(FileRow, (session_id, manifest.name), with_for_update=True)
            if row is None or (row.sha256 != manifest.sha256 and row.state is not FileState.KEPT):
                row = db.merge(_announced(station, session_id, manifest))
            elif row.sha256 != manifest.sha256:
                raise ConflictError("the server has another file of this name, whole", "taken")
            lacking = self._go_on(db, row, manifest)
            progress = FileProgress(name=row.name, sha256=row.sha256, state=row.state, lacking=lacking)
        if progress.state is FileState.ASSEMBLING:
            self._jobs.enqueue(Job(JobKind.ASSEMBLE, session_id, manifest.name))
        return progress

    def _go_on(self, db: Session, row: FileRow, manifest: FileManifest) -> tuple[str, ...]:
        """From waiting to assembling, when nothing is lacking; what failed needs other pieces."""
        ordered = [piece.model_dump() for piece in manifest.ordered()]
        tried = row.state is FileState.FAILED and row.pieces == ordered
        if tried or row.state in (FileState.KEPT, FileState.ASSEMBLING):
            return ()
        lacking = _lacking(db, row.session_id, [piece["sha256"] for piece in ordered])
        row.pieces, row.changed_wall, row.detail = ordered, now(), ""
        row.state = FileState.WAITING if lacking else FileState.ASSEMBLING
        return lacking[:LACKING_AT_A_TIME]

    def receipt(self, station: Station, session_id: str) -> Receipt:
        """What the server answers for. Raises ``NotFoundError`` for a session it does not have."""
        with self._database.read() as db:
            session = _own(db, station, session_id)
            kept = select(FileRow).where(FileRow.session_id == session_id, FileRow.state == FileState.KEPT)
            files = list(db.scalars(kept.order_by(FileRow.name)))
            head = station_row(db, station.id)
            newest = max([session.received_wall, *(file.changed_wall for file in files)])
            receipt = Receipt(
                session_id=session_id,
                revision=session.revision,
                files=tuple(
                    KeptFile(name=file.name, sha256=file.sha256, size_bytes=file.size_bytes) for file in files
                ),
                journal_seq=head.journal_seq,
                journal_hash=head.journal_hash,
                time=now(),
                anchored=newest < later(days=-self._backup_days),
                signature="",
            )
        return receipt.model_copy(update={"signature": self._key.sign(receipt.model_dump(mode="json"))})


def _own(db: Session, station: Station, session_id: str) -> SessionRow:
    row = db.get(SessionRow, session_id)
    if row is None or row.station_id != station.id:
        raise NotFoundError("there is no such session of this station; send its document first")
    return row


def _lacking(db: Session, session_id: str, wanted: Sequence[str]) -> tuple[str, ...]:
    here = set(db.scalars(select(PieceRow.sha256).where(PieceRow.session_id == session_id)))
    return tuple(dict.fromkeys(sha256 for sha256 in wanted if sha256 not in here))


def _announced(station: Station, session_id: str, manifest: FileManifest) -> FileRow:
    return FileRow(
        session_id=session_id,
        name=manifest.name,
        station_id=station.id,
        sha256=manifest.sha256,
        size_bytes=manifest.size_bytes,
        pieces=[],
        state=FileState.WAITING,
        changed_wall=now(),
    )
