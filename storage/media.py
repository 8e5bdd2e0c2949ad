"""Where everything lies on the station's disk, and who may read it.

    DATA/
      kiosk.db                                   journal and tables
      media/interview_recordings/{session}/      one folder a session, ids only, never a name
        video_files/ audio_files/ screen_recordings/ pictures/ copies/
        journal.jsonl                            the session's copy of the journal
      keys/                                      a key for each session, see ``storage.keys``
      run/ log/ cache/voice/ cache/export/

Folders are for the station's user alone (0700), and so are files (0600).
"""

import os
import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kiosk.domain.ids import SessionId
from kiosk.domain.recording import HD, Quality
from storage.errors import UnwritableError, plain_errors

PICTURES = "pictures"
"""Small pictures of the recording, made after the interview."""
COPIES = "copies"
"""The recording in other forms."""
SESSION_FOLDERS = ("video_files", "audio_files", "screen_recordings")
STATION_FOLDERS = ("media/interview_recordings", "run", "log", "cache/voice", "cache/export", "keys")
TEMPORARY = (".part", ".tmp")

RESERVE_BYTES = 1 << 30
"""Below this much free space no session should start."""
VOICE_TRACK_KBPS = 768
"""The lossless voice track: 48 kHz, 16 bit, one channel, before compression."""
COPIES_WHILE_FINISHING = 2
"""The segments and the file made of them lie side by side until the file is verified."""

_SESSION_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Space:
    """Free bytes, and how many hours of interviews they are good for."""

    free_bytes: int
    hours: float


class MediaStore:
    """The folders of one station. Any thread may call."""

    def __init__(self, data: Path) -> None:
        self.data = data.absolute()
        self.recordings = self.data / "media" / "interview_recordings"

    @property
    def database(self) -> Path:
        """The database file."""
        return self.data / "kiosk.db"

    @property
    def keys(self) -> Path:
        """The folder of the sessions' keys."""
        return self.data / "keys"

    @property
    def exports(self) -> Path:
        """Where copies are prepared that are to leave the station; nothing stays there."""
        return self.data / "cache" / "export"

    def prepare(self) -> None:
        """Make the folders that are missing and see that they can be written. Raises ``StorageError``."""
        for name in STATION_FOLDERS:
            folder = self.data / name
            with plain_errors(folder):
                make_private(folder)
                if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                    raise UnwritableError(f"{folder} cannot be written")

    def session_folder(self, session: SessionId) -> Path:
        """The folder of one session, with the folders below it. Raises ``OSError``, ``ValueError``."""
        folder = self._of(session)
        for name in SESSION_FOLDERS:
            make_private(folder / name)
        return folder

    def file(self, session: SessionId, name: str) -> Path:
        """A file in a session's folder. Raises ``ValueError`` for a name that leads anywhere else."""
        root = self._of(session)
        path = (root / name).resolve()
        if "\0" in name or path == root.resolve() or not path.is_relative_to(root.resolve()):
            raise ValueError("a file name that leads out of its session")
        return path

    def _of(self, session: SessionId) -> Path:
        if not _SESSION_ID.fullmatch(session):
            raise ValueError("not a session id")
        return self.recordings / session

    def journal_copies(self) -> list[Path]:
        """Every session's copy of the journal, in no order."""
        return list(self.recordings.glob("*/journal.jsonl"))

    def remove_temporaries(self, keep: Collection[SessionId] = ()) -> int:
        """Remove half-written files of every session but those in ``keep``; how many there were.

        A session that is being recorded or finished belongs in ``keep``: its recorder may be alive.
        """
        removed = 0
        for path in self.recordings.glob("*/**/*"):
            session = path.relative_to(self.recordings).parts[0]
            if path.suffix in TEMPORARY and path.is_file() and session not in keep:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def space(self, quality: Quality = HD) -> Space:
        """What is free now, forecast for recording at ``quality``. Raises ``StorageError``."""
        with plain_errors(self.data):
            free = shutil.disk_usage(self.data).free
        return Space(free, hours_of_recording(free, quality))


def hours_of_recording(free_bytes: int, quality: Quality) -> float:
    """How long can be recorded before the reserve is touched, with finishing counted in."""
    return max(0.0, (free_bytes - RESERVE_BYTES) / bytes_per_hour(quality))


def bytes_per_hour(quality: Quality) -> float:
    """What an hour takes while it is being finished."""
    picture = quality.video_kbps if quality.video else 0
    sound = quality.audio_kbps if quality.audio else 0
    return ((picture + sound) * COPIES_WHILE_FINISHING + VOICE_TRACK_KBPS) * 1000 / 8 * 3600


def make_private(folder: Path) -> None:
    """Make the folder and its missing parents, closed to other users."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)


def open_private(path: Path) -> BinaryIO:
    """A new file that only the station's user may read, unbuffered. Raises ``OSError``."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    return os.fdopen(descriptor, "wb", buffering=0)


def sync_folder(folder: Path) -> None:
    """Put the folder's own entries on the disk. Raises ``OSError``."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
