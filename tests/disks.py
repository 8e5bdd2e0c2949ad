"""Disks to cut off, to stall and to fill: file systems in image files and in memory. Needs root."""

import fcntl
import os
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a file system")

_GOING_DOWN = 0x8004587D
_WITHOUT_WRITING_THE_LOG = struct.pack("I", 2)
_LETTING_GO_S = 10.0


class FileSystem(StrEnum):
    """What a station's disk is formatted with."""

    EXT4 = "ext4"
    XFS = "xfs"


@dataclass(frozen=True, slots=True)
class LoopDisk:
    """A file system in an image file, mounted at ``root``."""

    image: Path
    root: Path

    def cut_power(self) -> None:
        """What is not on the disk now never will be. On a busy machine that takes a tenth of a second."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _GOING_DOWN, _WITHOUT_WRITING_THE_LOG)
        finally:
            os.close(handle)

    def freeze(self) -> None:
        """Let every write wait."""
        _run("fsfreeze", "--freeze", str(self.root))

    def thaw(self) -> None:
        """Let them go on."""
        _run("fsfreeze", "--unfreeze", str(self.root))

    def mount(self) -> None:
        """Have it there, as after switching on."""
        _run("mount", "-o", "loop", str(self.image), str(self.root))

    def unmount(self) -> None:
        """Let go of it, as soon as nobody holds a file on it.

        A sandbox that began meanwhile has a mount of its own, and the file system lives on until it ends.
        """
        _unmount(self.root)
        deadline = time.monotonic() + _LETTING_GO_S
        while _run("losetup", "--associated", str(self.image)):
            assert time.monotonic() < deadline, f"somebody still has {self.image} mounted"
            time.sleep(0.05)


@contextmanager
def loop_disk(folder: Path, kind: FileSystem, size_mib: int = 512) -> Iterator[LoopDisk]:
    """A new disk of its own, gone afterwards."""
    disk = LoopDisk(folder / f"{kind}.img", folder / kind)
    disk.root.mkdir()
    with disk.image.open("wb") as image:
        image.truncate(size_mib << 20)
    _run(f"mkfs.{kind}", "-q", str(disk.image))
    disk.mount()
    try:
        yield disk
    finally:
        disk.unmount()
        disk.image.unlink()


@contextmanager
def memory_disk(root: Path, size_mib: int) -> Iterator[Path]:
    """A small disk in memory, mounted at ``root``."""
    root.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={size_mib}m", "tmpfs", str(root))
    try:
        yield root
    finally:
        _unmount(root)


def _unmount(root: Path) -> None:
    deadline = time.monotonic() + _LETTING_GO_S
    while subprocess.run(["umount", str(root)], capture_output=True, check=False).returncode:
        assert time.monotonic() < deadline, f"somebody still holds a file on {root}"
        time.sleep(0.1)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
    return done.stdout
