"""Sticks as the kernel lists them, mounted by hand: where no UDisks runs, and where the station may mount."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kiosk.domain.export import Drive, ExportOutcome
from storage.errors import ExportFailedError
from storage.export.drives import LOCKED

_COLUMNS = "PATH,TYPE,FSTYPE,SIZE,RO,RM,HOTPLUG,TRAN,LABEL,VENDOR,MODEL,MOUNTPOINT"
_PATIENCE_S = 20
_HELPERS = {"exfat": "exfat-fuse", "ntfs": "ntfs-3g"}
"""Where the kernel does not know a file system itself."""

Listed = dict[str, Any]


def is_stick(disk: Listed) -> bool:
    """Whether a disk is one that people plug in."""
    return disk.get("tran") == "usb" or bool(disk.get("rm")) or bool(disk.get("hotplug"))


class BlockDrives:
    """``lsblk``, ``mount`` and ``umount``. ``is_ours`` says which disks are sticks."""

    def __init__(self, is_ours: Callable[[Listed], bool] = is_stick) -> None:
        self._is_ours = is_ours
        self._mounted: dict[str, Path] = {}

    def sticks(self) -> tuple[Drive, ...]:
        """See ``Drives``."""
        said = _run("lsblk", "--json", "--bytes", "--output", _COLUMNS)
        if said is None:
            return ()
        disks = json.loads(said)["blockdevices"]
        return tuple(_drive(part) for disk in disks if self._is_ours(disk) for part in _parts(disk))

    def mount(self, drive: Drive) -> Path:
        """See ``Drives``."""
        if drive.mounted_at:
            return Path(drive.mounted_at)
        folder = Path(tempfile.mkdtemp(prefix="stick-"))
        options = "rw,nosuid,nodev,noexec"
        helper = _HELPERS.get(drive.file_system)
        kinds = [drive.file_system, *([helper] if helper else [])]
        for kind in kinds:
            if _run("mount", "-t", kind, "-o", options, drive.device, str(folder)) is not None:
                self._mounted[drive.device] = folder
                return folder
        folder.rmdir()
        raise ExportFailedError(ExportOutcome.STICK_DAMAGED)

    def unmount(self, drive: Drive) -> bool:
        """See ``Drives``; a stick that somebody else had mounted is let go of as well."""
        folder = self._mounted.pop(drive.device, None)
        gone = _run("umount", str(folder or drive.mounted_at)) is not None
        if folder is not None and not os.path.ismount(folder):
            shutil.rmtree(folder, ignore_errors=True)
        return gone


def _parts(disk: Listed) -> Iterator[Listed]:
    """The partitions, or the disk itself where it has none."""
    children = [child for child in disk.get("children", ()) if child["type"] in ("part", "loop")]
    for part in children or [disk]:
        yield {**part, "vendor": disk.get("vendor"), "model": disk.get("model")}


def _drive(part: Listed) -> Drive:
    """The udev database knows the file system; where there is none, the stick itself is asked."""
    device = str(part["path"])
    kind = part.get("fstype") or (_run("blkid", "--probe", "-s", "TYPE", "-o", "value", device) or "").strip()
    title = part.get("label") or " ".join(str(part.get(key) or "").strip() for key in ("vendor", "model"))
    return Drive(
        device=device,
        title=str(title).strip(),
        size_bytes=int(part["size"]),
        file_system=str(kind),
        read_only=bool(part["ro"]),
        mounted_at=str(part.get("mountpoint") or "") if kind not in LOCKED else "",
    )


def _run(*command: str) -> str | None:
    """What it says, or ``None`` when it fails."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
