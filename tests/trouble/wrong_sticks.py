"""Sticks that will not do, each wrong in its own way."""

import hashlib
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.export import ExportOutcome
from storage.export.job import ExportJob
from storage.export.place import StickPlace
from storage.station import Storage
from tests.exports import OTHER, archive, ordered
from tests.sticks import Hub, image, run

Plug = Callable[[Hub, Path], None]
LOOKED_INTO = {"full"}
"""Only looking into it tells that."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was said of a stick, how soon, and whether every byte of it is as it was."""

    outcome: ExportOutcome
    told_s: float
    untouched: bool


def plugged(kind: str, size_mib: int = 128, *, read_only: bool = False) -> Plug:
    def plug(port: Hub, folder: Path) -> None:
        port.plug(image(folder / "stick.img", kind, size_mib), read_only=read_only)

    return plug


def noise(port: Hub, folder: Path) -> None:
    (folder / "stick.img").write_bytes(hashlib.shake_256(b"noise").digest(64 << 20))
    port.plug(folder / "stick.img")


def encrypted(port: Hub, folder: Path) -> None:
    made = image(folder / "stick.img", "", 64)
    luks = ["cryptsetup", "luksFormat", "--batch-mode", "--type=luks1", "--pbkdf-force-iterations=1000"]
    subprocess.run([*luks, made, "-"], input=b"words", check=True)
    port.plug(made)


def damaged(port: Hub, folder: Path) -> None:
    made = image(folder / "stick.img", "exfat", 64)
    with made.open("r+b") as content:
        content.seek(1 << 20)
        content.write(b"\xff" * (2 << 20))
    port.plug(made)


def full(port: Hub, folder: Path) -> None:
    made = image(folder / "stick.img", "ext4", 64)
    (folder / "filling").mkdir()
    run("mount", "-o", "loop", str(made), str(folder / "filling"))
    run("fallocate", "-l", str(50 << 20), str(folder / "filling/holidays.mov"))
    run("umount", str(folder / "filling"))
    port.plug(made)


def nothing(port: Hub, folder: Path) -> None:
    """Nobody plugs anything in."""


def two(port: Hub, folder: Path) -> None:
    for name in ("one", "two"):
        port.plug(image(folder / f"{name}.img", "exfat", 64))


WRONG = {
    "none": (nothing, ExportOutcome.STICK_MISSING),
    "two": (two, ExportOutcome.SEVERAL_STICKS),
    "write-protected": (plugged("exfat", read_only=True), ExportOutcome.READ_ONLY),
    "write-protected ext4": (plugged("ext4", read_only=True), ExportOutcome.READ_ONLY),
    "too small": (plugged("exfat", 4), ExportOutcome.TOO_SMALL),
    "full": (full, ExportOutcome.TOO_SMALL),
    "not formatted": (plugged(""), ExportOutcome.NO_FILE_SYSTEM),
    "noise": (noise, ExportOutcome.NO_FILE_SYSTEM),
    "xfs": (plugged("xfs", 400), ExportOutcome.FOREIGN_FILE_SYSTEM),
    "swap": (plugged("swap"), ExportOutcome.FOREIGN_FILE_SYSTEM),
    "encrypted": (encrypted, ExportOutcome.STICK_LOCKED),
    "damaged": (damaged, ExportOutcome.STICK_DAMAGED),
}


def try_a_wrong_stick(name: str, storage: Storage, port: Hub, folder: Path) -> Refusal:
    """Order an export while only this stick is plugged in."""
    plug, _ = WRONG[name]
    plug(port, folder)
    before = _digests(folder)
    began = time.monotonic()
    outcome = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives)).run()
    return Refusal(outcome, time.monotonic() - began, _digests(folder) == before)


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.img")}
