"""Proof that a finished file is what was recorded. That nobody complained is none.

Checked are its structure (whole boxes only, index in front of the pictures), how many samples each track
holds against what was recorded, equal lengths of picture and sound, and that beginning,
middle and end decode without damage.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from math import inf
from pathlib import Path

import av
import av.error
from av.frame import Frame

from capture.boxes import Layout, read_boxes, read_layout
from capture.errors import FinaliseError

_LENGTHS_S = 0.050
_SAMPLE_S = 0.5


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file must hold. ``frames_uncertain`` pictures more or less may be there after a torn end."""

    length_s: float
    frames: int
    frames_uncertain: int
    sound: bool


def verify(path: Path, expected: Expected) -> None:
    """Raise ``FinaliseError`` with everything that is wrong."""
    wrong = [*_structure(path), *_content(read_layout(path), expected), *_decode(path, expected.length_s)]
    if wrong:
        raise FinaliseError(f"{path.name} is not what was recorded: {'; '.join(wrong)}")


def _structure(path: Path) -> Iterator[str]:
    boxes = read_boxes(path)
    kinds = [box.kind for box in boxes]
    if not boxes or boxes[-1].end != path.stat().st_size:
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


def _decode(path: Path, length_s: float) -> Iterator[str]:
    """What the decoders have to say against beginning, middle and end, each from a key frame on."""
    with av.open(str(path)) as container:
        streams = (*container.streams.video, *container.streams.audio)
        for stream in streams:
            stream.codec_context.options = {"err_detect": "explode"}
        for start_s, sample_s in ((0.0, _SAMPLE_S), (length_s / 2, _SAMPLE_S), (length_s - _SAMPLE_S, inf)):
            try:
                container.seek(max(0, int(start_s * av.time_base)))
                if not _decodes(container.decode(*streams), sample_s):
                    yield f"damaged at {start_s:.1f} s"
            except av.error.FFmpegError as error:
                yield f"at {start_s:.1f} s: {error}"


def _decodes(decoded: Iterable[object], sample_s: float) -> bool:
    """Whether so much is there, and none of it damaged."""
    frames = (frame for frame in decoded if isinstance(frame, Frame))
    first = next(frames, None)
    if first is None or first.time is None:
        return False
    end_s = first.time + sample_s
    seen = takewhile(lambda frame: frame.time is not None and frame.time < end_s, frames)
    return not any(frame.is_corrupt for frame in (first, *seen))
