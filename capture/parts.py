"""What finalising knows about a recording before it joins it: its parts, the time between them, its chapters.

All of it comes from the segments' boxes and timelines as they lie on the disk, after a kill as well as
after a clean end.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from capture.boxes import Layout, Layouts, read_layout
from capture.errors import FinaliseError
from capture.folder import SessionFolder
from capture.gap_chapters import with_gaps
from capture.timeline import (
    Counted,
    EndCause,
    Marked,
    SegmentStarted,
    StretchBegan,
    StretchEnded,
    Timeline,
    read_timeline,
)
from capture.tracks import Track
from kiosk.domain.recording import Chapter, Gap, GapCause, Segment

_NOTHING = Counted(0, 0, 0, 0, 0)
_LEAST_LOSS_S = 0.04
"""Less than this between two counts is rounding, not a loss."""


@dataclass(frozen=True, slots=True)
class Part:
    """One playable segment and its place in the finished file."""

    path: Path
    started: SegmentStarted
    timeline: Timeline
    layout: Layout
    offset_s: float
    length_s: float

    @property
    def video(self) -> Track | None:
        """Its picture."""
        return self.layout.track("vide")

    @property
    def sound(self) -> Track | None:
        """Its sound."""
        return self.layout.track("soun")

    @property
    def torn(self) -> bool:
        """Whether the file goes on after the last whole fragment."""
        return self.layout.whole_end < self.path.stat().st_size

    @property
    def end_s(self) -> float:
        """Where it ends in the finished file."""
        return self.offset_s + self.length_s

    @property
    def frames(self) -> int:
        """Pictures in it, or what they would be in a recording of sound only."""
        return round(self.length_s * self.started.quality.fps)

    def at(self, frame: int) -> float:
        """Where a frame of this part is in the finished file."""
        return self.offset_s + min(frame / self.started.quality.fps, self.length_s)

    def described(self) -> Segment:
        """What the recording says of it."""
        counts = self.timeline.counts or _NOTHING
        return Segment(
            number=self.started.number,
            started_wall=self.started.started_wall,
            boot_id=self.started.boot_id,
            started_mono_s=self.started.started_mono_ns / 1e9,
            offset_s=self.offset_s,
            duration_s=self.length_s,
            frames=self.frames,
            frames_repeated=counts.frames_repeated,
            frames_dropped=counts.frames_dropped,
            audio_samples=counts.audio_samples,
            audio_lost_samples=counts.audio_lost_samples,
            picture_late_ms=self.started.picture_late_ms,
        )


def read_parts(folder: SessionFolder, known: Layouts) -> tuple[Part, ...]:
    """The playable segments in order. One in which nothing was kept is passed over: its time is a gap.

    ``known`` are the layouts of segments that need not be read again, by number. Raises ``FinaliseError``
    for a segment with a picture or sound but without the start of its timeline.
    """
    parts: list[Part] = []
    for number in folder.segments():
        layout = known.get(number) or read_layout(folder.segment(number))
        if not layout.whole_end:
            continue
        timeline = _timeline(folder.timeline(number))
        if timeline.started is None:
            raise FinaliseError(f"segment {number} has lost its timeline")
        offset_s = parts[-1].end_s if parts else 0.0
        length_s = _length_s(layout, timeline)
        parts.append(Part(folder.segment(number), timeline.started, timeline, layout, offset_s, length_s))
    return tuple(parts)


def _timeline(path: Path) -> Timeline:
    try:
        return read_timeline(path)
    except (OSError, ValueError) as error:
        raise FinaliseError(f"the timeline {path.name} cannot be read") from error


def _length_s(layout: Layout, timeline: Timeline) -> float:
    """The length of the pictures, in a killed segment only as far as there is sound to them."""
    video, sound = layout.track("vide"), layout.track("soun")
    fps = timeline.started.quality.fps if timeline.started else 0
    if video is None:
        frames = int(sound.length_s * fps) if sound else 0
    elif sound is None or timeline.ended:
        frames = video.samples
    else:
        frames = min(video.samples, int(sound.length_s * fps))
    return frames / fps


def chapters(parts: tuple[Part, ...]) -> tuple[Chapter, ...]:
    """One chapter per mark, each up to the next, and one per gap; after a gap its chapter goes on.

    The first begins with the file: players take chapters for a track, and a track begins at 0.
    """
    marks: list[tuple[float, Marked]] = []
    for part in parts:
        for record in part.timeline.records:
            if isinstance(record, Marked) and not (marks and marks[-1][1].key == record.key):
                marks.append((part.at(record.frame) if marks else 0.0, record))
    ends = [start_s for start_s, _ in marks[1:]] + [parts[-1].end_s]
    marked = tuple(
        Chapter(mark.key, mark.title, start_s, end_s)
        for (start_s, mark), end_s in zip(marks, ends, strict=False)
        if end_s > start_s
    )
    return with_gaps(marked, gaps(parts))


def gaps(parts: tuple[Part, ...]) -> tuple[Gap, ...]:
    """Painted stretches and lost time, in the order of the finished file."""
    found: list[Gap] = []
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        found += _painted(part)
        found += _not_on_disk(part)
        if following:
            found.append(_between(part, following))
    return tuple(sorted(found, key=lambda gap: gap.start_s))


def _painted(part: Part) -> list[Gap]:
    found: list[Gap] = []
    running: dict[GapCause, StretchBegan] = {}
    for record in part.timeline.records:
        if isinstance(record, StretchBegan):
            running.setdefault(record.cause, record)
        elif isinstance(record, StretchEnded) and record.cause in running:
            found.append(_stretch(part, running.pop(record.cause), part.at(record.frame)))
    return found + [_stretch(part, began, part.end_s) for began in running.values()]


def _stretch(part: Part, began: StretchBegan, end_s: float) -> Gap:
    start_s = part.at(began.frame)
    return Gap(began.cause, start_s, end_s - start_s, painted=True, reason=began.reason)


def _not_on_disk(part: Part) -> list[Gap]:
    """What a cleanly ended segment had counted and the disk has not kept."""
    if part.timeline.ended is None:
        return []
    lost_s = part.timeline.ended.counts.frames / part.started.quality.fps - part.length_s
    if lost_s < _LEAST_LOSS_S:
        return []
    return [Gap(GapCause.RECORDER_LOST, part.end_s, lost_s, painted=False, reason="not on disk")]


def _between(part: Part, following: Part) -> Gap:
    """The time lost between two parts, by the monotonic clock if it is the same, else by the wall's."""
    ended = part.timeline.ended
    if part.started.boot_id == following.started.boot_id:
        frames_s = (ended.counts.frames / part.started.quality.fps) if ended else part.length_s
        end_ns = part.started.started_mono_ns + round(frames_s * 1e9)
        lost_s = (following.started.started_mono_ns - end_ns) / 1e9
        cause = GapCause.RECORDER_LOST
    else:
        lost_s = _wall_s(following) - _wall_s(part) - part.length_s
        cause = GapCause.POWER_LOST
    if ended and ended.cause in (EndCause.STOPPED, EndCause.FINISHED):
        cause = GapCause.STOPPED_BY_STAFF
    reason = (ended.reason or ended.cause) if ended else ""
    return Gap(cause, following.offset_s, max(0.0, lost_s), painted=False, reason=reason)


def _wall_s(part: Part) -> float:
    return datetime.fromisoformat(part.started.started_wall).timestamp()
