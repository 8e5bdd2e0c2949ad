"""Small pictures of a finished recording: one to show, and a sheet of many for scrubbing.

The sheet is one JPEG with a picture every few seconds, ten to a row; beside it a WebVTT file says which part
of the sheet belongs to which stretch, as players expect it. Only key frames are decoded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import av.error
import cv2
import numpy as np
from av.container import InputContainer
from numpy.typing import NDArray

from capture.errors import ExportError

_COLUMNS = 10
_MOST = 200
_LEAST_APART_S = 4.0
_WIDTH = 160
_THUMBNAIL_S = 2.0
_QUALITY = 80

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was written."""

    sheet: Path
    index: Path
    pictures: int


def write_thumbnail(recording: Path, target: Path, at_s: float, width: int = 480) -> None:
    """One JPEG of the last key frame at or before an instant. Raises ``ExportError``."""
    try:
        with av.open(str(recording)) as container:
            _write(target, next(_pictures(container, (at_s,), width)))
    except (OSError, av.error.FFmpegError, IndexError, StopIteration) as error:
        raise ExportError(f"there is no picture at {at_s:.1f} s in {recording.name}") from error


def write_sheet(recording: Path, folder: Path, name: str = "sprites") -> Sheet:
    """Write ``NAME.jpg`` and ``NAME.vtt`` into a folder. Raises ``ExportError``."""
    try:
        with av.open(str(recording)) as container:
            length_s = (container.duration or 0) / av.time_base
            step_s = max(_LEAST_APART_S, length_s / _MOST)
            starts_s = tuple(float(at_s) for at_s in np.arange(0.0, length_s, step_s))
            pictures = list(_pictures(container, starts_s, _WIDTH))
        sheet, index = folder / f"{name}.jpg", folder / f"{name}.vtt"
        _write(sheet, _tiled(pictures))
        index.write_text(_vtt(sheet.name, starts_s, length_s, pictures[0].shape[0]), "utf-8")
    except (OSError, av.error.FFmpegError, IndexError) as error:
        raise ExportError(f"no pictures can be taken from {recording.name}: {error}") from error
    return Sheet(sheet, index, len(pictures))


def write_pictures(recording: Path, folder: Path) -> None:
    """A thumbnail from early on and the sheet, its index last. Raises ``ExportError``."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / "sprites.vtt").unlink(missing_ok=True)
        write_thumbnail(recording, folder / "thumbnail.jpg", _THUMBNAIL_S)
    except OSError as error:
        raise ExportError(f"no pictures can be kept in {folder.name}: {error}") from error
    write_sheet(recording, folder)


def _pictures(container: InputContainer, instants_s: tuple[float, ...], width: int) -> Iterator[Picture]:
    """The key frame at or before each instant, of this width, as BGR. Raises ``IndexError`` without any."""
    stream = container.streams.video[0]
    stream.codec_context.skip_frame = "NONKEY"
    for at_s in instants_s:
        container.seek(int(at_s * av.time_base))
        frame = next(container.decode(stream))
        height = round(frame.height * width / frame.width / 2) * 2
        yield np.asarray(frame.reformat(width, height, "bgr24").to_ndarray(), np.uint8)


def _tiled(pictures: list[Picture]) -> Picture:
    height, width = pictures[0].shape[:2]
    columns = min(_COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = np.zeros((rows * height, columns * width, 3), np.uint8)
    for number, picture in enumerate(pictures):
        top, left = number // columns * height, number % columns * width
        sheet[top : top + height, left : left + width] = picture
    return sheet


def _vtt(sheet: str, starts_s: tuple[float, ...], length_s: float, height: int) -> str:
    lines = ["WEBVTT", ""]
    for number, (start_s, end_s) in enumerate(zip(starts_s, (*starts_s[1:], length_s), strict=True)):
        left, top = number % _COLUMNS * _WIDTH, number // _COLUMNS * height
        lines += [f"{_time(start_s)} --> {_time(end_s)}", f"{sheet}#xywh={left},{top},{_WIDTH},{height}", ""]
    return "\n".join(lines)


def _time(seconds: float) -> str:
    whole_ms = round(seconds * 1000)
    hours, rest_ms = divmod(whole_ms, 3_600_000)
    minutes, rest_ms = divmod(rest_ms, 60_000)
    return f"{hours:02}:{minutes:02}:{rest_ms // 1000:02}.{rest_ms % 1000:03}"


def _write(target: Path, picture: Picture) -> None:
    written, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not written:
        raise ExportError("the picture cannot be encoded")
    target.write_bytes(data.tobytes())
