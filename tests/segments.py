"""Session folders with real recorded segments: by the recorder's own encoder, with timelines."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from capture.encoder import Mp4Encoder
from capture.folder import SessionFolder
from capture.sources import SAMPLE_RATE
from capture.timeline import Counted, EndCause, Record, SegmentEnded, SegmentStarted, TimelineWriter
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import Quality

SESSION = SessionId("0123456789abcdef0123456789abcdef")
SMALL = Quality("small", 320, 180, 30, 300, 64, "ultrafast")


_VOICE = b"fLaC\x84\0\0\0voice"
"""A FLAC file's shortest header and something after it."""


class RecordedSession:
    """Builds a session's folder segment by segment, each starting ten seconds after the one before."""

    def __init__(self, path: Path) -> None:
        self.place = SessionFolder(path)
        self.place.video.mkdir(parents=True, exist_ok=True)
        self.place.audio.mkdir(exist_ok=True)
        self._number = 0

    def add(
        self,
        seconds: float,
        *records: Record,
        quality: Quality = SMALL,
        ended: EndCause | None = EndCause.FINISHED,
        boot_id: str = "boot-1",
    ) -> Path:
        """One more segment; ``ended=None`` is a killed one."""
        self._number += 1
        number, start_s = self._number, 10 * (self._number - 1)
        encode_segment(self.place.segment(number), seconds, quality)
        wall = f"2026-11-20T10:00:{start_s:02}.000Z"
        started = SegmentStarted(SESSION, number, wall, (100 + start_s) * 10**9, boot_id, quality)
        counts = Counted(round(seconds * quality.fps), 3, 0, round(seconds * SAMPLE_RATE), 0)
        ending = [SegmentEnded(counts, ended, wall, 0)] if ended else []
        write_timeline(self.place.timeline(number), started, *records, counts, *ending)
        (self.place.audio / f"segment_{number:03}.flac").write_bytes(_VOICE)
        return self.place.segment(number)


def write_timeline(path: Path, *records: Record) -> None:
    writer = TimelineWriter(path)
    for record in records:
        writer.write(record)
    writer.close()


def encode_segment(path: Path, seconds: float, quality: Quality) -> None:
    """A grey shade that wanders, and a tone."""
    with path.open("wb", buffering=0) as file:
        encoder = Mp4Encoder(file, quality)
        per_frame = SAMPLE_RATE // quality.fps
        for number in range(round(seconds * quality.fps)):
            planes = np.full((quality.height * 3 // 2, quality.width), 60 + number % 120, np.uint8)
            times = np.arange(number * per_frame, (number + 1) * per_frame) / SAMPLE_RATE
            encoder.write_picture(planes)
            encoder.write_sound(np.asarray(np.sin(2 * np.pi * 440 * times) / 4, np.float32))
        encoder.close()


def audio_only(quality: Quality = SMALL) -> Quality:
    return replace(quality, name="audio", video=False)
