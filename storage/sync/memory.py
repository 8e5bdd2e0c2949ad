"""What the station remembers of the server: who it is, and what it has of each session.

``DATA/server.json`` names the server; ``DATA/run/sync.json`` tells how the line is doing now. What the
server has of a session stands in the table ``uploads``: it may be lost at any time, then it is asked again.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from kiosk.wire.enrolment import Enrolled
from kiosk.wire.pieces import Receipt
from storage.database import Database
from storage.errors import DamagedError, plain_errors
from storage.media import sync_folder
from storage.tables import UploadRow

ENROLMENT = "server.json"
LINE = Path("run") / "sync.json"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The server this station belongs to."""

    url: str
    station_id: str
    server_key: str


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line is: for people, and to notice a server that knows less than before."""

    contact_wall: str = ""
    """When the server was last heard, by the station's clock; empty for never."""
    skew_s: float = 0.0
    head_seq: int = 0
    head_hash: str = ""
    head_signature: str = ""
    """The server's word for the journal up to there: the anchor off the box."""
    sessions: int = 0
    size_bytes: int = 0
    bytes_per_s: float = 0.0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """What the server has of one session."""

    session: str
    revision: int = 0
    files: dict[str, str] = field(default_factory=dict)
    """Kept whole there: name and SHA-256."""
    receipt: Receipt | None = None
    parked: str = ""
    """Why it was refused; it is offered again when there is something new of it."""
    parked_revision: int = 0


def enrolment_of(data: Path) -> Enrolment | None:
    """The server this station was introduced to, if any. Raises ``StorageError``."""
    file = data / ENROLMENT
    with plain_errors(file):
        if not file.exists():
            return None
        try:
            return Enrolment(**json.loads(file.read_bytes()))
        except (ValueError, TypeError) as error:
            raise DamagedError(f"{file} cannot be read") from error


def keep_enrolment(data: Path, url: str, told: Enrolled) -> None:
    """The server is known from now on. Raises ``StorageError``."""
    _write(data / ENROLMENT, asdict(Enrolment(url, told.station_id, told.server_key)))


def line_state(data: Path) -> LineState:
    """How the line was last time; as if never, when that cannot be read."""
    try:
        return LineState(**json.loads((data / LINE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return LineState()


def keep_line_state(data: Path, state: LineState) -> None:
    """Remember how the line is. Raises ``StorageError``."""
    _write(data / LINE, asdict(state))


def _write(file: Path, fields: dict[str, object]) -> None:
    part = file.with_name(file.name + ".part")
    with plain_errors(file):
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as content:
            content.write(json.dumps(fields).encode())
            content.flush()
            os.fsync(descriptor)
        part.replace(file)
        sync_folder(file.parent)


class Uploads:
    """The table ``uploads``. Any thread may call; methods raise ``StorageError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Upload]:
        """What is remembered, by session."""
        with self._database.read() as db:
            return {row.session_id: _upload(row) for row in db.scalars(select(UploadRow))}

    def of(self, session: str) -> Upload:
        """What is remembered of one session."""
        with self._database.read() as db:
            row = db.get(UploadRow, session)
            return _upload(row) if row else Upload(session)

    def keep(self, upload: Upload) -> Upload:
        """Remember this of a session instead."""
        with self._database.write() as db:
            db.merge(
                UploadRow(
                    session_id=upload.session,
                    revision=upload.revision,
                    files=upload.files,
                    receipt=upload.receipt.model_dump() if upload.receipt else None,
                    parked=upload.parked,
                    parked_revision=upload.parked_revision,
                )
            )
        return upload

    def offer_again(self) -> Sequence[str]:
        """The server knows less than before: forget what it only promised. Which sessions those are."""
        doubtful = [one for one in self.all().values() if not (one.receipt and one.receipt.anchored)]
        for one in doubtful:
            self.keep(replace(one, revision=0, files={}, receipt=None))
        return [one.session for one in doubtful]

    def unpark(self) -> int:
        """Offer again what was refused; how many sessions those are."""
        parked = [one for one in self.all().values() if one.parked]
        for one in parked:
            self.keep(replace(one, parked="", parked_revision=0))
        return len(parked)


def _upload(row: UploadRow) -> Upload:
    receipt = Receipt.model_validate(row.receipt) if row.receipt else None
    return Upload(row.session_id, row.revision, row.files, receipt, row.parked, row.parked_revision)
