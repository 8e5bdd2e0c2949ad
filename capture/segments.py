"""One segment: its encoders, its files, its timeline and its counts."""

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from capture.boxes import Layout
from capture.disk import Disk, SeekableDiskFile
from capture.encoder import Mp4Encoder, VoiceEncoder
from capture.folder import SessionFolder, sync_folder
from capture.pieces import PieceList
from capture.sources import Planes, Samples
from capture.timebase import Grid, boot_id, wall_of
from capture.timeline import (
    Counted,
    EndCause,
    Marked,
    Record,
    SegmentEnded,
    SegmentStarted,
    StretchBegan,
    StretchEnded,
    TimelineWriter,
    read_timeline,
)
from kiosk.domain.recording import SOFTWARE, GapCause, RecordingOrder

_COUNT_EVERY_S = 5
_NUMBER = re.compile(r"segment_(\d+)\.")


@dataclass(frozen=True, slots=True)
class Slice:
    """What belongs to one frame: its picture and sound, and what they cost."""

    planes: Planes | None
    voice: Samples
    """The microphone alone, silent while it is masked."""
    mix: Samples
    lost_samples: int
    repeated: bool
    dropped: int
    stretches: dict[GapCause, str]
    """Why picture or sound is painted in this frame, each with its reason."""


class Segment:
    """Creates its files when built (raises ``OSError`` or ``EncoderError``); then owned by the pump."""

    def __init__(self, order: RecordingOrder, disk: Disk) -> None:
        place = SessionFolder(Path(order.folder))
        for folder in (place.video, place.audio):
            folder.mkdir(parents=True, exist_ok=True, mode=0o750)
            sync_folder(folder.parent)
        self.order = order
        self.number = _next_number(place)
        self.label = _running_label(place)
        self.counts = Counted(0, 0, 0, 0, 0)
        self.started_wall = ""
        self._disk = disk
        self._timeline = TimelineWriter(place.timeline(self.number))
        self._encoder = Mp4Encoder(disk.create(place.segment(self.number)), order.quality)
        self._pieces = PieceList(place.segment(self.number))
        self._voice = self._voice_encoder(place) if order.quality.audio else None
        self._stretches: dict[GapCause, str] = {}
        self._grid = Grid(0, order.quality.fps)

    @property
    def origin_ns(self) -> int:
        """The monotonic clock at frame 0; 0 before ``start``."""
        return self._grid.origin_ns

    @property
    def layout(self) -> Layout | None:
        """What is in the segment's file; ``None`` if the disk failed and only the file itself knows."""
        return None if self._disk.failed else self._encoder.layout

    def start(self, grid: Grid) -> None:
        """Frame 0 is the grid's."""
        self._grid = grid
        self.started_wall = wall_of(grid.origin_ns)
        self._record(
            SegmentStarted(
                self.order.session,
                self.number,
                self.started_wall,
                grid.origin_ns,
                boot_id(),
                self.order.quality,
                self.order.picture_late_ms,
            )
        )

    def mark(self, mark: Marked) -> None:
        """A chapter begins."""
        self.label = mark.label
        self._record(mark)

    def economise(self) -> None:
        """Half the bits for the picture from here on."""
        self._encoder.economise(self.order.quality.video_kbps // 2)

    def write(self, slice: Slice) -> None:
        """The next frame."""
        self._note_stretches(slice.stretches)
        if slice.planes is not None:
            self._encoder.write_picture(slice.planes)
        self._encoder.write_sound(slice.mix)
        if self._voice:
            self._voice.write(slice.voice)
        counts = self.counts
        self.counts = Counted(
            counts.frames + 1,
            counts.frames_repeated + slice.repeated,
            counts.frames_dropped + slice.dropped,
            counts.audio_samples + len(slice.mix),
            counts.audio_lost_samples + slice.lost_samples,
        )
        if self.counts.frames % self._grid.fps == 0:
            self._disk.submit(self._pieces.look)
        if self.counts.frames % (_COUNT_EVERY_S * self._grid.fps) == 0:
            self._record(self.counts)

    def end(self, cause: EndCause, reason: str) -> None:
        """Close everything; it is on the disk when this returns. Not on the pump's thread."""
        try:
            self._encoder.close()
            if self._voice:
                self._voice.close()
        finally:
            end_ns = self._grid.frame_ns(self.counts.frames)
            self._record(SegmentEnded(self.counts, cause, wall_of(end_ns), end_ns, reason))
            self._disk.submit(self._timeline.close)
            self._disk.submit(self._pieces.close)
            self._disk.close()

    def _voice_encoder(self, place: SessionFolder) -> VoiceEncoder:
        return VoiceEncoder(self._disk.create(place.voice_track(self.number), SeekableDiskFile))

    def _record(self, record: Record) -> None:
        self._disk.submit(partial(self._timeline.write, record))

    def _note_stretches(self, stretches: dict[GapCause, str]) -> None:
        if stretches == self._stretches:
            return
        frame = self.counts.frames
        for cause, _ in self._stretches.items() - stretches.items():
            self._record(StretchEnded(frame, cause))
        for cause, reason in stretches.items() - self._stretches.items():
            self._record(StretchBegan(frame, cause, reason))
        self._stretches = dict(stretches)


def _next_number(place: SessionFolder) -> int:
    """One more than any segment this session ever had: its voice track stays when it was joined."""
    files = (*place.video.iterdir(), *place.audio.iterdir())
    return 1 + max((int(m[1]) for file in files if (m := _NUMBER.match(file.name))), default=0)


def _running_label(place: SessionFolder) -> str:
    """The label of the chapter that was running when the session's last segment ended."""
    for number in reversed(place.segments()):
        try:
            if mark := read_timeline(place.timeline(number)).last_mark:
                return mark.label
        except (OSError, ValueError):
            continue
    return ""


def broken_off(folder: Path) -> bool:
    """Whether the session's last segment was not closed in good order; hardware may be why."""
    place = SessionFolder(folder)
    last = place.segments()[-1:]
    try:
        return any(read_timeline(place.timeline(number)).ended is None for number in last)
    except (OSError, ValueError):
        return True


def in_software(order: RecordingOrder) -> RecordingOrder:
    """The same order without trust in hardware encoders."""
    return replace(order, quality=replace(order.quality, encoder=SOFTWARE))
