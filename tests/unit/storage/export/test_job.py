"""An export from order to outcome, into an ordinary folder."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from kiosk.domain.export import ExportOutcome, ExportPart, ExportPhase, Protection
from kiosk.flow.events import SessionSealed
from storage.export.job import ExportJob, clear_scratch
from storage.export.place import FolderPlace
from storage.export.verify import verify
from storage.station import open_station
from tests.exports import FILM, OTHER, archive, filmed, ordered
from tests.unit.storage.export.conftest import Made


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


def job(made: Made, target: Path, *keys: str, **wanted: object) -> ExportJob:
    return ExportJob(archive(made.storage), ordered(OTHER, **wanted), FolderPlace(target), keys)


def scratch(made: Made) -> list[Path]:
    return list(made.storage.media.exports.iterdir())


def test_what_was_ordered_lies_there_and_is_what_the_station_wrote(made: Made, target: Path) -> None:
    export = job(made, target)
    assert export.run() is ExportOutcome.DONE_IN_FOLDER
    (folder,) = target.iterdir()
    assert verify(folder).ok
    progress = export.watch.progress
    assert (progress.phase, progress.place) == (ExportPhase.OVER, folder.name)
    assert not list(target.rglob("*.part"))
    export.discard()
    assert scratch(made) == []


def test_the_same_order_again_keeps_what_is_there(made: Made, target: Path) -> None:
    first = job(made, target)
    first.run()
    film = next(target.rglob("recording.mp4"))
    inode = film.stat().st_ino
    flipped = next(target.rglob("report.pdf"))
    flipped.write_bytes(b"x" + flipped.read_bytes()[1:])
    again = job(made, target)
    assert again.run() is ExportOutcome.DONE_IN_FOLDER
    assert film.stat().st_ino == inode
    assert verify(film.parents[2]).ok
    for one in (first, again):
        one.discard()


def test_a_half_written_file_is_continued_where_it_is_right(made: Made, target: Path) -> None:
    export = job(made, target)
    folder = target / f"interviews-{export.export}" / "data" / OTHER
    folder.mkdir(parents=True)
    (folder / "recording.mp4.part").write_bytes(FILM[:70_000] + b"torn")
    assert export.run() is ExportOutcome.DONE_IN_FOLDER
    assert (folder / "recording.mp4").read_bytes() == FILM
    export.discard()


def test_a_cancelled_export_is_no_bundle_and_goes_on_later(made: Made, target: Path) -> None:
    export = job(made, target)
    export.watch.cancel()
    assert export.run() is ExportOutcome.CANCELLED
    assert list(target.iterdir()) == []
    assert export.run() is ExportOutcome.DONE_IN_FOLDER
    export.discard()


def test_a_closed_file_says_nothing_and_opens_with_what_is_shown_once(made: Made, target: Path) -> None:
    export = job(made, target, protection=Protection.PASSPHRASE)
    assert export.run() is ExportOutcome.DONE_IN_FOLDER
    (closed,) = target.iterdir()
    said = export.watch.progress
    assert said.place == closed.name == f"{export.export}.zip"
    for archive_, words in ((str(closed), said.passphrase), (f"{target}/content.zip", "")):
        command = ["7z", "x", "-y", f"-p{words}", f"-o{target}", archive_]
        subprocess.run(command, capture_output=True, check=True)
    closed.unlink()
    (target / "content.zip").unlink()
    assert verify(target).ok
    export.discard()


def test_hrs_key_opens_what_was_closed_to_it(made: Made, target: Path) -> None:
    hr = pyrage.x25519.Identity.generate()
    export = job(made, target, str(hr.to_public()), protection=Protection.KEY)
    assert export.run() is ExportOutcome.DONE_IN_FOLDER
    (closed,) = target.iterdir()
    pyrage.decrypt_file(str(closed), str(target / "content.zip"), [hr])
    shutil.unpack_archive(target / "content.zip", target / "open")
    assert verify(target / "open").ok
    export.discard()


@pytest.mark.parametrize("keys", [(), ("age1nonsense",)])
def test_without_hrs_key_nothing_is_closed_to_it(keys: tuple[str, ...], made: Made, target: Path) -> None:
    assert job(made, target, *keys, protection=Protection.KEY).run() is ExportOutcome.KEY_MISSING
    assert list(target.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(made: Made, target: Path) -> None:
    assert job(made, target / "nowhere").run() is ExportOutcome.FOLDER_MISSING


def test_every_order_has_a_name_of_its_own(made: Made, target: Path) -> None:
    one = job(made, target)
    assert one.export == job(made, target).export
    assert one.export != job(made, target, parts=frozenset({ExportPart.VIDEO})).export
    other = replace(one.order, protection=Protection.KEY)
    assert one.export != ExportJob(archive(made.storage), other, FolderPlace(target)).export


def test_the_journal_is_told_of_every_session(made: Made, target: Path) -> None:
    (fact,) = job(made, target).facts(ExportOutcome.STICK_GONE, "Sam")
    assert (fact.session, fact.outcome, fact.by) == (OTHER, ExportOutcome.STICK_GONE, "Sam")


def test_what_a_dead_process_prepared_is_removed(made: Made) -> None:
    left = made.storage.media.exports / "999999999-0123456789ab"
    left.mkdir(parents=True)
    clear_scratch(archive(made.storage))
    assert scratch(made) == []


def test_what_was_sealed_cannot_leave_as_if_it_were_readable(tmp_path: Path, target: Path) -> None:
    storage = open_station(tmp_path / "data")
    interview = filmed(storage, OTHER)
    interview.whole()
    interview.happen(SessionSealed(OTHER, ("age1somebody",)))
    export = ExportJob(archive(storage), ordered(OTHER), FolderPlace(target))
    assert export.run() is ExportOutcome.SESSION_CLOSED
    assert storage.sessions.exportable() == ()
    assert list(target.iterdir()) == []
    storage.close()
