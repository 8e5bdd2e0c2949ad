"""Is there room to go on recording?"""

import errno
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from capture.health import Alarm, FaultBoard
from capture.timebase import SECOND_NS
from kiosk.domain.faults import FaultCode

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_EVERY_NS = SECOND_NS // 2
_BELIEVED_NS = 5 * SECOND_NS
"""So long a failed write counts more than what the file system says is free."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How little free space is little, and how little is too little to go on."""

    low_bytes: int = 1 << 30
    full_bytes: int = 256 << 20


class SpaceWatch:
    """Looks twice a second. One thread, except ``no_room``."""

    def __init__(self, board: FaultBoard, limits: Limits, folder: Path) -> None:
        self.folder = folder
        self.free_bytes = _free_bytes(folder)
        self._limits = limits
        self._low = Alarm(board, FaultCode.DISK_LOW)
        self._full = Alarm(board, FaultCode.DISK_FULL)
        self._dead = Alarm(board, FaultCode.DATA_UNWRITABLE)
        self._refused_ns = -_BELIEVED_NS
        self._next_ns = 0

    @property
    def low(self) -> bool:
        """Whether there is little left."""
        return self._low.on

    @property
    def full(self) -> bool:
        """Whether there is too little to go on."""
        return self._full.on

    def no_room(self) -> None:
        """A write was refused for want of space; any thread."""
        self._refused_ns = time.monotonic_ns()
        self._next_ns = 0

    def look(self, *, now: bool = False) -> None:
        """Call it often; pass ``now`` not to rely on what was seen half a second ago."""
        now_ns = time.monotonic_ns()
        if not now and now_ns < self._next_ns:
            return
        self._next_ns = now_ns + _EVERY_NS
        try:
            self.free_bytes = _free_bytes(self.folder)
        except OSError as error:
            self._dead.judge(True, now_ns, str(error))
            return
        self._dead.judge(False, now_ns)
        refused = now_ns - self._refused_ns < _BELIEVED_NS
        detail = f"{self.free_bytes >> 20} MiB free"
        self._low.judge(self.free_bytes < self._limits.low_bytes, now_ns, detail)
        self._full.judge(self.free_bytes < self._limits.full_bytes or refused, now_ns, detail)


def _free_bytes(folder: Path) -> int:
    """Of the file system that has the folder, or will have it. Raises ``OSError`` when the disk is dead."""
    standing = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(standing).free
