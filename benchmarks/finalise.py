"""How long it takes from the end of a recording to its finished, verified file.

A minute of noisy 1280x720 pictures at the product's bit rates is encoded once; longer segments repeat its
packets. One row per length: segments on disk → finished file, everything included (join, verify, hash, sync).
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from capture.encoder import Mp4Encoder
from capture.ffmpeg import run_ffmpeg
from capture.finalise import finalise
from capture.folder import SessionFolder, sync_file
from capture.sources import SAMPLE_RATE
from capture.timeline import Counted, EndCause, Marked, SegmentEnded, SegmentStarted, TimelineWriter
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import HD

SESSION = SessionId("0123456789abcdef0123456789abcdef")
PIECE_S = 20
MINUTES = (5, 60)


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


def repeat(piece: Path, target: Path, seconds: int) -> None:
    """The packets of the piece, again and again, as one segment in half-second fragments."""
    script = target.with_suffix(".ffconcat")
    lines = [f"file 'file:{piece}'", f"outpoint {PIECE_S}", f"duration {PIECE_S}"]
    script.write_text("\n".join(["ffconcat version 1.0", *lines * (seconds // PIECE_S)]), "utf-8")
    arguments = ["-f", "concat", "-safe", "0", "-i", str(script), "-c", "copy"]
    arguments += ["-movflags", "empty_moov+default_base_moof", "-frag_duration", "500000", str(target)]
    run_ffmpeg(arguments, deadline_s=120)
    script.unlink()


def write_timeline(path: Path, seconds: int) -> None:
    """A chapter a minute and exact counts."""
    counts = Counted(seconds * HD.fps, 0, 0, seconds * SAMPLE_RATE, 0)
    wall = "2026-11-20T10:00:00.000Z"
    writer = TimelineWriter(path)
    writer.write(SegmentStarted(SESSION, 1, wall, 0, "boot", HD))
    for minute in range(seconds // 60):
        writer.write(Marked(minute * 60 * HD.fps, f"q{minute}", f"Question {minute + 1}", ""))
    writer.write(SegmentEnded(counts, EndCause.FINISHED, wall, 0))
    writer.close()


def measure(piece: Path, folder: Path, minutes: int) -> None:
    """Print one row of the table."""
    place = SessionFolder(folder)
    place.video.mkdir(parents=True)
    repeat(piece, place.segment(1), minutes * 60)
    write_timeline(place.timeline(1), minutes * 60)
    sync_file(place.segment(1))  # the recorder has done that every second
    started_s = time.perf_counter()
    recording = finalise(folder, SESSION)
    took_s = time.perf_counter() - started_s
    print(f"{minutes:>7} {recording.size_bytes / 1e6:>9.0f} {len(recording.chapters):>9} {took_s:>8.2f}")
    (folder / recording.file).unlink()


def main() -> None:
    """Print the table; a folder on the disk in question may be given."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    with TemporaryDirectory(dir=where) as folder:
        piece = Path(folder) / "piece.mp4"
        encode_piece(piece)
        print("minutes        MB  chapters  seconds")
        for minutes in MINUTES:
            measure(piece, Path(folder) / str(minutes), minutes)


if __name__ == "__main__":
    main()
