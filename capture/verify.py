"""Proof that a finished file is what was recorded. ffmpeg's exit code is none.

Checked are its structure (whole boxes only, index in front of the pictures), how many samples each track
holds against what was recorded, equal lengths of picture and sound, the chapters, and that beginning,
middle and end decode without a word of complaint.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import ffmpeg

from capture.boxes import Layout, read_layout
from capture.errors import FFmpegError, FinaliseError
from capture.ffmpeg import run_ffmpeg

_LENGTHS_S = 0.050
_SAMPLE_S = 0.5
_DECODE_DEADLINE_S = 20.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file must hold. ``frames_uncertain`` pictures more or less may be there after a torn end."""

    length_s: float
    frames: int
    frames_uncertain: int
    sound: bool


def verify(path: Path, expected: Expected, workers: Executor) -> None:
    """Raise ``FinaliseError`` with everything that is wrong; decoding runs on ``workers`` meanwhile."""
    decoded = [workers.submit(_decode, path, start_s) for start_s in _samples(expected.length_s)]
    wrong = [*_structure(path), *_content(read_layout(path), expected)]
    wrong += [said for future in decoded if (said := future.result())]
    if wrong:
        raise FinaliseError(f"{path.name} is not what was recorded: {'; '.join(wrong)}")


def _structure(path: Path) -> Iterator[str]:
    layout = read_layout(path)
    kinds = [box.kind for box in layout.boxes]
    if layout.whole_end != path.stat().st_size:
        yield "its boxes do not fill the file"
    if "moof" in kinds:
        yield "it is still in fragments"
    if "moov" not in kinds or "mdat" not in kinds or kinds.index("moov") > kinds.index("mdat"):
        yield "its index is not at the front"


def _content(layout: Layout, expected: Expected) -> Iterator[str]:
    video, sound = layout.track("vide"), layout.track("soun")
    frames = video.samples if video else 0
    if abs(frames - expected.frames) > expected.frames_uncertain:
        yield f"{frames} pictures instead of {expected.frames}"
    if bool(sound) != expected.sound:
        yield "it has sound" if sound else "it has no sound"
    if sound and abs(sound.length_s - expected.length_s) > _LENGTHS_S:
        yield f"{sound.length_s:.3f} s of sound instead of {expected.length_s:.3f} s"
    if video and abs(video.length_s - expected.length_s) > _LENGTHS_S:
        yield f"{video.length_s:.3f} s of picture instead of {expected.length_s:.3f} s"


def _samples(length_s: float) -> tuple[float, ...]:
    """Where to decode: beginning, middle and end."""
    return (0.0, max(0.0, length_s / 2), max(0.0, length_s - _SAMPLE_S))


def _decode(path: Path, start_s: float) -> str:
    """What ffmpeg says against half a second of the file, from a key frame on."""
    source = ffmpeg.input(f"file:{path}", ss=f"{start_s:.3f}", t=_SAMPLE_S, xerror=None)
    arguments = ffmpeg.output(source, "-", format="null").get_args()
    try:
        said = run_ffmpeg(arguments, _DECODE_DEADLINE_S).strip()
    except FFmpegError as error:
        return f"at {start_s:.1f} s {error}"
    return f"at {start_s:.1f} s: {said.splitlines()[0]}" if said else ""
