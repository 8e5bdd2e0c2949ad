"""The desk's way out: what it sees while it is open, and what it does when it is told to."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.export import ExportOutcome, ExportPhase, Protection
from kiosk.flow.staff import SessionExported
from kiosk.ports.exporter import ExportView
from storage.export.exporter import StickExporter
from tests.exports import OTHER, FolderDrives, archive, ordered
from tests.unit.storage.export.conftest import Made

PATIENCE_S = 30.0


class Desk:
    """The exporter with its sticks and whoever it reports to."""

    def __init__(self, made: Made, *sticks: Path) -> None:
        self.drives = FolderDrives(*sticks)
        self.told: list[SessionExported] = []
        self.exporter = StickExporter(archive(made.storage), lambda: self.drives)
        self.exporter.report_to(self.told.append)

    def until(self, what: Callable[[ExportView], bool]) -> ExportView:
        deadline = time.monotonic() + PATIENCE_S
        while not what(self.exporter.view()):
            assert time.monotonic() < deadline, self.exporter.view()
            time.sleep(0.01)
        return self.exporter.view()

    def until_over(self) -> ExportView:
        return self.until(lambda view: view.progress is not None and view.progress.phase is ExportPhase.OVER)


@pytest.fixture
def desk(made: Made, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "stick").mkdir()
    found = Desk(made, tmp_path / "stick")
    yield found
    found.exporter.stop()


def test_closed_it_looks_at_nothing(desk: Desk) -> None:
    assert desk.exporter.view() == ExportView()
    assert "exporter" not in {thread.name for thread in threading.enumerate()}


def test_open_it_knows_interviews_and_sticks(desk: Desk, made: Made) -> None:
    desk.exporter.open()
    view = desk.until(lambda view: view.sessions is not None and bool(view.sticks))
    assert view.sessions is not None
    assert {one.session for one in view.sessions} == {one.id for one in made.storage.sessions.list_sessions()}
    assert not view.has_key
    desk.exporter.close()
    desk.exporter.open()
    desk.until(lambda view: view.sessions is not None)


def test_it_says_what_is_in_the_way_of_an_order(desk: Desk) -> None:
    desk.exporter.open()
    order = ordered(OTHER)
    desk.exporter.consider(order)
    fine = desk.until(lambda view: view.considered == order and view.needed_bytes > 0)
    assert fine.problem is None
    stick = desk.drives.folders.pop()
    desk.until(lambda view: view.problem is ExportOutcome.STICK_MISSING)
    desk.drives.folders = [stick, stick]
    desk.until(lambda view: view.problem is ExportOutcome.SEVERAL_STICKS)


def test_an_order_is_carried_out_and_told_of(desk: Desk, tmp_path: Path) -> None:
    desk.exporter.open()
    desk.exporter.start(ordered(OTHER, protection=Protection.PASSPHRASE), "Sam")
    over = desk.until_over().progress
    assert over is not None
    assert (over.outcome, len(over.passphrase)) == (ExportOutcome.DONE, 24)
    assert (tmp_path / "stick" / over.place).is_file()
    assert desk.drives.let_go_of
    desk.exporter.stop()
    (fact,) = desk.told
    assert (fact.session, fact.by, fact.outcome) == (OTHER, "Sam", ExportOutcome.DONE)


def test_an_order_that_is_withdrawn_at_once_does_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.exporter.open()
    desk.exporter.start(ordered(OTHER), "Sam")
    desk.exporter.cancel()
    over = desk.until_over().progress
    assert over is not None
    assert over.outcome is ExportOutcome.CANCELLED
    assert list((tmp_path / "stick").iterdir()) == []
    desk.exporter.start(ordered(OTHER), "Sam")
    again = desk.until_over().progress
    assert again is not None
    assert again.outcome is ExportOutcome.DONE


def test_nothing_of_an_export_stays_on_the_station(desk: Desk, made: Made) -> None:
    desk.exporter.open()
    desk.exporter.start(ordered(OTHER), "Sam")
    desk.until_over()
    desk.exporter.stop()
    assert list(made.storage.media.exports.iterdir()) == []
