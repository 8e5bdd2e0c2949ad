"""What happened on a segment's timeline, one JSON line per record, written as it happens.

The file lies beside the segment (``segment_001.timeline.jsonl``) and is all that finalising knows
about it: also after a kill, when the last line may be torn and ``SegmentEnded`` is missing.
Positions are frame numbers of the segment: frame ``n`` is at ``n / quality.fps`` seconds, also in a
recording without picture.
"""

import errno
import json
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from capture.reserve import reserve
from kiosk.domain.plain import from_plain, to_plain
from kiosk.domain.recording import GapCause, Quality

_ROOM_BYTES = 64 << 10
"""More than an hour's timeline: it can be ended on a full disk."""


class EndCause(StrEnum):
    """Why a segment was closed in good order; a killed one has no end record."""

    FINISHED = "finished"
    STOPPED = "stopped"
    DISK_FULL = "disk_full"
    TERMINATED = "terminated"
    """The recorder was asked to end (SIGTERM), or waited too long for somebody to come back."""


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """The first record of every timeline; the clocks are those of frame 0."""

    session: str
    number: int
    started_wall: str
    """ISO 8601 in UTC with ``Z`` and milliseconds."""
    started_mono_ns: int
    boot_id: str
    quality: Quality
    picture_late_ms: float = 0.0
    """By how much the pictures were moved to meet their sound."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A chapter begins at this frame."""

    frame: int
    key: str
    title: str
    label: str
    """The overlay's short label."""


@dataclass(frozen=True, slots=True)
class StretchBegan:
    """From this frame on picture or sound is painted."""

    frame: int
    cause: GapCause
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StretchEnded:
    """At this frame the stretch with this cause is over."""

    frame: int
    cause: GapCause


@dataclass(frozen=True, slots=True)
class Counted:
    """What has been counted up to here; written every few seconds for the sake of killed segments."""

    frames: int
    frames_repeated: int
    frames_dropped: int
    audio_samples: int
    audio_lost_samples: int


@dataclass(frozen=True, slots=True)
class SegmentEnded:
    """The last record of a segment that was closed in good order; its counts are exact."""

    counts: Counted
    cause: EndCause
    ended_wall: str
    ended_mono_ns: int
    reason: str = ""


Record = SegmentStarted | Marked | StretchBegan | StretchEnded | Counted | SegmentEnded


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline file as read; ``started`` is ``None`` when not even the first line was kept."""

    started: SegmentStarted | None
    records: tuple[Record, ...]
    """All records, the first and last included, in the order of writing."""

    @property
    def ended(self) -> SegmentEnded | None:
        """The end record, or ``None`` for a segment that was killed."""
        return next((r for r in reversed(self.records) if isinstance(r, SegmentEnded)), None)

    @property
    def counts(self) -> Counted | None:
        """The last counts that were written."""
        if self.ended:
            return self.ended.counts
        return next((r for r in reversed(self.records) if isinstance(r, Counted)), None)

    @property
    def last_mark(self) -> Marked | None:
        """The chapter that was running at the end."""
        return next((r for r in reversed(self.records) if isinstance(r, Marked)), None)


class TimelineWriter:
    """Appends records; each is written and synced at once. Owned by the disk thread."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("xb", buffering=0)
        reserve(self._file.fileno(), 0, _ROOM_BYTES)

    def write(self, record: Record) -> None:
        """One line, on the disk when this returns, or nothing of it. Raises ``OSError``."""
        line, start = _line(record), self._file.tell()
        if self._file.write(line) != len(line):
            self._file.truncate(start)
            self._file.seek(start)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fdatasync(self._file.fileno())

    def close(self) -> None:
        """Give back the room that was not needed and close the file."""
        self._file.truncate()
        self._file.close()


def read_timeline(path: Path) -> Timeline:
    """Read a timeline; a torn last line is passed over, any other damage raises ``ValueError``."""
    lines = path.read_bytes().split(b"\n")
    records: tuple[Record, ...] = tuple(from_plain(Record, json.loads(line)) for line in lines[:-1])
    first = records[0] if records else None
    return Timeline(first if isinstance(first, SegmentStarted) else None, records)


def _line(record: Record) -> bytes:
    return json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
