"""How long it takes from the end of a recording to its verified file, and to its hash, beside a bare ffmpeg.

Run ``python -m benchmarks.finalise [FOLDER]`` from the project's folder; about 7 GB are needed in FOLDER.
20 s of noisy 1280x720 pictures at the product's bit rates are encoded once; longer segments repeat their
packets. Measured from the last byte of a segment on, which is not synced yet:

* stop to verified: one segment, closed by the recorder that wrote it; then until its hash is recorded as well
* killed: the same after a recorder died and left a torn end, so that the file itself must be read
* joined: two segments of half the length
* ffmpeg: ``ffmpeg -c copy -movflags +faststart`` of the same segment, and a sync
"""

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from capture.boxes import Layout, read_layout
from capture.encoder import FRAGMENT_S, Mp4Encoder
from capture.ffmpeg import program_path, run_ffmpeg
from capture.finalise import finalise
from capture.folder import SessionFolder, sync_file
from capture.front import FrontRoom, room_bytes, take_index_back
from capture.sources import SAMPLE_RATE
from capture.timeline import Counted, EndCause, Marked, SegmentEnded, SegmentStarted, TimelineWriter
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import HD

SESSION = SessionId("0123456789abcdef0123456789abcdef")
WALL = "2026-11-20T10:00:00.000Z"
PIECE_S = 20
MINUTES = (5, 60, 120)
RUNS, COPIES = 11, 3
LAST_SECOND = 330_000
"""Bytes that the recorder has not synced yet when it is told to stop."""


def encode_piece(path: Path) -> None:
    """A shade with noise strong enough to need the full bit rate."""
    random = np.random.default_rng(1)
    noise = random.integers(0, 24, (8, HD.height * 3 // 2, HD.width), dtype=np.uint8)
    per_frame = SAMPLE_RATE // HD.fps
    with path.open("wb") as file:
        encoder = Mp4Encoder(file, HD)
        for number in range(PIECE_S * HD.fps):
            encoder.write_picture(noise[number % 8] + np.uint8(100))
            encoder.write_sound(np.asarray(random.standard_normal(per_frame) / 20, np.float32))
        encoder.close()


def repeat(piece: Path, target: Path, seconds: int) -> Layout:
    """The packets of the piece, again and again, as one segment with room at its front."""
    script = target.with_suffix(".ffconcat")
    lines = [f"file 'file:{piece}'", f"outpoint {PIECE_S}", f"duration {PIECE_S}"]
    script.write_text("\n".join(["ffconcat version 1.0", *lines * (seconds // PIECE_S)]), "utf-8")
    command = [program_path("ffmpeg"), "-v", "error", "-f", "concat", "-safe", "0", "-i", str(script)]
    command += ["-c", "copy", "-movflags", "empty_moov+default_base_moof+skip_trailer"]
    command += ["-frag_duration", str(int(FRAGMENT_S * 1e6)), "-f", "mp4", "pipe:1"]
    with target.open("wb") as file, subprocess.Popen(command, stdout=subprocess.PIPE) as muxer:
        assert muxer.stdout
        room = FrontRoom(file, room_bytes(HD, FRAGMENT_S))
        while data := muxer.stdout.read(1 << 16):
            room.write(data)
    script.unlink()
    sync_file(target)
    return room.layout


@dataclass(frozen=True)
class Prepared:
    """A session of one segment, as it lies there when the recorder is told to stop, again and again."""

    place: SessionFolder
    seconds: int
    layout: Layout

    def restore(self, *, torn: bool) -> None:
        """Whatever became of the segment: in fragments again, its last second and its timeline not synced."""
        segment = self.place.segment(1)
        for finished in self.place.video.glob("interview_*.mp4"):
            finished.rename(segment)
        if self.layout.room:
            take_index_back(segment, self.layout.room)
        self.place.record.unlink(missing_ok=True)
        self.place.timeline(1).unlink(missing_ok=True)
        write_timeline(self.place.timeline(1), self.seconds, ended=not torn)
        with segment.open("r+b") as file:
            file.truncate(self.layout.whole_end)
            file.seek(-LAST_SECOND, os.SEEK_END)
            last = file.read()
            file.seek(-LAST_SECOND, os.SEEK_END)
            file.write(last + b"\0\0\1\0moof" * torn)


def write_timeline(path: Path, seconds: int, number: int = 1, *, ended: bool = True) -> None:
    """A chapter a minute and exact counts."""
    counts = Counted(seconds * HD.fps, 0, 0, seconds * SAMPLE_RATE, 0)
    writer = TimelineWriter(path)
    writer.write(SegmentStarted(SESSION, number, WALL, number * 10**13, "boot", HD))
    for minute in range(seconds // 60):
        key = f"q{number}-{minute}"
        writer.write(Marked(minute * 60 * HD.fps, key, f"Question {minute + 1}", ""))
    if ended:
        writer.write(SegmentEnded(counts, EndCause.FINISHED, WALL, 0))
    writer.close()


@contextmanager
def times_of(message: str) -> Iterator[list[float]]:
    """When the recorder's log says this."""
    times: list[float] = []

    class Watch(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if message in record.getMessage():
                times.append(time.perf_counter())

    log, watch = logging.getLogger("recorder"), Watch()
    log.setLevel(logging.INFO)
    log.addHandler(watch)
    yield times
    log.removeHandler(watch)


def finish(session: Prepared, *, torn: bool) -> tuple[float, float]:
    """Seconds to the verified file, and to its record."""
    session.restore(torn=torn)
    with times_of("is whole") as verified:
        started = time.perf_counter()
        sync_file(session.place.segment(1))
        finalise(session.place.path, SESSION, {} if torn else {1: session.layout})
        ended = time.perf_counter()
    return verified[0] - started, ended - started


def copy(session: Prepared) -> float:
    """Seconds that a bare ffmpeg takes."""
    session.restore(torn=False)
    target = session.place.path / "copy.mp4"
    started = time.perf_counter()
    source = ["-i", str(session.place.segment(1)), "-c", "copy"]
    run_ffmpeg([*source, "-movflags", "+faststart", "-y", str(target)], deadline_s=600)
    sync_file(target)
    took_s = time.perf_counter() - started
    target.unlink()
    return took_s


def join(piece: Path, folder: Path, seconds: int) -> float:
    """Seconds to one file of two segments."""
    place = SessionFolder(folder)
    place.video.mkdir(parents=True)
    for number in (1, 2):
        repeat(piece, place.segment(number), seconds // 2 // PIECE_S * PIECE_S)
        write_timeline(place.timeline(number), seconds // 2 // PIECE_S * PIECE_S, number)
    started = time.perf_counter()
    recording = finalise(folder, SESSION)
    took_s = time.perf_counter() - started
    (folder / recording.file).unlink()
    return took_s


def prepare(piece: Path, folder: Path, seconds: int) -> Prepared:
    """One segment of this length, which reads as it was written."""
    place = SessionFolder(folder)
    place.video.mkdir(parents=True)
    layout = repeat(piece, place.segment(1), seconds)
    assert read_layout(place.segment(1)) == layout
    return Prepared(place, seconds, layout)


def told(seconds: list[float]) -> str:
    """Median and maximum."""
    return f"{median(seconds):>6.2f} /{max(seconds):>6.2f}"


def again(times: int, measured: Callable[[], float]) -> str:
    """Measured so often."""
    return told([measured() for _ in range(times)])


def measure(piece: Path, folder: Path, minutes: int) -> None:
    """Print one row of the table."""
    session = prepare(piece, folder / "one", minutes * 60)
    megabytes = session.layout.whole_end / 1e6
    whole = [finish(session, torn=False) for _ in range(RUNS)]
    torn = [finish(session, torn=True)[0] for _ in range(RUNS)]
    verified, recorded = ([run[half] for run in whole] for half in (0, 1))
    copied = again(COPIES, lambda: copy(session))
    session.place.segment(1).unlink()
    joined = again(1, lambda: join(piece, folder / "two", minutes * 60))
    columns = (told(verified), told(recorded), told(torn), joined, copied)
    print(f"{minutes:>7} {megabytes:>7.0f}  " + "  ".join(columns), flush=True)


def main() -> None:
    """Print the table; a folder on the disk in question may be given."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    with TemporaryDirectory(dir=where) as folder:
        piece = Path(folder) / "piece.mp4"
        encode_piece(piece)
        print(f"seconds, median / maximum; {RUNS} runs, ffmpeg {COPIES}; load {os.getloadavg()[0]:.1f}")
        print("minutes      MB  stop→verified   and recorded         killed         joined         ffmpeg")
        for minutes in MINUTES:
            measure(piece, Path(folder) / str(minutes), minutes)


if __name__ == "__main__":
    main()
