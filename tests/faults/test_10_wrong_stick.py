"""Row 10: sticks that will not do. Each is told in words of its own, soon, and nothing is written to it."""

import threading
from collections.abc import Iterator
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
from tests.sticks import Hub, hub, image, needs_sticks, slow_folder
from tests.trouble.wrong_sticks import LOOKED_INTO, WRONG, try_a_wrong_stick

MESSAGE_S = 5.0

pytestmark = [needs_sticks, pytest.mark.slow]


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


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_stick_is_told_soon_and_left_as_it_is(
    name: str, port: Hub, storage: Storage, tmp_path: Path
) -> None:
    refusal = try_a_wrong_stick(name, storage, port, tmp_path)
    assert refusal.outcome is WRONG[name][1]
    assert refusal.told_s <= MESSAGE_S
    assert refusal.untouched or name in LOOKED_INTO
    assert list(storage.media.exports.iterdir()) == []


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
