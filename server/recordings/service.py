"""Recordings that other programs bring: in numbered chunks, or whole. Raises ``ServerError``."""

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.wire.pieces import FileState
from kiosk.wire.session import RecordingStatus, WorkStatus
from server.audit.service import record
from server.blobs.store import BlobError, BlobMissingError, Blobs, chunk_key, file_key
from server.bodies import Spooled
from server.compat.service import file_name, own_session
from server.database import Database
from server.errors import BusyError, ConflictError, InvalidError, NotFoundError
from server.identity.roles import Person
from server.jobs.queue import Job, JobKind, Jobs
from server.tables.files import ChunkRow, FileRow
from server.tables.sessions import RecordingRow, SessionRow
from server.times import now

log = structlog.get_logger()

_HEAD_BYTES = 12


@dataclass(frozen=True, slots=True)
class Saved:
    """What a caller says of a whole recording."""

    duration_s: float
    size_bytes: int
    recorded_wall: str
    filename: str


class _DamagedChunkError(Exception):
    """A chunk is not (any more) what was sent."""

    def __init__(self, chunk: ChunkRow) -> None:
        super().__init__(chunk.number)
        self.chunk = chunk


class Uploads:
    """Any thread may call."""

    def __init__(self, database: Database, blobs: Blobs, jobs: Jobs, most_bytes: int) -> None:
        self._database = database
        self._blobs = blobs
        self._jobs = jobs
        self._most_bytes = most_bytes

    # --- in chunks -------------------------------------------------------------------------
    def start(self, person: Person, session_id: str) -> None:
        """Chunks will come."""
        with self._database.write() as db:
            row = own_session(db, person, session_id)
            if row.recording_status is RecordingStatus.COMPLETED:
                raise ConflictError("the recording is complete", "complete")
            row.recording_status = RecordingStatus.RECORDING
            record(db, person, "recording_started", session_id)

    def stop(self, person: Person, session_id: str) -> None:
        """No more is recorded; chunks that are on their way may still come."""
        with self._database.write() as db:
            row = own_session(db, person, session_id)
            if row.recording_status is RecordingStatus.RECORDING:
                row.processing_status = WorkStatus.PROCESSING
            record(db, person, "recording_stopped", session_id)
        self._jobs.enqueue(Job(JobKind.MERGE, session_id))

    def chunk(self, person: Person, session_id: str, number: int, body: Spooled, *, final: bool) -> bool:
        """Keep chunk ``number``, counted from 0; whether all of them are here now."""
        with self._database.read() as db:
            row = own_session(db, person, session_id)
            if row.recording_status is RecordingStatus.COMPLETED:
                return True
            self._check(db, session_id, number, body, final=final)
        key = chunk_key(session_id, number, body.sha256)
        try:
            self._blobs.take(key, body.file)
        except BlobError as error:
            raise BusyError(str(error), retry_after_s=10) from error
        try:
            with self._database.write() as db:
                own_session(db, person, session_id)
                self._remember(db, session_id, number, body, final=final)
                complete = _complete(db, session_id)
        except NotFoundError:  # erased meanwhile
            self._blobs.remove(key)
            raise
        if complete:
            self._jobs.enqueue(Job(JobKind.MERGE, session_id))
        return complete

    def _check(
        self, db: Session, session_id: str, number: int, body: Spooled, *, final: bool
    ) -> ChunkRow | None:
        """Whether the chunk fits to the others; the same one, if it is there."""
        known = db.get(ChunkRow, (session_id, number))
        if known is not None and known.sha256 != body.sha256:
            raise ConflictError("another chunk of this number is there already", "chunk_differs")
        others = list(db.scalars(select(ChunkRow).where(ChunkRow.session_id == session_id)))
        last = next((one.number for one in others if one.final), None)
        beyond = any(one.number > number for one in others) if final else last is not None and number > last
        if beyond or (final and last not in (None, number)):
            raise ConflictError("the final chunk is not the last one", "final_differs")
        if sum(one.length for one in others if one.number != number) + body.size_bytes > self._most_bytes:
            raise InvalidError("the recording is too long", "too_large")
        return known

    def _remember(self, db: Session, session_id: str, number: int, body: Spooled, *, final: bool) -> None:
        known = self._check(db, session_id, number, body, final=final)
        if known is None:
            db.add(
                ChunkRow(
                    session_id=session_id,
                    number=number,
                    sha256=body.sha256,
                    length=body.size_bytes,
                    final=final,
                    received_wall=now(),
                )
            )
        else:
            known.final = known.final or final
        db.flush()

    def merge(self, session_id: str) -> None:
        """Make the recording of its chunks, once they are all there. Safe to run twice."""
        with self._database.read() as db:
            row = db.get(SessionRow, session_id)
            chunks = _chunks(db, session_id)
            if (
                row is None
                or row.recording_status is RecordingStatus.COMPLETED
                or not _complete(db, session_id)
            ):
                return
        try:
            made = self._join(row, chunks)
        except _DamagedChunkError as error:
            self._lost_chunk(session_id, error.chunk)
            return
        with self._database.write() as db:
            db.execute(delete(ChunkRow).where(ChunkRow.session_id == session_id))
            if not made:
                _fail(db, session_id)
        self._blobs.remove_below(f"chunks/{session_id}")

    def _join(self, row: SessionRow, chunks: list[ChunkRow]) -> bool:
        """Whether the chunks made a recording; it is then kept."""
        with tempfile.NamedTemporaryFile(dir=self._blobs.spool, delete=False) as file:
            path = Path(file.name)
            try:
                for chunk in chunks:
                    for data in self._checked(chunk):
                        file.write(data)
                file.flush()
                suffix = _suffix(path)
                if suffix:
                    self._keep(row.session_id, _measured(path), suffix, row.duration_s or 0.0)
                return bool(suffix)
            finally:
                path.unlink(missing_ok=True)

    def _lost_chunk(self, session_id: str, chunk: ChunkRow) -> None:
        """It may be sent again; until then the recording has failed."""
        self._blobs.remove(chunk_key(session_id, chunk.number, chunk.sha256))
        with self._database.write() as db:
            db.execute(delete(ChunkRow).filter_by(session_id=session_id, number=chunk.number))
            _fail(db, session_id)
        log.warning("a chunk was damaged at rest", session=session_id)

    def unfinished(self) -> list[str]:
        """Sessions whose final chunk is here and whose recording is not made yet."""
        with self._database.read() as db:
            return list(db.scalars(select(ChunkRow.session_id).where(ChunkRow.final)))

    def _checked(self, chunk: ChunkRow) -> Iterator[bytes]:
        digest = hashlib.sha256()
        try:
            for data in self._blobs.read(chunk_key(chunk.session_id, chunk.number, chunk.sha256)):
                digest.update(data)
                yield data
        except BlobMissingError as error:
            raise _DamagedChunkError(chunk) from error
        if digest.hexdigest() != chunk.sha256:
            raise _DamagedChunkError(chunk)

    # --- whole -----------------------------------------------------------------------------
    def save(self, person: Person, session_id: str, saved: Saved, body: Spooled) -> str:
        """Keep a whole recording, which is what its first bytes say, not its name; its file name."""
        suffix = _suffix(body.file)
        if not suffix:
            raise InvalidError("this is neither an MP4 nor a WebM file", "not_a_video")
        if saved.size_bytes != body.size_bytes:
            raise InvalidError("the file is not as long as was said", "size_differs")
        if not saved.filename.lower().endswith(suffix):
            raise InvalidError(f"the file is a {suffix[1:]} and is named otherwise", "type_differs")
        with self._database.read() as db:
            row = own_session(db, person, session_id)
            if row.recording_status is RecordingStatus.COMPLETED:
                raise ConflictError("the session has its recording", "complete")
        name = self._keep(session_id, body, suffix, saved.duration_s, saved.recorded_wall)
        with self._database.write() as db:
            record(db, person, "recording_saved", session_id)
        return name

    def _keep(self, session_id: str, body: Spooled, suffix: str, duration_s: float, began: str = "") -> str:
        key = file_key(session_id, body.sha256)
        try:
            self._blobs.take(key, body.file)
        except BlobError as error:
            raise BusyError(str(error), retry_after_s=10) from error
        try:
            with self._database.write() as db:
                row = _row(db, session_id)
                began = began or row.started_wall or row.created_wall
                name = file_name(session_id, began, suffix)
                db.merge(_file(session_id, name, body))
                db.merge(_recording(row, name, body, duration_s, began))
                row.recording_status, row.processing_status = RecordingStatus.COMPLETED, WorkStatus.COMPLETED
                row.revision += 1
        except NotFoundError:  # erased meanwhile
            self._blobs.remove(key)
            raise
        return name


def _fail(db: Session, session_id: str) -> None:
    row = _row(db, session_id)
    row.recording_status, row.processing_status = RecordingStatus.FAILED, WorkStatus.FAILED


def _row(db: Session, session_id: str) -> SessionRow:
    """A session, locked. Raises ``NotFoundError``."""
    row = db.get(SessionRow, session_id, with_for_update=True)
    if row is None:
        raise NotFoundError("there is no such session")
    return row


def _chunks(db: Session, session_id: str) -> list[ChunkRow]:
    chosen = select(ChunkRow).where(ChunkRow.session_id == session_id).order_by(ChunkRow.number)
    return list(db.scalars(chosen))


def _complete(db: Session, session_id: str) -> bool:
    chunks = _chunks(db, session_id)
    return bool(chunks) and chunks[-1].final and len(chunks) == chunks[-1].number + 1


def _measured(path: Path) -> Spooled:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            digest.update(data)
    return Spooled(path, path.stat().st_size, digest.hexdigest())


def _suffix(path: Path) -> str:
    """What a file is by its first bytes: ``.mp4``, ``.webm``, or nothing that is taken."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head[4:8] == b"ftyp":
        return ".mp4"
    return ".webm" if head.startswith(b"\x1a\x45\xdf\xa3") else ""


def _file(session_id: str, name: str, body: Spooled) -> FileRow:
    return FileRow(
        session_id=session_id,
        name=name,
        sha256=body.sha256,
        size_bytes=body.size_bytes,
        pieces=[],
        state=FileState.KEPT,
        detail="",
        changed_wall=now(),
    )


def _recording(row: SessionRow, name: str, body: Spooled, duration_s: float, began: str) -> RecordingRow:
    config = row.recording_config or {}
    return RecordingRow(
        session_id=row.session_id,
        file=name,
        sha256=body.sha256,
        size_bytes=body.size_bytes,
        duration_s=duration_s,
        format=name.rpartition(".")[2],
        quality=str(config.get("quality", "")),
        started_wall=began,
        finished_wall=now(),
        chapters=[],
        gaps=[],
        details={},
    )
