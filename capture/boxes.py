"""The boxes of an MP4 file, read by their headers only: where the last whole one ends, what each track holds.

A recording that was cut off ends somewhere inside a fragment. Everything up to the end of the last
complete ``moof`` + ``mdat`` pair plays; what follows does not. Picture and sound data are never read.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_DURATION_GIVEN, _SIZE_GIVEN, _FLAGS_GIVEN, _OFFSET_GIVEN = 0x100, 0x200, 0x400, 0x800


@dataclass(frozen=True, slots=True)
class Box:
    """A top-level box takes the bytes from ``start`` to ``end``; its content follows its header."""

    kind: str
    start: int
    content: int
    end: int


@dataclass(slots=True)
class Track:
    """What one track holds; ``kind`` is ``vide``, ``soun`` or another handler."""

    kind: str = ""
    timescale: int = 1
    sample_ticks: int = 0
    samples: int = 0
    ticks: int = 0
    description: bytes = b""
    """How the samples are encoded (``stsd``); pieces can be joined by copy only when it is equal."""

    @property
    def length_s(self) -> float:
        """Length of all samples together, in seconds."""
        return self.ticks / self.timescale


@dataclass(frozen=True, slots=True)
class Layout:
    """The complete boxes of a file, where the last playable one ends, and its tracks."""

    boxes: tuple[Box, ...]
    whole_end: int
    tracks: tuple[Track, ...]

    def track(self, kind: str) -> Track | None:
        """The first track of this kind that holds anything."""
        return next((track for track in self.tracks if track.kind == kind and track.samples), None)


def read_layout(path: Path) -> Layout:
    """Read a finished or a cut-off file. Nothing playable in it means ``whole_end`` 0."""
    tracks: dict[int, Track] = {}
    boxes: list[Box] = []
    whole_end = 0
    fragment: bytes | None = None
    with path.open("rb") as file:
        for box in _complete_boxes(file):
            boxes.append(box)
            if box.kind == "moov":
                _read_movie(_content(file, box), tracks)
            elif box.kind == "moof":
                fragment = _content(file, box)
            elif box.kind == "mdat" and fragment is not None:
                _read_fragment(fragment, tracks)
                fragment = None
            if box.kind != "moof":
                whole_end = box.end
    playable = any(track.samples for track in tracks.values())
    return Layout(tuple(boxes), whole_end if playable else 0, tuple(tracks.values()))


def _complete_boxes(file: BinaryIO) -> Iterator[Box]:
    """The boxes that lie wholly inside the file, up to the first that does not or is no box at all."""
    size = file.seek(0, 2)
    start = 0
    while start + 8 <= size:
        file.seek(start)
        header = file.read(16)
        length, name = struct.unpack_from(">I4s", header)
        content = 8
        if length == 1 and len(header) == 16:
            content, length = 16, struct.unpack_from(">Q", header, 8)[0]
        if length < content or start + length > size or not name.isalnum():
            return
        yield Box(name.decode("ascii"), start, start + content, start + length)
        start += length


def _content(file: BinaryIO, box: Box) -> bytes:
    file.seek(box.content)
    return file.read(box.end - box.content)


def _inside(content: bytes) -> Iterator[tuple[str, bytes]]:
    start = 0
    while start + 8 <= len(content):
        length, name = struct.unpack_from(">I4s", content, start)
        if length < 8:
            return
        yield name.decode("latin-1"), content[start + 8 : start + length]
        start += length


def _read_movie(movie: bytes, tracks: dict[int, Track]) -> None:
    for kind, content in _inside(movie):
        if kind == "trak":
            number, track = _read_track(dict(_inside(content)))
            tracks[number] = track
        elif kind == "mvex":
            for _, defaults in (item for item in _inside(content) if item[0] == "trex"):
                number, _, sample_ticks = struct.unpack_from(">III", defaults, 4)
                tracks[number].sample_ticks = sample_ticks


def _read_track(boxes: dict[str, bytes]) -> tuple[int, Track]:
    (number,) = struct.unpack_from(">I", boxes["tkhd"], 20 if boxes["tkhd"][0] else 12)
    media = dict(_inside(boxes["mdia"]))
    (timescale,) = struct.unpack_from(">I", media["mdhd"], 20 if media["mdhd"][0] else 12)
    track = Track(media["hdlr"][8:12].decode("latin-1"), timescale)
    table = dict(_inside(dict(_inside(media["minf"]))["stbl"]))
    track.description = table["stsd"]
    for count, ticks in struct.iter_unpack(">II", table["stts"][8:]):
        track.samples += count
        track.ticks += count * ticks
    return number, track


def _read_fragment(fragment: bytes, tracks: dict[int, Track]) -> None:
    for _, content in (item for item in _inside(fragment) if item[0] == "traf"):
        track = Track()
        sample_ticks = 0
        for kind, data in _inside(content):
            if kind == "tfhd":
                flags, number = struct.unpack_from(">II", data)
                track = tracks[number]
                sample_ticks = _default_ticks(flags, data) or track.sample_ticks
            elif kind == "trun":
                samples, ticks = _run(data, sample_ticks)
                track.samples += samples
                track.ticks += ticks


def _default_ticks(flags: int, header: bytes) -> int:
    """The duration a track fragment header gives its samples, 0 when it gives none."""
    if not flags & 0x8:
        return 0
    before = 8 + (8 if flags & 0x1 else 0) + (4 if flags & 0x2 else 0)
    return int(struct.unpack_from(">I", header, before)[0])


def _run(data: bytes, sample_ticks: int) -> tuple[int, int]:
    """How many samples a track run holds, and their ticks together."""
    flags, samples = struct.unpack_from(">II", data)
    if not flags & _DURATION_GIVEN:
        return samples, samples * sample_ticks
    fields = 1 + sum(bool(flags & given) for given in (_SIZE_GIVEN, _FLAGS_GIVEN, _OFFSET_GIVEN))
    first = 8 + (4 if flags & 0x1 else 0) + (4 if flags & 0x4 else 0)
    words = struct.unpack_from(f">{samples * fields}I", data, first)
    return samples, sum(words[::fields])
