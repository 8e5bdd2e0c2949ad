"""Row 10: sticks that will not do. Each is told in words of its own, soon, and nothing is written to it."""

import hashlib
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.export import EXPORT_TEXTS, ExportOutcome
from kiosk.domain.recording import Recording
from storage.export.job import ExportJob
from storage.export.place import FolderPlace, StickPlace
from storage.export.verify import verify
from storage.station import Storage, open_station
from tests.exports import OTHER, Filmed, archive, ordered, plain_interview
from tests.sticks import Hub, hub, image, needs_sticks, run, slow_folder

MESSAGE_S = 5.0

pytestmark = [needs_sticks, pytest.mark.slow]

Plug = Callable[[Hub, Path], None]


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    opened = open_station(tmp_path_factory.mktemp("station") / "data")
    plain_interview(opened)
    yield opened
    opened.close()


@pytest.fixture
def port() -> Iterator[Hub]:
    with hub() as found:
        yield found


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


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_stick_is_told_soon_and_left_as_it_is(
    name: str, port: Hub, storage: Storage, tmp_path: Path
) -> None:
    plug, wanted = WRONG[name]
    plug(port, tmp_path)
    before = digests(tmp_path)
    began = time.monotonic()
    export = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))
    assert export.run() is wanted
    assert time.monotonic() - began <= MESSAGE_S
    if name != "full":  # looking into it is what tells that it is full
        assert digests(tmp_path) == before
    assert list(storage.media.exports.iterdir()) == []


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.img")}


def test_a_file_that_fat_cannot_hold_is_told_before_it_is_written(port: Hub, tmp_path: Path) -> None:
    class Long(Filmed):
        def recording(self) -> Recording:
            return replace(super().recording(), size_bytes=5 << 30)

    storage = open_station(tmp_path / "data")
    Long(storage.journal, OTHER).whole()
    port.plug(image(tmp_path / "stick.img", "vfat", 8 << 10))
    export = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))
    assert export.run() is ExportOutcome.FILE_TOO_LARGE
    storage.close()


@pytest.mark.parametrize("kind", ["exfat", "ntfs", "ext4"])
def test_a_good_stick_is_written_proved_and_let_go_of(
    kind: str, port: Hub, storage: Storage, tmp_path: Path
) -> None:
    stick = port.plug(image(tmp_path / "stick.img", kind))
    export = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))
    assert export.run() is ExportOutcome.DONE
    (drive,) = port.drives.sticks()
    assert (drive.mounted_at, drive.device) == ("", stick.device)
    root = port.drives.mount(drive)
    assert verify(root / export.watch.progress.place).ok
    assert port.drives.unmount(drive)
    export.discard()


def test_a_slow_stick_is_told_while_it_is_written(storage: Storage, tmp_path: Path) -> None:
    class Long(Filmed):
        film = b"a longer film " * 400_000

    slow_session = ordered(OTHER).sessions[0]
    long = open_station(tmp_path / "data")
    interview = Long(long.journal, slow_session)
    (long.media.session_folder(slow_session) / interview.recording().file).write_bytes(Long.film)
    interview.whole()
    (tmp_path / "disk").mkdir()
    with slow_folder(tmp_path / "disk", tmp_path / "slow", 2 << 20, 20 << 20) as folder:
        export = ExportJob(archive(long), ordered(OTHER), FolderPlace(folder))
        seen = watched(export)
    assert export.watch.progress.outcome is ExportOutcome.DONE_IN_FOLDER
    assert any(seen), "nobody was told that it is slow"
    export.discard()
    long.close()


def watched(export: ExportJob) -> list[bool]:
    seen = []
    worker = threading.Thread(target=export.run)
    worker.start()
    while worker.is_alive():
        seen.append(export.watch.progress.slow)
        worker.join(0.1)
    return seen


def test_every_outcome_has_words_of_its_own() -> None:
    assert set(EXPORT_TEXTS) == set(ExportOutcome)
    assert len({texts.what_happened for texts in EXPORT_TEXTS.values()}) == len(ExportOutcome)
