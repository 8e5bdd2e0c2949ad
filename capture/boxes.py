"""The boxes of an MP4 file, read by their headers only: where the last whole one ends, what each track holds.

A recording that was cut off ends somewhere inside a fragment. Everything up to the end of the last
complete ``moof`` + ``mdat`` pair plays; what follows does not. Picture and sound data are never read.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from capture.tracks import Track, read_fragment, read_movie

_READ_WHOLE = ("moov", "moof")


@dataclass(frozen=True, slots=True)
class Box:
    """A top-level box takes the bytes from ``start`` to ``end``; its content follows its header."""

    kind: str
    start: int
    content: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What is in a file: where the last playable box ends, its tracks, and the room for another index."""

    whole_end: int
    tracks: tuple[Track, ...]
    movie: bytes
    """Content of the index (``moov``); it lists no samples in a file of fragments."""
    room: Box | None
    """The free space at the front of a file of fragments."""

    @property
    def in_fragments(self) -> bool:
        """Whether its samples are listed fragment by fragment."""
        return any(track.table.sizes for track in self.tracks)

    def track(self, kind: str) -> Track | None:
        """The first track of this kind that holds anything."""
        return next((track for track in self.tracks if track.kind == kind and track.samples), None)


Layouts = Mapping[int, Layout]
"""Of segments, by number."""


class LayoutReader:
    """Makes a layout of boxes that are taken one by one, in the order of the file."""

    def __init__(self) -> None:
        self._tracks: dict[int, Track] = {}
        self._movie = b""
        self._room: Box | None = None
        self._fragment: tuple[int, bytes] | None = None
        self._whole_end = 0

    def take(self, box: Box, content: bytes) -> None:
        """The next box; its content is needed of a ``moov`` and a ``moof`` only."""
        if box.kind == "free" and not self._movie:
            self._room = box
        elif box.kind == "moov":
            self._movie = content
            self._tracks = read_movie(content)
        elif box.kind == "moof":
            self._fragment = box.start, content
            return
        elif box.kind == "mdat" and self._fragment is not None:
            read_fragment(*self._fragment, self._tracks)
            self._fragment = None
        self._whole_end = box.end

    def layout(self) -> Layout:
        """What has been taken so far. Nothing playable in it means ``whole_end`` 0."""
        playable = any(track.samples for track in self._tracks.values())
        return Layout(
            self._whole_end if playable else 0, tuple(self._tracks.values()), self._movie, self._room
        )


class BoxStream:
    """Cuts a file into boxes while it is being written."""

    def __init__(self, reader: LayoutReader) -> None:
        self._reader = reader
        self._start = 0
        self._held = bytearray()
        """The box that is being written, as far as anybody will want to read it."""
        self._left = 0
        """How much of it is still to come."""

    def feed(self, data: bytes) -> None:
        """What follows in the file, cut wherever the writer pleased."""
        while data:
            if not self._left:
                data = self._begin(data)
                continue
            taken, data = data[: self._left], data[self._left :]
            self._left -= len(taken)
            if self._kind in _READ_WHOLE:
                self._held += taken
            if not self._left:
                self._end()

    @property
    def _kind(self) -> str:
        return self._held[4:8].decode("latin-1")

    def _begin(self, data: bytes) -> bytes:
        missing = 8 - len(self._held)
        self._held += data[:missing]
        if len(self._held) == 8:
            self._size = int.from_bytes(self._held[:4], "big")
            self._left = self._size - 8
            if not self._left:
                self._end()
        return data[missing:]

    def _end(self) -> None:
        box = Box(self._kind, self._start, self._start + 8, self._start + self._size)
        self._reader.take(box, bytes(self._held[8:]))
        self._start = box.end
        self._held.clear()


def read_layout(path: Path) -> Layout:
    """Read a finished or a cut-off file."""
    reader = LayoutReader()
    with path.open("rb") as file:
        for box in _complete_boxes(file):
            reader.take(box, _content(file, box) if box.kind in _READ_WHOLE else b"")
    return reader.layout()


def read_boxes(path: Path) -> tuple[Box, ...]:
    """The complete boxes of a file."""
    with path.open("rb") as file:
        return tuple(_complete_boxes(file))


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
