"""What all processes in a sandbox use together, read from outside.

The kernel limits single processes only, unless it is given control groups, which an ordinary user often may
not make; so somebody has to look, every few milliseconds. Pages that processes share count for each of them.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.coding.box import FIRST_PROCESS, WORK

_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_INODE_BYTES = 1024
"""What an empty file costs the kernel, about."""
_UTIME, _CSTIME, _RESIDENT = 11, 14, 21
"""Places in ``/proc/…/stat``, after the name in brackets."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What is used now; processor time that ended children took is in it."""

    cpu_s: float = 0.0
    memory_bytes: int = 0


class Watch:
    """Looks into one sandbox. Close it, or it keeps the sandbox's folders alive. One thread."""

    def __init__(self, first_process: int) -> None:
        self._pid = first_process
        self._doors = contextlib.ExitStack()
        self._proc = self._work = -1

    def look(self) -> Usage:
        """What is used now; nothing before the sandbox is ready and after it has ended."""
        try:
            if self._proc < 0 and not self._enter():
                return Usage()
            names = os.listdir(self._proc)  # noqa: PTH208 - a folder that has no path out here
            processes = [self._process(name) for name in names if name.isdigit()]
            folder = os.fstatvfs(self._work)
        except OSError:
            return Usage()
        files = (folder.f_blocks - folder.f_bfree) * folder.f_bsize
        files += (folder.f_files - folder.f_ffree) * _INODE_BYTES
        return Usage(sum(one.cpu_s for one in processes), files + sum(one.memory_bytes for one in processes))

    def close(self) -> None:
        """Let go."""
        self._doors.close()

    def _enter(self) -> bool:
        """Open the sandbox's own ``/proc`` and work folder, once they are what its processes see.

        Until bubblewrap has become the first process, the root may still be the station's.
        """
        if Path(f"/proc/{self._pid}/comm").read_text(encoding="utf-8").strip() != FIRST_PROCESS:
            return False
        self._work = self._open(WORK)
        self._proc = self._open("/proc")
        return True

    def _open(self, folder: str) -> int:
        door = os.open(f"/proc/{self._pid}/root{folder}", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._doors.callback(os.close, door)
        return door

    def _process(self, pid: str) -> Usage:
        try:
            file = os.open(f"{pid}/stat", os.O_RDONLY | os.O_CLOEXEC, dir_fd=self._proc)
        except OSError:  # it has ended
            return Usage()
        try:
            fields = os.read(file, 4096).rpartition(b")")[2].split()
        except OSError:
            return Usage()
        finally:
            os.close(file)
        ticks = sum(map(int, fields[_UTIME : _CSTIME + 1]))
        return Usage(ticks / _TICKS_PER_S, int(fields[_RESIDENT]) * _PAGE_BYTES)
