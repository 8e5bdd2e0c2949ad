"""A segment on its way: waiting for the devices, running, told when to end."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from capture.composer import Still, stretches
from capture.overlay import Overlay
from capture.segments import Segment, Slice
from capture.shelf import Pick
from capture.sources import Planes, Samples
from capture.timebase import Grid, wall_of
from capture.timeline import EndCause, Marked
from kiosk.domain.ids import short
from kiosk.domain.masks import Masks


@dataclass(frozen=True, slots=True)
class Ending:
    """From when on nothing is recorded any more, and why."""

    at_ns: int
    cause: EndCause
    reason: str


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of one frame."""

    voice: Samples
    mix: Samples
    lost: int


class Run:
    """Owned by the pump, except for ``end``, ``ending`` and ``closed``, which any thread may use.

    ``on_started`` is called when the first frame is on its way to the disk.
    """

    def __init__(self, segment: Segment, asked_ns: int, on_started: Callable[["Run"], None]) -> None:
        quality = segment.order.quality
        self.segment = segment
        self.asked_ns = asked_ns
        self.ending: Ending | None = None
        self.closed = threading.Event()
        """Set when all of it is on the disk."""
        self.grid: Grid | None = None
        self.thrifty = False
        """Whether it was told to save space."""
        self._on_started = on_started
        self._overlay = Overlay(quality.width, quality.height)
        self._canvas: Planes = np.empty((quality.height * 3 // 2, quality.width), np.uint8)
        self._early_marks: list[Marked] = []

    def start(self, grid: Grid) -> None:
        """Frame 0 is the grid's."""
        self.grid = grid
        self.segment.start(grid)
        for mark in self._early_marks:
            self.segment.mark(mark)

    def end(self, cause: EndCause, reason: str = "") -> None:
        """Record up to now and no further; the first cause counts."""
        self.ending = self.ending or Ending(time.monotonic_ns(), cause, reason)

    def mark(self, at_ns: int, key: str, title: str, label: str) -> None:
        """A chapter begins at this instant."""
        if self.grid is None:
            self._early_marks.append(Marked(0, key, title, label))
        else:
            self.segment.mark(Marked(self.grid.frame_at(at_ns), key, title, label))

    def write(self, pick: Pick, still: Still, sound: Sound, masks: Masks) -> None:
        """The next frame."""
        quality = self.segment.order.quality
        has_video = quality.video
        self.segment.write(
            Slice(
                planes=self._burnt(still.planes) if has_video else None,
                voice=sound.voice,
                mix=sound.mix,
                lost_samples=sound.lost,
                repeated=has_video and pick.repeated,
                dropped=pick.dropped,
                stretches=stretches(
                    masks,
                    camera_lost=has_video and not still.from_camera,
                    microphone_lost=quality.audio and 0 < len(sound.voice) <= sound.lost,
                ),
            )
        )
        if self.segment.counts.frames == 1:
            self._on_started(self)

    def _burnt(self, planes: Planes) -> Planes:
        assert self.grid
        np.copyto(self._canvas, planes)
        order, segment = self.segment.order, self.segment
        clock = wall_of(self.grid.frame_ns(segment.counts.frames))[:19].replace("T", " ")
        words = (order.station, short(order.session), segment.label)
        self._overlay.burn(self._canvas, f"REC {clock} UTC", " · ".join(filter(None, words)))
        return self._canvas
