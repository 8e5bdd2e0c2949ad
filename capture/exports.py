"""Copies of a finished recording in another form, made in the background: WebM, or a smaller file to keep.

ffmpeg does the work at low priority, so that a booth that records meanwhile does not notice. What it made is
believed when it has as many pictures as the recording, is as long, and its end decodes; only then does it
get its name. The recording itself is never touched.
"""

import subprocess
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import av
import av.error
import ffmpeg

from capture.errors import ExportError
from capture.ffmpeg import program_path
from capture.folder import sync_file, sync_folder
from kiosk.domain.copies import CopyForm, CopyOutcome

_QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error", "-nostats", "-progress", "pipe:1")
_LOWEST_PRIORITY = ("nice", "-n", "19")
_LENGTHS_S = 0.1
_ENDING_S = 1.0


_OPUS = {"c:a": "libopus", "b:a": "96k"}
_OPTIONS: dict[CopyForm, dict[str, Any]] = {
    CopyForm.WEBM: {
        **{"format": "webm", "c:v": "libvpx-vp9", "crf": 34, "b:v": 0, "row-mt": 1, "deadline": "good"},
        **{"cpu-used": 5, "g": 240, **_OPUS},
    },
    CopyForm.H265: {
        **{"format": "mp4", "c:v": "libx265", "crf": 28, "preset": "veryfast", "tag:v": "hvc1"},
        **{"x265-params": "log-level=error", "c:a": "copy", "movflags": "+faststart"},
    },
    CopyForm.AV1: {
        **{"format": "mp4", "c:v": "libsvtav1", "crf": 40, "preset": 10, "g": 240, "c:a": "copy"},
        **{"movflags": "+faststart"},
    },
    CopyForm.BLURRED: {
        **{"format": "mp4", "c:v": "libx264", "crf": 26, "preset": "veryfast", "c:a": "aac", "b:a": "96k"},
        **{"movflags": "+faststart"},
    },
    CopyForm.VOICE_ONLY: {"format": "mp4", "c:a": "aac", "b:a": "96k", "movflags": "+faststart"},
}
_DISGUISES = (CopyForm.BLURRED, CopyForm.VOICE_ONLY)
_BLUR_BLOCKS = 20
"""Of so many blocks across nobody can be known, whatever is done to them afterwards."""
_LOWER = 0.84
"""Three semitones down, formants and all."""
_SOUND_ONLY = {"c:v", "crf", "b:v", "row-mt", "deadline", "cpu-used", "g", "preset", "tag:v", "x265-params"}


@dataclass(frozen=True, slots=True)
class _Contents:
    """What must be the same in the copy."""

    length_s: float
    frames: int
    size: tuple[int, int] = (0, 0)
    sound: bool = True


class Export:
    """One copy. ``run`` on a thread of its own; ``cancel`` and ``progress`` from any."""

    def __init__(self, source: Path, target: Path, form: CopyForm) -> None:
        self._source = source
        self._target = target
        self._form = form
        self._length_s = 0.0
        self._done_s = 0.0
        self._cancelled = threading.Event()
        self._process: subprocess.Popen[str] | None = None

    @property
    def progress(self) -> float:
        """How much is done, 0 to 1."""
        return min(1.0, self._done_s / self._length_s) if self._length_s else 0.0

    def cancel(self) -> None:
        """Give up within a moment and leave nothing behind; harmless at any time."""
        self._cancelled.set()
        if process := self._process:
            process.terminate()

    def run(self) -> CopyOutcome:
        """Make the copy; an old file of that name is replaced. Blocks.

        Raises ``ExportError``, or ``FFmpegError`` where there is no ffmpeg.
        """
        unproved = self._target.with_name(f"{self._target.name}.part")
        try:
            wanted = self._wanted(_contents(self._source))
            self._length_s = wanted.length_s
            self._encode(wanted, unproved)
            if self._cancelled.is_set():
                return CopyOutcome.CANCELLED
            _check(unproved, wanted)
            sync_file(unproved)
            unproved.rename(self._target)
            sync_folder(self._target.parent)
        except (OSError, av.error.FFmpegError) as error:
            raise ExportError(f"the copy cannot be made: {error}") from error
        finally:
            unproved.unlink(missing_ok=True)
        return CopyOutcome.DONE

    def _wanted(self, found: _Contents) -> _Contents:
        return replace(found, frames=0) if self._form is CopyForm.VOICE_ONLY else found

    def _encode(self, wanted: _Contents, target: Path) -> None:
        command = (*_LOWEST_PRIORITY, program_path("ffmpeg"), *_QUIET, *self._arguments(wanted, target))
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            self._process = process
            if self._cancelled.is_set():
                process.terminate()
            assert process.stdout
            said = self._follow(process.stdout)
        if process.returncode and not self._cancelled.is_set():
            raise ExportError(f"ffmpeg ended with {process.returncode}: {said}")

    def _follow(self, lines: IO[str]) -> str:
        """Read the progress to its end; gives the last thing that was said beside it."""
        said = ""
        for line in lines:
            name, _, value = line.strip().partition("=")
            if name == "out_time_us" and value.isdigit():
                self._done_s = int(value) / 1e6
            elif not value:
                said = line.strip() or said
        return said

    def _arguments(self, wanted: _Contents, target: Path) -> list[str]:
        source = ffmpeg.input(f"file:{self._source}")
        options = {"map_metadata": 0, "map_chapters": 0, **_OPTIONS[self._form]}
        hidden = self._form in _DISGUISES
        streams = [_shifted(source.audio) if hidden and wanted.sound else source["a?"]]
        if wanted.frames:
            limited = source.video.filter("scale", in_range="pc", out_range="tv").filter("format", "yuv420p")
            streams.insert(0, _blurred(limited, wanted) if hidden else limited)
        else:
            options = {name: value for name, value in options.items() if name not in _SOUND_ONLY}
        arguments: list[str] = ffmpeg.output(*streams, str(target), **options).overwrite_output().get_args()
        return arguments


def _blurred(picture: Any, of: _Contents) -> Any:
    """Few blocks, softened: what is averaged away cannot be brought back."""
    width, height = of.size
    few = picture.filter("scale", _BLUR_BLOCKS, -2, flags="area")
    return few.filter("scale", width, height, flags="bicubic").filter("setsar", 1)


def _shifted(sound: Any) -> Any:
    """A lower voice at the same speed."""
    rate = 48_000
    lower = sound.filter("aresample", rate).filter("asetrate", round(rate * _LOWER))
    return lower.filter("aresample", rate).filter("atempo", round(1 / _LOWER, 6))


def _contents(path: Path) -> _Contents:
    with av.open(str(path)) as container:
        length_s = (container.duration or 0) / av.time_base
        pictures, size = 0, (0, 0)
        sound = bool(container.streams.audio)
        if container.streams.video:
            stream = container.streams.video[0]
            size = (stream.width, stream.height)
            pictures = sum(bool(packet.size) for packet in container.demux(video=0))
    return _Contents(length_s, pictures, size, sound)


def _check(path: Path, wanted: _Contents) -> None:
    found = _contents(path)
    if found.frames != wanted.frames:
        raise ExportError(f"the copy has {found.frames} pictures instead of {wanted.frames}")
    if abs(found.length_s - wanted.length_s) > _LENGTHS_S:
        raise ExportError(f"the copy is {found.length_s:.2f} s long instead of {wanted.length_s:.2f} s")
    with av.open(str(path)) as container:
        container.seek(max(0, int((found.length_s - _ENDING_S) * av.time_base)))
        if not any(True for _ in container.decode()):
            raise ExportError("the end of the copy cannot be decoded")
