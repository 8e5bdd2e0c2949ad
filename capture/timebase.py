"""One clock for picture and sound: frame ``n`` and sample ``k`` of a grid, in monotonic nanoseconds."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from capture.sources import SAMPLE_RATE

SECOND_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Frames at ``origin_ns + n / fps`` s, samples at ``origin_ns + k / 48000`` s."""

    origin_ns: int
    fps: int

    def frame_ns(self, frame: int) -> int:
        """The instant of a frame."""
        return self.origin_ns + frame * SECOND_NS // self.fps

    def first_sample(self, frame: int) -> int:
        """The first sample that belongs to a frame; those up to the next frame's first are its own."""
        return frame * SAMPLE_RATE // self.fps

    def frame_at(self, instant_ns: int) -> int:
        """The first frame at or after an instant, at least 0."""
        return max(0, -((self.origin_ns - instant_ns) * self.fps // SECOND_NS))

    def sample_at(self, instant_ns: int) -> float:
        """An instant as a position between samples."""
        return (instant_ns - self.origin_ns) * SAMPLE_RATE / SECOND_NS


def in_phase(after_ns: int, captured_ns: int | None, fps: int) -> int:
    """The first instant at or after ``after_ns`` at which a camera that took a picture then takes another."""
    if captured_ns is None:
        return after_ns
    return captured_ns + -((captured_ns - after_ns) * fps // SECOND_NS) * SECOND_NS // fps


def wall_of(instant_ns: int) -> str:
    """The wall clock at a monotonic instant: ISO 8601, UTC, milliseconds."""
    wall_ns = time.time_ns() - (time.monotonic_ns() - instant_ns)
    stamp = datetime.fromtimestamp(wall_ns / SECOND_NS, UTC)
    return stamp.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def boot_id() -> str:
    """Names this boot of the machine."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
