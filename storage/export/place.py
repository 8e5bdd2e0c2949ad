"""Where an export goes: the one stick that is plugged in, or a folder."""

import os
import shutil
from pathlib import Path
from typing import Protocol

from kiosk.domain.export import Drive, ExportOutcome
from storage.errors import ExportFailedError
from storage.export.drives import FAT, LARGEST_ON_FAT, Drives, judge, only_one


class Place(Protocol):
    """One target. Methods block, for seconds at worst, and raise ``ExportFailedError``."""

    @property
    def device(self) -> Path | None:
        """The device file that disappears with a pull."""

    def judge(self, total_bytes: int, largest_bytes: int) -> ExportOutcome | None:
        """Why this much will not go there; nothing is touched."""

    def take(self, total_bytes: int, largest_bytes: int) -> Path:
        """A folder to write to."""

    def let_go(self) -> ExportOutcome:
        """The good outcome this target allows."""


class StickPlace:
    """The stick. Which one that is, is decided when it is taken."""

    def __init__(self, drives: Drives) -> None:
        self._drives = drives
        self._drive: Drive | None = None

    @property
    def device(self) -> Path | None:
        """See ``Place``."""
        return Path(self._drive.device) if self._drive else None

    def judge(self, total_bytes: int, largest_bytes: int) -> ExportOutcome | None:
        """See ``Place``."""
        try:
            drive = only_one(self._drives.sticks())
        except ExportFailedError as error:
            return error.outcome
        problem = judge(drive, total_bytes, largest_bytes)
        if problem is None and drive.mounted_at:
            return _judge_folder(Path(drive.mounted_at), total_bytes)
        return problem

    def take(self, total_bytes: int, largest_bytes: int) -> Path:
        """See ``Place``."""
        self._drive = only_one(self._drives.sticks())
        if problem := judge(self._drive, total_bytes, largest_bytes):
            raise ExportFailedError(problem)
        folder = self._drives.mount(self._drive)
        if problem := _judge_folder(folder, total_bytes):
            self._drives.unmount(self._drive)
            raise ExportFailedError(problem)
        return folder

    def let_go(self) -> ExportOutcome:
        """See ``Place``."""
        if self._drive is not None and self._drives.unmount(self._drive):
            return ExportOutcome.DONE
        return ExportOutcome.DONE_STILL_MOUNTED


class FolderPlace:
    """A folder that is there already, on whatever disk."""

    device = None

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def judge(self, total_bytes: int, largest_bytes: int) -> ExportOutcome | None:
        """See ``Place``."""
        if not self._folder.is_dir():
            return ExportOutcome.FOLDER_MISSING
        if largest_bytes > LARGEST_ON_FAT and file_system_of(self._folder) in FAT:
            return ExportOutcome.FILE_TOO_LARGE
        return _judge_folder(self._folder, total_bytes)

    def take(self, total_bytes: int, largest_bytes: int) -> Path:
        """See ``Place``."""
        if problem := self.judge(total_bytes, largest_bytes):
            raise ExportFailedError(problem)
        return self._folder

    def let_go(self) -> ExportOutcome:
        """See ``Place``."""
        return ExportOutcome.DONE_IN_FOLDER


def _judge_folder(folder: Path, total_bytes: int) -> ExportOutcome | None:
    try:
        found = os.statvfs(folder)
        if found.f_flag & os.ST_RDONLY or not os.access(folder, os.W_OK | os.X_OK):
            return ExportOutcome.READ_ONLY
        # Some file systems in user space tell no size at all.
        free = shutil.disk_usage(folder).free if found.f_blocks else total_bytes
    except OSError:
        return ExportOutcome.STICK_DAMAGED
    return ExportOutcome.TOO_SMALL if total_bytes > free else None


def file_system_of(folder: Path) -> str:
    """The kind of file system a folder lies on; empty where nobody can tell."""
    device = folder.stat().st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    lines = Path("/proc/self/mountinfo").read_text("utf-8", errors="replace").splitlines()
    kinds = [line.partition(" - ")[2].split()[0] for line in lines if line.split()[2] == wanted]
    return kinds[-1] if kinds else ""
