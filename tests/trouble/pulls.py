"""Pulling a stick in the middle of an export, for real, and putting it back."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.export import ExportOutcome, ExportPhase
from storage.export.job import ExportJob
from storage.export.place import StickPlace
from storage.export.verify import verify
from storage.station import Storage, open_station
from tests.exports import OTHER, Filmed, archive, ordered
from tests.sticks import Hub, hub, image

_FILM_MIB = 48


class _Long(Filmed):
    """Long enough to be interrupted anywhere."""

    film = random.Random(9).randbytes(_FILM_MIB << 20)


@dataclass(frozen=True, slots=True)
class Pull:
    """One pull and what came of it."""

    outcome: ExportOutcome
    told_s: float
    """From the pull to the word of it."""
    signed: bool
    """Whether what was left claimed to be whole."""
    again: ExportOutcome
    """How the same order ended with the stick back."""
    continued: bool
    """Whether that was a bundle that holds."""


@contextmanager
def long_interview(folder: Path) -> Iterator[Storage]:
    """A station with an interview that takes a while to copy."""
    storage = open_station(folder)
    interview = _Long(storage.journal, OTHER)
    (storage.media.session_folder(OTHER) / interview.recording().file).write_bytes(_Long.film)
    interview.whole()
    try:
        yield storage
    finally:
        storage.close()


def suffer_pulls(storage: Storage, kind: str, count: int, folder: Path) -> Iterator[Pull]:
    """Spread over copying and reading back; a pull that came after the end was none."""
    for number in range(count):
        phase = (ExportPhase.COPYING, ExportPhase.VERIFYING)[number % 2]
        with hub() as port:
            made = image(folder / f"stick-{number}.img", kind)
            pull = _pull(storage, port, made, phase, (number + 0.5) / count)
            if pull.told_s >= 0:
                yield pull
        made.unlink()


def _pull(storage: Storage, port: Hub, made: Path, phase: ExportPhase, part: float) -> Pull:
    stick = port.plug(made)
    export = ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))
    outcome, told_s = _pulled_at(export, port, phase, part)
    port.unplug(stick)
    port.plug(made)
    signed = bool(_found(port, "**/signature.json"))
    again = export.run()
    roots = _found(port, export.watch.progress.place) if again is ExportOutcome.DONE else []
    export.discard()
    return Pull(outcome, told_s, signed, again, roots == [True])


def _pulled_at(export: ExportJob, port: Hub, phase: ExportPhase, part: float) -> tuple[ExportOutcome, float]:
    ended: list[tuple[ExportOutcome, float]] = []
    worker = threading.Thread(target=lambda: ended.append((export.run(), time.monotonic())))
    worker.start()
    while worker.is_alive() and not _reached(export, phase, part):
        time.sleep(0.001)
    pulled = time.monotonic()
    port.sticks[0].pull()
    worker.join()
    return ended[0][0], ended[0][1] - pulled


def _reached(export: ExportJob, phase: ExportPhase, part: float) -> bool:
    now = export.watch.progress
    return now.phase is phase and now.total_bytes > 0 and now.done_bytes >= part * now.total_bytes


def _found(port: Hub, pattern: str) -> list[bool]:
    """What lies on the stick under this name: whether each is a bundle that holds."""
    (drive,) = port.drives.sticks()
    root = port.drives.mount(drive)
    found = [path.is_dir() and verify(path).ok for path in root.glob(pattern)]
    port.drives.unmount(drive)
    return found
