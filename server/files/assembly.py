"""Making one file of its pieces, and looking after whole files. Runs as jobs; safe to run twice."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import delete, exists, select

from kiosk.wire.pieces import FileState
from server.blobs.store import BlobError, BlobMissingError, Blobs, file_key, piece_key
from server.database import Database
from server.identity.secrets import new_id
from server.tables.files import FileRow, PieceRow
from server.tables.stations import AlertKind, AlertRow
from server.times import later, now

log = structlog.get_logger()

RESUME_DAYS = 30
"""So long a station may be away and still find the pieces of a file that failed."""


def _named(files: Iterable[FileRow]) -> set[str]:
    """The pieces of some files."""
    return {piece["sha256"] for file in files for piece in file.pieces}


class _DamagedPieceError(Exception):
    """A piece is not (any more) what it is named; the argument is its hash."""


class Assembly:
    """One file at a time."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    def assemble(self, session_id: str, name: str) -> None:
        """Make the file, see that it is what was announced, and remove the pieces.

        Raises ``ServerError`` and ``BlobError`` when that is not possible now.
        """
        with self._database.read() as db:
            row = db.get(FileRow, (session_id, name))
        if row is None or row.state is not FileState.ASSEMBLING:
            return
        try:
            whole = self._join(row)
        except _DamagedPieceError as error:
            self._lost_piece(row, str(error))
            return
        if not whole:
            self._set(row, FileState.FAILED, "the pieces do not make the file that was announced")
            return
        if self._set(row, FileState.KEPT):
            self._drop_pieces(row)
        elif not self._is_wanted(row):
            self._blobs.remove(file_key(row.session_id, row.sha256))

    def unfinished(self) -> list[tuple[str, str]]:
        """Files that a crash left half-made."""
        chosen = select(FileRow.session_id, FileRow.name).where(FileRow.state == FileState.ASSEMBLING)
        with self._database.read() as db:
            return [(session_id, name) for session_id, name in db.execute(chosen)]

    def scrub(self) -> int:
        """Read every whole file again; how many are damaged. Their stations may still have them."""
        with self._database.read() as db:
            kept = list(db.scalars(select(FileRow).where(FileRow.state == FileState.KEPT)))
        return sum(self._is_damaged(row) for row in kept)

    # --- making ----------------------------------------------------------------------------
    def _join(self, row: FileRow) -> bool:
        """Whether the pieces made the file; it is then in the object store."""
        digest, size = hashlib.sha256(), 0
        with tempfile.NamedTemporaryFile(dir=self._blobs.spool, delete=False) as file:
            path = Path(file.name)
            try:
                for piece in row.pieces:
                    for data in self._checked(row.session_id, piece):
                        digest.update(data)
                        size += len(data)
                        file.write(data)
                file.flush()
                if digest.hexdigest() != row.sha256 or size != row.size_bytes:
                    return False
                self._blobs.take(file_key(row.session_id, row.sha256), path)
                return True
            finally:
                path.unlink(missing_ok=True)

    def _checked(self, session_id: str, piece: dict[str, Any]) -> Iterator[bytes]:
        digest = hashlib.sha256()
        try:
            for data in self._blobs.read(piece_key(session_id, piece["sha256"])):
                digest.update(data)
                yield data
        except BlobMissingError as error:
            raise _DamagedPieceError(piece["sha256"]) from error
        if digest.hexdigest() != piece["sha256"]:
            raise _DamagedPieceError(piece["sha256"])

    def _lost_piece(self, row: FileRow, sha256: str) -> None:
        """The station is asked for it again."""
        self._blobs.remove(piece_key(row.session_id, sha256))
        with self._database.write() as db:
            db.execute(
                delete(PieceRow).where(PieceRow.session_id == row.session_id, PieceRow.sha256 == sha256)
            )
        self._set(row, FileState.WAITING, "a piece was damaged on the server")
        log.warning("a piece was damaged at rest", session=row.session_id, file=row.name)

    def _set(self, row: FileRow, state: FileState, detail: str = "") -> bool:
        """Whether the file was still to be assembled, and as announced then."""
        with self._database.write() as db:
            found = db.get(FileRow, (row.session_id, row.name), with_for_update=True)
            if found is None or found.state is not FileState.ASSEMBLING or found.sha256 != row.sha256:
                return False
            found.state, found.detail, found.changed_wall = state, detail, now()
            if state is FileState.KEPT:
                found.pieces = []
            return True

    def _is_wanted(self, row: FileRow) -> bool:
        """Whether anything still names these bytes: the person may have been erased meanwhile."""
        named = select(FileRow.name).filter_by(session_id=row.session_id, sha256=row.sha256).limit(1)
        with self._database.read() as db:
            return db.scalar(named) is not None

    def _drop_pieces(self, row: FileRow) -> None:
        names = {piece["sha256"] for piece in row.pieces}
        with self._database.write() as db:
            db.execute(
                delete(PieceRow).where(PieceRow.session_id == row.session_id, PieceRow.sha256.in_(names))
            )
        for sha256 in names:
            self._blobs.remove(piece_key(row.session_id, sha256))

    # --- looking after ---------------------------------------------------------------------
    def drop_failed(self) -> int:
        """Remove pieces that only files name which failed ``RESUME_DAYS`` ago; of how many files.

        What is announced later is not lost by that: the station hears which pieces are lacking.
        """
        chosen = select(FileRow.session_id, FileRow.name).where(
            FileRow.state == FileState.FAILED,
            FileRow.changed_wall < later(days=-RESUME_DAYS),
            exists().where(PieceRow.session_id == FileRow.session_id),
        )
        with self._database.read() as db:
            failed = list(db.execute(chosen))
        dropped = 0
        for session_id, name in failed:
            dropped += self._drop_failed(session_id, name)
        return dropped

    def _drop_failed(self, session_id: str, name: str) -> bool:
        with self._database.write() as db:
            files = list(db.scalars(select(FileRow).filter_by(session_id=session_id).with_for_update()))
            names = _named(file for file in files if file.name == name and file.state is FileState.FAILED)
            names -= _named(file for file in files if file.state in (FileState.WAITING, FileState.ASSEMBLING))
            theirs = PieceRow.session_id == session_id, PieceRow.sha256.in_(names)
            names = set(db.scalars(select(PieceRow.sha256).where(*theirs)))
            db.execute(delete(PieceRow).where(*theirs))
        for sha256 in names:
            self._blobs.remove(piece_key(session_id, sha256))
        return bool(names)

    def _is_damaged(self, row: FileRow) -> bool:
        """What cannot be read now is read the next time; it keeps nobody from looking at the others."""
        digest = hashlib.sha256()
        try:
            for data in self._blobs.read(file_key(row.session_id, row.sha256)):
                digest.update(data)
        except BlobMissingError:
            pass
        except BlobError as error:
            log.error("a file could not be read again", session=row.session_id, reason=str(error))
            return False
        if digest.hexdigest() == row.sha256:
            return False
        self._alarm(row)
        return True

    def _alarm(self, row: FileRow) -> None:
        """No receipt names the file any more, so a station that has it offers it again."""
        with self._database.write() as db:
            found = db.get(FileRow, (row.session_id, row.name), with_for_update=True)
            if found is None or found.state is not FileState.KEPT:
                return
            found.state, found.detail, found.changed_wall = FileState.FAILED, "damaged at rest", now()
            db.add(
                AlertRow(
                    id=new_id(),
                    wall=now(),
                    kind=AlertKind.DAMAGED_FILE,
                    station_id=row.station_id,
                    subject=row.session_id,
                    detail=f"{row.name} is damaged in the object store",
                )
            )
        log.error("a file is damaged at rest", session=row.session_id, file=row.name)
