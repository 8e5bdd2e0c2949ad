"""The one thread that touches the disk while recording.

Encoders write into memory; this thread carries it to the files in the same order, and twice a second
has every file on the disk (``fdatasync``), so that a power cut costs at most about the last second and
a stalled disk stalls nobody. What waits for the disk is bounded by the memory of the machine only:
ten seconds of recording are 4 MB. Files own some room ahead: when no more of it is to be had, the disk
is full, and what was recorded until then still fits.
"""

import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from capture.folder import sync_folder
from capture.reserve import reserve

_SYNC_EVERY_S = 0.5
_AHEAD_BYTES = 4 << 20
"""Twelve seconds of recording."""

Job = Callable[[], None]


class DiskFile:
    """A file to which an encoder writes from its own thread; looks like a binary file object."""

    def __init__(self, path: Path, submit: Callable[[Job], None]) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640)
        self._submit = submit
        self._position = 0
        self._owned = 0
        self._synced = True

    def write(self, data: bytes) -> int:
        """Take the bytes; they are on their way to the disk."""
        kept, position = bytes(data), self._position
        self._position += len(kept)
        self._submit(lambda: self._put(kept, position))
        return len(kept)

    def sync(self) -> None:
        """Have everything on the disk that was put so far. Disk thread only."""
        if not self._synced:
            os.fdatasync(self._handle)
            self._synced = True

    def close(self) -> None:
        """Give back the room that was not needed, sync and close. Disk thread only."""
        try:
            os.truncate(self._handle, os.fstat(self._handle).st_size)
            os.fsync(self._handle)
        finally:
            os.close(self._handle)

    def _put(self, data: bytes, position: int) -> None:
        self._synced = False
        view = memoryview(data)
        while view:
            written = os.pwrite(self._handle, view, position)
            view, position = view[written:], position + written
        if position > self._owned - _AHEAD_BYTES // 2:
            reserve(self._handle, position, _AHEAD_BYTES)
            self._owned = position + _AHEAD_BYTES


class SeekableDiskFile(DiskFile):
    """For formats that mend their header at the end (FLAC)."""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Continue writing at ``offset`` from the start of the file."""
        if whence != os.SEEK_SET:
            raise OSError("only absolute positions")
        self._position = offset
        return offset

    def tell(self) -> int:
        """Where the next byte goes."""
        return self._position


class Disk:
    """Owns the thread ``recorder.disk``; its first failure goes to ``on_error``."""

    def __init__(self, on_error: Callable[[OSError], None]) -> None:
        self._on_error = on_error
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._files: list[DiskFile] = []
        self._failed = False
        self._thread = threading.Thread(target=self._run, name="recorder.disk", daemon=True)
        self._thread.start()

    def create(self, path: Path, kind: type[DiskFile] = DiskFile) -> DiskFile:
        """Create a file and its name on the disk. Raises ``OSError``, also when it is there already."""
        file = kind(path, self.submit)
        sync_folder(path.parent)
        self._jobs.put(lambda: self._files.append(file))
        return file

    @property
    def failed(self) -> bool:
        """Whether anything that was to be written was not."""
        return self._failed

    def submit(self, job: Job) -> None:
        """Have something done in its turn."""
        self._jobs.put(job)

    def close(self) -> None:
        """Wait until everything is on the disk and closed."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        next_sync = time.monotonic() + _SYNC_EVERY_S
        while True:
            try:
                job = self._jobs.get(timeout=max(0.0, next_sync - time.monotonic()))
                if job is None:
                    break
                self._attempt(job)
            except queue.Empty:
                pass
            if time.monotonic() >= next_sync:
                self._attempt(self._sync)
                next_sync = time.monotonic() + _SYNC_EVERY_S
        for file in self._files:
            self._attempt(file.close)

    def _sync(self) -> None:
        for file in self._files:
            file.sync()

    def _attempt(self, job: Job) -> None:
        try:
            job()
        except OSError as error:
            if not self._failed:
                self._failed = True
                self._on_error(error)
