"""Pictures and copies of finished recordings: made once, in quiet moments, and never in a candidate's way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.flow.states import EnteringCode, Kiosk
from kiosk.ports.copies import CopyError, Finished
from kiosk.ports.station import Snapshot
from kiosk.runtime.keepsakes import Keepsakes

QUIET, BUSY = Snapshot(Kiosk(), 0.0), Snapshot(Kiosk(EnteringCode()), 0.0)
PATIENCE_S = 10.0


class Studio:
    """Makes pictures and copies at once, or holds a copy until it is cancelled."""

    def __init__(self, folder: Path, *, holds: bool = False, broken: bool = False) -> None:
        self.recording = Finished(folder / "a.mp4", True, folder / "pictures", folder / "copies")
        self.holds, self.broken = holds, broken
        self.made: list[str] = []
        self.changed = threading.Condition()

    def finished(self) -> list[Finished]:
        return [self.recording]

    def note(self, what: str) -> None:
        with self.changed:
            self.made.append(what)
            self.changed.notify_all()

    def wait_for(self, *made: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.made == [*made], PATIENCE_S), self.made

    def paint(self, _recording: Path, folder: Path) -> None:
        folder.mkdir()
        (folder / "sprites.vtt").touch()
        self.note("pictures")

    def copy(self, source: Path, target: Path, form: CopyForm) -> "Copy":
        assert source == self.recording.file
        return Copy(self, target, form)


class Copy:
    """A copy that takes as long as its studio wants."""

    progress = 0.0

    def __init__(self, studio: Studio, target: Path, form: CopyForm) -> None:
        self._studio, self._target, self._form = studio, target, form
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> CopyOutcome:
        if self._studio.broken:
            self._studio.note("broken")
            raise CopyError("no")
        if self._studio.holds:
            self._studio.note("begun")
            assert self._cancelled.wait(PATIENCE_S)
            self._studio.note("cancelled")
            return CopyOutcome.CANCELLED
        self._target.touch()
        self._studio.note(self._form)
        return CopyOutcome.DONE


@contextmanager
def keeping(studio: Studio, *forms: CopyForm) -> Iterator[Keepsakes]:
    keepsakes = Keepsakes(studio.finished, studio.paint, studio.copy, *forms)
    keepsakes.start()
    try:
        yield keepsakes
    finally:
        keepsakes.stop()


def test_pictures_and_copies_are_made_once(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    with keeping(studio, CopyForm.WEBM, CopyForm.H265) as keepsakes:
        keepsakes.see(QUIET)
        studio.wait_for("pictures", "webm", "h265")
        assert (tmp_path / "copies" / "recording.h265.mp4").exists()
    with keeping(studio, CopyForm.WEBM, CopyForm.AV1) as keepsakes:
        keepsakes.see(QUIET)
        studio.wait_for("pictures", "webm", "h265", "av1")


def test_a_candidate_who_comes_has_the_computer_and_the_copy_is_made_later(tmp_path: Path) -> None:
    studio = Studio(tmp_path, holds=True)
    with keeping(studio, CopyForm.WEBM) as keepsakes:
        keepsakes.see(QUIET)
        studio.wait_for("pictures", "begun")
        keepsakes.see(BUSY)
        studio.wait_for("pictures", "begun", "cancelled")
        studio.holds = False
        keepsakes.see(QUIET)
        studio.wait_for("pictures", "begun", "cancelled", "webm")


def test_what_cannot_be_made_is_not_tried_for_ever(tmp_path: Path) -> None:
    studio = Studio(tmp_path, broken=True)
    with keeping(studio, CopyForm.WEBM) as keepsakes:
        keepsakes.see(QUIET)
        studio.wait_for("pictures", "broken")
        studio.broken = False
        keepsakes.see(QUIET)
    assert studio.made == ["pictures", "broken"]


def test_a_recording_that_cannot_be_worked_on_does_not_keep_others_waiting(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    first = Finished(tmp_path / "b.mp4", True, in_the_way / "pictures", in_the_way / "copies")
    keepsakes = Keepsakes(lambda: [first, studio.recording], studio.paint, studio.copy, CopyForm.WEBM)
    keepsakes.start()
    keepsakes.see(QUIET)
    studio.wait_for("pictures", "webm")
    keepsakes.stop()
    assert not keepsakes.owes(first)


@pytest.mark.parametrize(("form", "name"), [(CopyForm.WEBM, "webm"), (CopyForm.AV1, "av1.mp4")])
def test_a_copy_is_named_by_its_form(form: CopyForm, name: str) -> None:
    assert form.ending == name
