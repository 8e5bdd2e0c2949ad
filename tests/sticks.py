"""USB sticks made of files: images on loop devices, file systems in user space whose daemon can be killed.

Needs root. The kernel of a container may know none of a stick's file systems; exFAT and NTFS are mounted
by their FUSE programs then, as the product does it.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain.export import Drive
from storage.export.block_drives import BlockDrives, Listed

_PROGRAMS = (
    "losetup",
    "mkfs.exfat",
    "mkfs.vfat",
    "mkntfs",
    "mount.exfat-fuse",
    "ntfs-3g",
    "bindfs",
    "fusefat",
)
needs_sticks = pytest.mark.skipif(
    os.geteuid() != 0 or any(shutil.which(program) is None for program in _PROGRAMS),
    reason="sticks of files need root, exfat-fuse, exfatprogs, dosfstools, fusefat, ntfs-3g and bindfs",
)
_MAKERS = {
    "exfat": ("mkfs.exfat",),
    "vfat": ("mkfs.vfat", "-F", "32"),
    "ntfs": ("mkntfs", "--quick", "--force", "--quiet"),
    "ext4": ("mkfs.ext4", "-q"),
    "xfs": ("mkfs.xfs", "-q"),
    "swap": ("mkswap",),
}


@dataclass(frozen=True, slots=True)
class Stick:
    """One that is plugged in."""

    image: Path
    device: str

    def pull(self) -> None:
        """Kill whoever serves its file system: what was not written by then never will be."""
        for pid in serving(self.device):
            os.kill(pid, signal.SIGKILL)


def serving(device: str) -> list[int]:
    """The FUSE daemons of a device."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit() and device.encode() in (entry / "cmdline").read_bytes().split(b"\0"):
                found.append(int(entry.name))
    return found


class FuseDrives(BlockDrives):
    """FAT32 in user space where the kernel does not know it: only so can its daemon be killed."""

    def mount(self, drive: Drive) -> Path:
        if drive.file_system != "vfat" or drive.mounted_at:
            return super().mount(drive)
        folder = Path(tempfile.mkdtemp(prefix="stick-"))
        run("fusefat", "-o", "rw+", drive.device, str(folder))
        self._mounted[drive.device] = folder
        return folder


class Hub:
    """Where sticks are plugged in; ``drives`` sees these and no other disk of the machine."""

    def __init__(self) -> None:
        self.sticks: list[Stick] = []
        self.drives = FuseDrives(self._is_ours)

    def plug(self, image: Path, *, read_only: bool = False) -> Stick:
        """Plug an image in."""
        flags = ("--read-only",) if read_only else ()
        device = run("losetup", "--find", "--show", *flags, str(image)).strip()
        self.sticks.append(Stick(image, device))
        return self.sticks[-1]

    def unplug(self, stick: Stick) -> None:
        """Take it out, whatever is still mounted."""
        self.sticks.remove(stick)
        for folder in _mounts(stick.device):
            run("umount", "--lazy", folder)
        run("losetup", "--detach", stick.device)

    def _is_ours(self, disk: Listed) -> bool:
        return disk["path"] in {stick.device for stick in self.sticks}


@contextmanager
def hub() -> Iterator[Hub]:
    """Nothing is left plugged in."""
    found = Hub()
    try:
        yield found
    finally:
        for stick in list(found.sticks):
            found.unplug(stick)


def image(path: Path, file_system: str, size_mib: int = 128) -> Path:
    """A stick's content; an empty kind is none at all."""
    with path.open("wb") as content:
        content.truncate(size_mib << 20)
    if file_system:
        run(*_MAKERS[file_system], str(path))
    return path


@contextmanager
def slow_folder(folder: Path, through: Path, write: int, read: int) -> Iterator[Path]:
    """``folder`` seen through a cable that lets so many bytes a second through."""
    through.mkdir()
    run("bindfs", f"--write-rate={write}", f"--read-rate={read}", str(folder), str(through))
    try:
        yield through
    finally:
        deadline = time.monotonic() + 10
        while subprocess.run(["umount", through], capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def _mounts(device: str) -> list[str]:
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    parts = [line.partition(" - ") for line in lines]
    return [before.split()[4] for before, _, after in parts if after.split()[1] == device]


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout
