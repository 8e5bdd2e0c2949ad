"""Which encoder a station's pictures go through: hardware that proves itself, else x264 as good as may be.

A hardware encoder that is listed need not work, and one that works need not be right. So each is tried with
half a second of moving noise at the station's own quality, written as a recording is written; it is used only
if all pictures come out again and look like those that went in. x264's preset is the best one that a core
can afford, by measurement.
"""

import io
import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from capture.encoder import Mp4Encoder
from capture.errors import EncoderError
from capture.sources import Planes
from kiosk.domain.plain import from_plain, to_plain
from kiosk.domain.recording import SOFTWARE, Quality

HARDWARE = ("h264_nvenc", "h264_qsv", "h264_vaapi", "h264_amf", "h264_videotoolbox", "h264_mf")
"""NVIDIA, Intel, Intel and AMD on Linux, AMD, macOS, Windows; in the order in which they are tried."""
AFFORDABLE = ("veryfast", "superfast", "ultrafast")
"""x264's presets from good to cheap; better ones gain nothing on a camera's noise."""
MOST_SHARE = 0.125
"""Of all cores: so much the pictures' encoder may take; the rest of the recorder takes as much again."""
_TRIAL_S = 0.5
_LEAST_PSNR_DB = 28.0
_POSES = 4

Encode = Callable[[Quality, list[Planes]], bytes]
"""Makes a recording of pictures. Raises ``EncoderError``."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An encoder and what its trial came to."""

    name: str
    problem: str
    """Empty when it works."""
    cost: float = 0.0
    """CPU seconds for each second of pictures."""


@dataclass(frozen=True, slots=True)
class EncoderChoice:
    """What is to be used, and why."""

    encoder: str
    preset: str
    tried: tuple[Tried, ...]

    def applied(self, quality: Quality) -> Quality:
        """The quality, made with this encoder."""
        return replace(quality, encoder=self.encoder, preset=self.preset)

    def __str__(self) -> str:
        name = f"x264 {self.preset}" if self.encoder == SOFTWARE else self.encoder
        used = next((one for one in self.tried if one.name in {name, self.encoder}), None)
        cost = f", {used.cost:.2f} of a core" if used else ""
        refused = [one.name for one in self.tried if one.problem]
        return f"{name}{cost}" + (f"; of no use here: {', '.join(refused)}" if refused else "")


def choose(
    quality: Quality, listed: Iterable[str] | None = None, encode: Encode | None = None
) -> EncoderChoice:
    """Try what this machine has; one to two seconds. ``listed`` are the encoders it claims to have."""
    known = av.codecs_available if listed is None else frozenset(listed)
    encode = encode or encoded
    pictures = _moving_noise(quality)
    tried: list[Tried] = []
    for name in HARDWARE:
        if name in known:
            tried.append(_try(name, replace(quality, encoder=name), pictures, encode))
            if not tried[-1].problem:
                return EncoderChoice(name, quality.preset, tuple(tried))
    for preset in AFFORDABLE:
        software = replace(quality, encoder=SOFTWARE, preset=preset)
        tried.append(_try(f"x264 {preset}", software, pictures, encode))
        if not tried[-1].problem and tried[-1].cost <= MOST_SHARE * (os.cpu_count() or 1):
            break
    return EncoderChoice(SOFTWARE, preset, tuple(tried))


def remember(choice: EncoderChoice, quality: Quality, path: Path) -> None:
    """Keep what was chosen for this quality on this machine. Raises ``OSError``."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps({"for": _asked(quality), "choice": to_plain(choice)}, indent=1), "utf-8")
    part.replace(path)


def recalled(quality: Quality, path: Path) -> Quality:
    """The quality with what was chosen for it last; as it is where nothing was, or for another machine."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept["for"] == _asked(quality):
            return from_plain(EncoderChoice, kept["choice"]).applied(quality)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return quality


def _asked(quality: Quality) -> list[str | int]:
    return [av.__version__, os.cpu_count() or 1, json.dumps(to_plain(quality), sort_keys=True)]


def encoded(quality: Quality, pictures: list[Planes]) -> bytes:
    """The pictures as the recorder would write them. Raises ``EncoderError``."""
    file = _Memory()
    encoder = Mp4Encoder(file, quality)
    for planes in pictures:
        encoder.write_picture(planes)
    encoder.close()
    return file.getvalue()


class _Memory(io.BytesIO):
    """A file for an encoder, which is never asked to seek."""

    def seekable(self) -> bool:
        return False


def _try(name: str, quality: Quality, pictures: list[Planes], encode: Encode) -> Tried:
    began_s = time.process_time()
    try:
        data = encode(replace(quality, audio=False), pictures)
    except EncoderError as error:
        return Tried(name, f"refused, {getattr(error.__cause__, 'strerror', error)}")
    cost = (time.process_time() - began_s) * quality.fps / len(pictures)
    return Tried(name, _problem(data, pictures), round(cost, 3))


def _problem(data: bytes, pictures: list[Planes]) -> str:
    """Why what was encoded is not what went in; empty when it is."""
    height = len(pictures[0]) * 2 // 3
    try:
        with av.open(io.BytesIO(data), "r") as container:
            found = [_luma(frame) for frame in container.decode(video=0)]
    except (av.error.FFmpegError, IndexError, ValueError) as error:
        return f"what it makes cannot be read: {error}"
    if len(found) != len(pictures):
        return f"{len(found)} of {len(pictures)} pictures came out"
    worst_db = min(_psnr_db(one[:height], luma) for one, luma in zip(pictures, found, strict=True))
    return "" if worst_db >= _LEAST_PSNR_DB else f"its pictures differ from what went in ({worst_db:.0f} dB)"


def _luma(frame: av.VideoFrame) -> NDArray[np.uint8]:
    return np.asarray(frame.to_ndarray(format="yuvj420p"), np.uint8)[: frame.height]


def _psnr_db(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> float:
    if before.shape != after.shape:
        return 0.0
    error = float(np.mean(np.square(before.astype(np.float32) - after)))
    return 10 * float(np.log10(255**2 / max(error, 1e-9)))


def _moving_noise(quality: Quality) -> list[Planes]:
    """A picture with edges, moving over a sensor's noise: about what a camera sends."""
    random = np.random.default_rng(5)
    width, height = quality.width, quality.height
    rows, columns = np.mgrid[0 : height * 3 // 2, 0:width]
    scene = 128 + 60 * np.sin(columns / 37) * np.cos(rows / 23)
    scene[height:] = 128
    poses = [np.roll(scene, 3 * pose, axis=1) + random.normal(0, 2, scene.shape) for pose in range(_POSES)]
    planes = [np.ascontiguousarray(pose.clip(0, 255), np.uint8) for pose in poses]
    return [planes[frame % _POSES] for frame in range(max(2, round(_TRIAL_S * quality.fps)))]
