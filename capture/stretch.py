"""What is in a stretch of a recording: how much picture and sound, which bytes, what can be seen.

``Seen.sha256`` is the SHA-256 of two SHA-256 values (32 bytes each): that of the stretch's encoded pictures,
packet after packet, and that of its encoded sounds. Joining copies packets, so the finished file, asked for
the same stretch (moved by ``Segment.offset_s``), gives the same value.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from capture.fragments import StretchFile

_SHORT_S = 6.0
_LOOK_EVERY_S = 0.5
_MOST_PICTURES = 24
_ROUNDING_S = 0.0005
_INTERLEAVED_S = 1.0
"""So far apart in the file picture and sound of one instant may lie."""
_BLOCK = 16
_CLOCK_ROWS = 10
"""One row in so many, from the top, belongs to the overlay."""

_NO_PROBING = {"analyzeduration": "0"}
"""The head says all about the streams."""

Blocks = NDArray[np.float32]
"""Mean brightness of each block of 16 by 16 pixels."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a recording, in seconds from its start."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """How long it is."""
        return self.end_s - self.start_s

    def holds(self, at_s: float) -> bool:
        """Whether a packet that begins then belongs to it; a millisecond's rounding changes nothing."""
        return self.start_s - _ROUNDING_S <= at_s < self.end_s - _ROUNDING_S


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in a stretch; ``pictures`` are some of its pictures, each with its time."""

    frames: int
    sound_s: float
    sha256: str
    pictures: tuple[tuple[float, Blocks], ...]


def examine(file: Path | StretchFile, stretch: Stretch) -> Seen:
    """Demux a stretch and decode some of it. Raises ``av.error.FFmpegError``.

    The file holds the stretch and, for a short one, the key frame before it.
    """
    examination = _Examination(stretch)
    with av.open(str(file) if isinstance(file, Path) else file, "r", options=_NO_PROBING) as container:
        if isinstance(file, Path):
            container.seek(max(0, int(stretch.start_s * av.time_base)))
        examination.go_through(container)
    return examination.result()


class _Examination:
    def __init__(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._short = stretch.length_s <= _SHORT_S
        self._look_every_s = _LOOK_EVERY_S if self._short else stretch.length_s / _MOST_PICTURES
        self._look_at_s = stretch.start_s
        self._hashes = {"video": hashlib.sha256(), "audio": hashlib.sha256()}
        self._frames = 0
        self._sound_s = 0.0
        self._pictures: list[tuple[float, Blocks]] = []

    def go_through(self, container: InputContainer) -> None:
        tick_s = {stream.index: float(stream.time_base or 0) for stream in container.streams}
        for packet in container.demux():
            if packet.pts is None:
                continue
            at_s = packet.pts * tick_s[packet.stream.index]
            if at_s >= self._stretch.end_s + _INTERLEAVED_S:
                break
            if self._stretch.holds(at_s):
                self._count(packet, (packet.duration or 0) * tick_s[packet.stream.index])
            if packet.stream.type == "video" and self._wanted(packet, at_s):
                self._look_at(packet.decode())
        for stream in container.streams.video:
            self._look_at(stream.codec_context.decode(None))

    def _count(self, packet: "Packet[Any]", length_s: float) -> None:
        self._hashes[packet.stream.type].update(packet)
        if packet.stream.type == "video":
            self._frames += 1
        else:
            self._sound_s += length_s

    def _wanted(self, packet: "Packet[Any]", at_s: float) -> bool:
        """Whether this picture is to be decoded; of key frames only those that will be looked at."""
        if self._short:
            return at_s < self._stretch.end_s
        return packet.is_keyframe and self._stretch.holds(at_s) and at_s >= self._look_at_s

    def result(self) -> Seen:
        digests = self._hashes["video"].digest() + self._hashes["audio"].digest()
        sha256 = hashlib.sha256(digests).hexdigest()
        return Seen(self._frames, self._sound_s, sha256, tuple(self._pictures))

    def _look_at(self, decoded: Iterable[object]) -> None:
        for frame in decoded:
            assert isinstance(frame, VideoFrame)
            at_s = frame.time or 0.0
            if self._stretch.holds(at_s) and at_s >= self._look_at_s - _ROUNDING_S:
                self._pictures.append((at_s, _blocks(frame)))
                self._look_at_s = at_s + self._look_every_s


def _blocks(frame: VideoFrame) -> Blocks:
    plane = frame.planes[0]
    luma = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[
        : frame.height, : frame.width
    ]
    below = luma[frame.height // _CLOCK_ROWS :]
    size = below.shape[1] // _BLOCK, below.shape[0] // _BLOCK
    return np.asarray(cv2.resize(below, size, interpolation=cv2.INTER_AREA), np.float32)
