"""What is on the screen while the candidate writes a program: a film on the recording's clock.

``screen_recordings/segment_001_screen_1.mp4``, 10 pictures a second at a constant rate, encoded and kept like
a segment: in fragments, on the disk every second. Beside it a ``.json`` of the same name says where in its
segment it begins, written before its first picture. It is made only while a segment is recorded, so
never before consent, and it is covered whenever the camera is.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import av.error
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter

from capture.disk import Disk
from capture.encoder import Mp4Encoder
from capture.errors import CaptureError
from capture.folder import sync_file, sync_folder
from capture.front import put_index
from capture.segments import Segment
from capture.slates import slate, words_for
from capture.sources import Planes
from capture.timebase import SECOND_NS, Grid, boot_id, wall_of
from capture.titles import Titles
from capture.veil import Veil
from kiosk.domain.plain import to_plain
from kiosk.domain.recording import Quality
from kiosk.flow.facts import ScreenRecordingEnded, ScreenRecordingStarted

FOLDER = "screen_recordings"
_FPS = 10
_KBPS = 1000
_LARGEST = (1920, 1080)
_FULL_RANGE = 2
_HANGING_S = 2.0

Tell = Callable[[ScreenRecordingStarted | ScreenRecordingEnded], None]


@dataclass(frozen=True, slots=True)
class ScreenFilm:
    """What is known of a film when it begins; the ``.json`` beside it."""

    file: str
    """Relative to the session's folder."""
    segment: int
    offset_s: float
    """Where in its segment the first picture belongs."""
    started_wall: str
    started_mono_s: float
    boot_id: str


class ScreenDesk:
    """At most one film at a time. Orders come from one thread, ``close`` from any."""

    def __init__(self, veil: Veil, tell: Tell) -> None:
        self._veil = veil
        self._tell = tell
        self._film: ScreenRecording | None = None

    def start(self, display: str, segment: Segment | None) -> None:
        """Film a display until the segment ends. → ``ScreenRecordingStarted`` or ``ScreenRecordingEnded``."""
        if segment is None or not segment.counts.frames:
            self._tell(ScreenRecordingEnded("", 0.0, "nothing is being recorded"))
        elif self._film is None or not self._film.running:
            self._film = ScreenRecording(display, segment, self._veil, self._tell)

    def stop(self) -> None:
        """End the film soon. → ``ScreenRecordingEnded``."""
        if self._film:
            self._film.stop()

    def close(self) -> None:
        """End the film and wait until it is on the disk."""
        if self._film:
            self._film.stop()
            self._film.wait()


class ScreenRecording:
    """Films a display from its making until ``stop``, on the thread ``recorder.screen``."""

    def __init__(self, display: str, segment: Segment, veil: Veil, tell: Tell) -> None:
        self._display = display
        self._segment = segment
        self._veil = veil
        self._tell = tell
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder.screen", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still being filmed."""
        return self._thread.is_alive() and not self._over.is_set()

    def stop(self) -> None:
        """End within a tenth of a second. → ``ScreenRecordingEnded``."""
        self._over.set()

    def wait(self) -> None:
        """Until all of it is on the disk, or the display hangs: the recording does not wait for that."""
        self._thread.join(_HANGING_S)

    def _run(self) -> None:
        try:
            with _grabbed(self._display) as pictures:
                self._film(pictures)
        except (OSError, av.error.FFmpegError, CaptureError, StopIteration) as error:
            self._tell(ScreenRecordingEnded("", 0.0, f"the screen cannot be recorded: {error}"))

    def _film(self, pictures: Iterator[VideoFrame]) -> None:
        fitter = _Fitter(next(pictures))
        grid = Grid(time.monotonic_ns(), _FPS)
        film = self._announced(grid)
        path = Path(self._segment.order.folder) / film.file
        disk = Disk(lambda _: self.stop())
        try:
            encoder = Mp4Encoder(disk.create(path), fitter.quality)
            self._tell(ScreenRecordingStarted(film.file, film.segment, film.offset_s))
            length_s = self._write(pictures, fitter, encoder, grid)
            encoder.close()
        finally:
            disk.close()
        if not disk.failed:
            put_index(path, encoder.layout, Titles("Screen", film.started_wall, length_s, ()))
        self._tell(ScreenRecordingEnded(film.file, length_s, "the disk refused" if disk.failed else ""))

    def _announced(self, grid: Grid) -> ScreenFilm:
        folder = Path(self._segment.order.folder) / FOLDER
        folder.mkdir(exist_ok=True, mode=0o750)
        stem = f"segment_{self._segment.number:03}_screen"
        number = 1 + len(list(folder.glob(f"{stem}_*.json")))
        film = ScreenFilm(
            file=f"{FOLDER}/{stem}_{number}.mp4",
            segment=self._segment.number,
            offset_s=round((grid.origin_ns - self._segment.origin_ns) / SECOND_NS, 3),
            started_wall=wall_of(grid.origin_ns),
            started_mono_s=grid.origin_ns / SECOND_NS,
            boot_id=boot_id(),
        )
        note = (Path(self._segment.order.folder) / film.file).with_suffix(".json")
        note.write_text(json.dumps(to_plain(film), indent=1) + "\n", "utf-8")
        sync_file(note)
        sync_folder(folder)
        return film

    def _write(
        self, pictures: Iterator[VideoFrame], fitter: "_Fitter", encoder: Mp4Encoder, grid: Grid
    ) -> float:
        """Write at a constant rate what the display shows, until the end; gives the length in seconds."""
        frame = 0
        for picture in pictures:
            planes = self._shown(picture, fitter)
            while grid.frame_ns(frame) <= time.monotonic_ns():
                encoder.write_picture(planes)
                frame += 1
            if self._over.is_set():
                break
        return frame / _FPS

    def _shown(self, picture: VideoFrame, fitter: "_Fitter") -> Planes:
        mask = self._veil.now.camera
        return slate(words_for(mask), *fitter.size) if mask else fitter.fitted(picture)


class _Fitter:
    """Makes a display's pictures small and even enough to encode."""

    def __init__(self, picture: VideoFrame) -> None:
        scale = min(1.0, _LARGEST[0] / picture.width, _LARGEST[1] / picture.height)
        self.size = int(picture.width * scale) // 2 * 2, int(picture.height * scale) // 2 * 2
        self.quality = Quality("screen", *self.size, _FPS, _KBPS, audio=False)
        self._scaler = VideoReformatter()

    def fitted(self, picture: VideoFrame) -> Planes:
        frame = self._scaler.reformat(
            picture,
            *self.size,
            format="yuvj420p",
            dst_colorspace=Colorspace.ITU601,
            dst_color_range=_FULL_RANGE,
            interpolation=Interpolation.AREA,
        )
        return np.ascontiguousarray(frame.to_ndarray(), np.uint8)


@contextmanager
def _grabbed(display: str) -> Iterator[Iterator[VideoFrame]]:
    """The display's pictures, or one window's, at our rate, for as long as somebody asks."""
    name, _, window = display.partition("#")
    options = {"framerate": str(_FPS), "draw_mouse": "1", **({"window_id": window} if window else {})}
    with av.open(name, "r", format="x11grab", options=options) as container:
        yield container.decode(container.streams.video[0])
