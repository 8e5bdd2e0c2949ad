"""Copying so that "done" is true, where the stick lies, is full, or holds something else under the name."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.export import ExportOutcome, ExportPhase
from storage.errors import ExportFailedError
from storage.export.bag import Item, item
from storage.export.delivery import deliver
from storage.export.medium import Medium
from storage.export.watch import Watch
from tests.disks import memory_disk, needs_root

CONTENT = bytes(range(256)) * 20_000


class At(Watch):
    """Does something when a phase begins."""

    def __init__(self, phase: ExportPhase, then: Callable[[Watch], object]) -> None:
        super().__init__()
        self._phase, self._then = phase, then

    def enter(self, phase: ExportPhase, total_bytes: int = 0) -> None:
        super().enter(phase, total_bytes)
        if phase is self._phase:
            self._then(self)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Medium]:
    (tmp_path / "stick").mkdir()
    medium = Medium(tmp_path / "stick")
    yield medium
    medium.close()


def film(folder: Path) -> Item:
    (folder / "film").write_bytes(CONTENT)
    return item("data/film.mp4", folder / "film")


def note(folder: Path) -> Item:
    (folder / "note").write_text("listed last")
    return item("signature.json", folder / "note")


def ended(work: Callable[[], None]) -> ExportOutcome:
    with pytest.raises(ExportFailedError) as failed:
        work()
    return failed.value.outcome


def test_what_is_read_back_decides_and_not_what_was_written(stick: Medium, tmp_path: Path) -> None:
    there = tmp_path / "stick/out/data/film.mp4"
    watch = At(ExportPhase.VERIFYING, lambda _: there.write_bytes(CONTENT[:-1] + b"!"))
    outcome = ended(lambda: deliver([film(tmp_path)], [note(tmp_path)], "out", stick, watch))
    assert outcome is ExportOutcome.READ_BACK_DIFFERS
    assert not (tmp_path / "stick/out/signature.json").exists(), "what is not proved is not signed"


def test_an_older_signature_goes_before_anything_is_changed(stick: Medium, tmp_path: Path) -> None:
    signed = tmp_path / "stick/out/signature.json"
    deliver([film(tmp_path)], [note(tmp_path)], "out", stick, Watch())
    assert signed.exists()
    seen = []
    watch = At(ExportPhase.COPYING, lambda _: seen.append(signed.exists()))
    deliver([film(tmp_path)], [note(tmp_path)], "out", stick, watch)
    assert seen == [False]
    assert signed.exists()


@pytest.mark.parametrize("phase", [ExportPhase.COPYING, ExportPhase.VERIFYING, ExportPhase.FINISHING])
def test_it_can_be_cancelled_in_every_phase(phase: ExportPhase, stick: Medium, tmp_path: Path) -> None:
    watch = At(phase, Watch.cancel)
    outcome = ended(lambda: deliver([film(tmp_path)], [note(tmp_path)], "out", stick, watch))
    assert outcome is ExportOutcome.CANCELLED
    assert not (tmp_path / "stick/out/signature.json").exists()


@needs_root
def test_a_stick_that_becomes_full_is_told_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    source = film(tmp_path)
    with memory_disk(tmp_path / "small", 8) as root:
        (root / "holidays").write_bytes(b"x" * (5 << 20))
        medium = Medium(root)
        assert ended(lambda: deliver([source], [], "out", medium, Watch())) is ExportOutcome.STICK_FULL
        assert not (root / "out/data/film.mp4").exists()
        (root / "holidays").unlink()
        deliver([source], [], "out", medium, Watch())
        assert (root / "out/data/film.mp4").read_bytes() == CONTENT
        medium.close()


def test_a_source_that_cannot_be_read_is_not_blamed_on_the_stick(stick: Medium, tmp_path: Path) -> None:
    gone = Item("data/film.mp4", tmp_path / "gone", 3, "0" * 64)
    assert ended(lambda: deliver([gone], [], "out", stick, Watch())) is ExportOutcome.SOURCE_UNREADABLE


def test_a_folder_in_the_place_of_a_file_is_told(stick: Medium, tmp_path: Path) -> None:
    (tmp_path / "stick/out/data/film.mp4").mkdir(parents=True)
    assert ended(lambda: deliver([film(tmp_path)], [], "out", stick, Watch())) in {
        ExportOutcome.STICK_FAILING,
        ExportOutcome.READ_ONLY,
    }


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(stick: Medium, tmp_path: Path) -> None:
    """It says of itself that there is nothing in it, as there is nothing in this source."""
    source = tmp_path / "empty"
    source.write_bytes(b"")
    empty = Item("data/film.mp4", source, 0, hashlib.sha256(b"").hexdigest())
    (tmp_path / "stick/out/data").mkdir(parents=True)
    os.mkfifo(tmp_path / "stick/out/data/film.mp4")
    assert ended(lambda: deliver([empty], [], "out", stick, Watch())) is ExportOutcome.STICK_FAILING


def test_a_pipe_in_the_place_of_half_a_file_is_not_waited_for(stick: Medium, tmp_path: Path) -> None:
    (tmp_path / "stick/out/data").mkdir(parents=True)
    os.mkfifo(tmp_path / "stick/out/data/film.mp4.part")
    assert ended(lambda: deliver([film(tmp_path)], [], "out", stick, Watch())) is ExportOutcome.STICK_FAILING


def test_speed_and_time_left_count_only_what_was_really_copied() -> None:
    now = [0.0]
    watch = Watch(lambda: now[0])
    watch.enter(ExportPhase.COPYING, 1000)
    watch.skip(500)
    now[0] = 2.0
    watch.add(100)
    assert (watch.progress.bytes_per_s, watch.progress.left_s) == (50.0, 8.0)
    assert watch.progress.done_bytes == 600
