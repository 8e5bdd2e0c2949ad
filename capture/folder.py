"""Where a session's recording keeps its files.

interview_recordings/{session}/
  recording.json                              what the finished file is (``kiosk.domain.recording.Recording``)
  video_files/interview_{session}_{UTC}.mp4   the finished file
  video_files/segment_001.mp4                 one segment while recording, with its …
  video_files/segment_001.timeline.jsonl      … timeline; both go once the finished file is verified
  video_files/segment_001.pieces.jsonl        what of it could be sent meanwhile (``capture.pieces``), kept
  audio_files/segment_001.*                   that segment's lossless voice track, kept
  screen_recordings/segment_001_screen_1.*    what was on the screen meanwhile (``capture.screen``), kept
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from capture.flac import holds_sound

_SEGMENT = re.compile(r"segment_(\d+)\.mp4")


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """The paths below one session's folder."""

    path: Path

    @property
    def video(self) -> Path:
        """Folder of segments and the finished file."""
        return self.path / "video_files"

    @property
    def audio(self) -> Path:
        """Folder of voice tracks."""
        return self.path / "audio_files"

    @property
    def record(self) -> Path:
        """What is known of the finished file."""
        return self.path / "recording.json"

    def segment(self, number: int) -> Path:
        """A segment's file."""
        return self.video / f"segment_{number:03}.mp4"

    def voice_track(self, number: int) -> Path:
        """A segment's lossless voice track."""
        return self.audio / f"segment_{number:03}.flac"

    def timeline(self, number: int) -> Path:
        """A segment's timeline."""
        return self.video / f"segment_{number:03}.timeline.jsonl"

    def segments(self) -> tuple[int, ...]:
        """The numbers of the segments on disk, in order."""
        names = (_SEGMENT.fullmatch(path.name) for path in self.video.glob("segment_*.mp4"))
        return tuple(sorted(int(match[1]) for match in names if match))

    def voice_tracks(self) -> tuple[str, ...]:
        """The voice tracks with any sound in them in order, relative to the session's folder."""
        tracks = sorted(path for path in self.audio.glob("segment_*.flac") if holds_sound(path))
        return tuple(str(path.relative_to(self.path)) for path in tracks)

    def finished(self, session: str, started_wall: str) -> Path:
        """The finished file of a recording that started at this time (ISO 8601, UTC)."""
        stamp = re.sub(r"[-:]|\.\d+", "", started_wall)
        return self.video / f"interview_{session}_{stamp}.mp4"


def sync_file(path: Path) -> None:
    """Make what was written to a file survive a power cut."""
    _sync(path, os.O_RDONLY)


def sync_folder(path: Path) -> None:
    """Make names created or removed in a folder survive a power cut."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
