"""Row 9: a stick pulled at any moment of an export. Never a false "done", told at once, continued later."""

import hashlib
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.export import ExportOutcome, ExportPhase
from storage.export.job import ExportJob
from storage.export.place import StickPlace
from storage.export.verify import verify
from storage.station import Storage, open_station
from tests.exports import OTHER, Filmed, archive, ordered
from tests.sticks import Hub, hub, image, needs_sticks
from tests.trouble.counts import often

PULLS = often(50, usually=2)
TOLD_S = 3.0
FILM_MIB = 48

pytestmark = [needs_sticks, pytest.mark.slow, pytest.mark.timeout(3600)]


class Long(Filmed):
    """Long enough to be interrupted anywhere."""

    film = random.Random(9).randbytes(FILM_MIB << 20)


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    opened = open_station(tmp_path_factory.mktemp("station") / "data")
    interview = Long(opened.journal, OTHER)
    (opened.media.session_folder(OTHER) / interview.recording().file).write_bytes(Long.film)
    interview.whole()
    yield opened
    opened.close()


@pytest.fixture
def port() -> Iterator[Hub]:
    with hub() as found:
        yield found


def moments(count: int) -> list[tuple[ExportPhase, float]]:
    """Spread over copying and reading back."""
    phases = (ExportPhase.COPYING, ExportPhase.VERIFYING)
    return [(phases[at % 2], (at + 0.5) / count) for at in range(count)]


def pulled_at(export: ExportJob, port: Hub, phase: ExportPhase, part: float) -> tuple[ExportOutcome, float]:
    """How it ended, and how long after the pull."""
    ended: list[float] = []
    outcomes: list[ExportOutcome] = []

    def run() -> None:
        outcomes.append(export.run())
        ended.append(time.monotonic())

    worker = threading.Thread(target=run)
    worker.start()
    while worker.is_alive() and not reached(export, phase, part):
        time.sleep(0.001)
    pulled = time.monotonic()
    port.sticks[0].pull()
    worker.join()
    return outcomes[0], ended[0] - pulled


def reached(export: ExportJob, phase: ExportPhase, part: float) -> bool:
    now = export.watch.progress
    return now.phase is phase and now.total_bytes > 0 and now.done_bytes >= part * now.total_bytes


@pytest.mark.parametrize("kind", ["exfat", "ntfs"])
def test_a_pulled_stick_is_never_called_done_and_goes_on_when_it_is_back(
    kind: str, storage: Storage, port: Hub, tmp_path: Path
) -> None:
    source = storage.media.file(OTHER, storage.sessions.session(OTHER).recording.file)  # type: ignore[union-attr]
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    for number, (phase, part) in enumerate(moments(PULLS)):
        made = image(tmp_path / f"stick-{number}.img", kind)
        stick = port.plug(made)
        export = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))
        outcome, told_s = pulled_at(export, port, phase, part)
        assert outcome is ExportOutcome.STICK_GONE
        assert told_s <= TOLD_S
        port.unplug(stick)
        port.plug(made)
        assert not signed(port)
        assert export.run() is ExportOutcome.DONE
        (drive,) = port.drives.sticks()
        assert verify(port.drives.mount(drive) / export.watch.progress.place).ok
        port.drives.unmount(drive)
        port.unplug(port.sticks[0])
        export.discard()
        made.unlink()
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before


def signed(port: Hub) -> bool:
    (drive,) = port.drives.sticks()
    root = port.drives.mount(drive)
    found = list(root.rglob("signature.json"))
    port.drives.unmount(drive)
    return bool(found)
