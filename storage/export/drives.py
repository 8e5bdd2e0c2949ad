"""Sticks: which are plugged in, taking hold of one, letting go of it."""

from pathlib import Path
from typing import Protocol

from kiosk.domain.export import Drive, ExportOutcome
from storage.errors import ExportFailedError

READABLE = frozenset({"vfat", "msdos", "exfat", "ntfs", "ntfs3", "ext2", "ext3", "ext4"})
"""What other computers read as well."""
LOCKED = frozenset({"crypto_LUKS", "BitLocker"})
LARGEST_ON_FAT = (1 << 32) - 1
FAT = frozenset({"vfat", "msdos"})


class Drives(Protocol):
    """Where sticks come from. Methods block, for seconds at worst."""

    def sticks(self) -> tuple[Drive, ...]:
        """Every file system that is plugged in, and every stick without one."""

    def mount(self, drive: Drive) -> Path:
        """Its folder, for writing. Raises ``ExportFailedError``."""

    def unmount(self, drive: Drive) -> bool:
        """Whether it may be unplugged now."""


def only_one(sticks: tuple[Drive, ...]) -> Drive:
    """The stick that must be meant. Raises ``ExportFailedError``."""
    if not sticks:
        raise ExportFailedError(ExportOutcome.STICK_MISSING)
    if len(sticks) > 1:
        raise ExportFailedError(ExportOutcome.SEVERAL_STICKS)
    return sticks[0]


def judge(drive: Drive, total_bytes: int, largest_bytes: int) -> ExportOutcome | None:
    """Why this stick will not do, as far as that can be told without touching it."""
    if drive.file_system in LOCKED:
        return ExportOutcome.STICK_LOCKED
    if not drive.file_system:
        return ExportOutcome.NO_FILE_SYSTEM
    if drive.file_system not in READABLE:
        return ExportOutcome.FOREIGN_FILE_SYSTEM
    if drive.read_only:
        return ExportOutcome.READ_ONLY
    if total_bytes > drive.size_bytes:
        return ExportOutcome.TOO_SMALL
    if drive.file_system in FAT and largest_bytes > LARGEST_ON_FAT:
        return ExportOutcome.FILE_TOO_LARGE
    return None
