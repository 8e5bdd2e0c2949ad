"""What exporting a 60-minute interview to a slow stick takes, beside a bare copy of its recording.

Run ``python -m benchmarks.export [FOLDER]`` as root from the project's folder; about 4 GB are needed in
FOLDER. The stick is a folder seen through bindfs, which lets so many bytes through a second. Measured:

* copy: the recording alone, written and synced, as a file manager would, proving nothing
* export: the whole bundle, laid out, written, synced, read back and hashed, listed and signed
* again: the same export once more, as after an interruption at its very end
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.domain.export import ExportOutcome
from kiosk.domain.recording import HD, Recording
from storage.export.bag import item
from storage.export.job import ExportJob
from storage.export.place import FolderPlace
from storage.station import Storage, open_station
from tests.exports import OTHER, archive, ordered
from tests.interviews import Interview
from tests.sticks import run, slow_folder

SECONDS = 3600
BYTES = SECONDS * (HD.video_kbps + HD.audio_kbps) * 1000 // 8
WRITE = 20_000_000
READS = (20_000_000, 100_000_000)
PIECE = 1 << 24


class LongInterview(Interview):
    """An hour at the product's bit rates; what is in the file matters to nobody here."""

    film: Path

    def recording(self) -> Recording:
        """As it lies there."""
        found = item("film", self.film)
        return replace(
            super().recording(), sha256=found.sha256, size_bytes=found.size_bytes, duration_s=float(SECONDS)
        )


def station(folder: Path) -> Storage:
    """A station with one long interview."""
    storage = open_station(folder)
    interview = LongInterview(storage.journal, OTHER)
    interview.film = storage.media.session_folder(OTHER) / Interview.recording(interview).file
    with interview.film.open("wb") as film:
        for _ in range(0, BYTES, PIECE):
            film.write(os.urandom(PIECE))
    interview.whole()
    return storage


def copy(source: Path, target: Path) -> float:
    """Seconds for writing and syncing one file."""
    began = time.perf_counter()
    with source.open("rb") as content, target.open("wb") as there:
        while piece := content.read(1 << 20):
            there.write(piece)
        there.flush()
        os.fsync(there.fileno())
    took_s = time.perf_counter() - began
    target.unlink()
    return took_s


def export(storage: Storage, folder: Path) -> float:
    """Seconds to "done"."""
    job = ExportJob(archive(storage), ordered(OTHER), FolderPlace(folder))
    began = time.perf_counter()
    outcome = job.run()
    took_s = time.perf_counter() - began
    job.discard()
    assert outcome is ExportOutcome.DONE_IN_FOLDER, outcome
    return took_s


@contextmanager
def stick(folder: Path, read: int) -> Iterator[Path]:
    """An empty one."""
    (folder / "disk").mkdir()
    with slow_folder(folder / "disk", folder / "stick", WRITE, read) as mounted:
        yield mounted
    run("rm", "-r", str(folder / "disk"), str(folder / "stick"))


def main() -> None:
    """Print the table."""
    where = sys.argv[1] if len(sys.argv) > 1 else "/var/tmp"
    with TemporaryDirectory(dir=where) as place:
        folder = Path(place)
        storage = station(folder / "data")
        film = next((folder / "data").rglob("*.mp4"))
        print(f"{film.stat().st_size / 1e6:.0f} MB, load {os.getloadavg()[0]:.1f}; seconds")
        print("write MB/s  read MB/s    copy  export  times   again", flush=True)
        for read in READS:
            with stick(folder, read) as mounted:
                copied = copy(film, mounted / "film.mp4")
                exported = export(storage, mounted)
                again = export(storage, mounted)
            figures = f"{copied:>7.1f} {exported:>7.1f} {exported / copied:>6.2f} {again:>7.1f}"
            print(f"{WRITE / 1e6:>10.0f} {read / 1e6:>10.0f} {figures}", flush=True)
        storage.close()


if __name__ == "__main__":
    main()
