"""Room at the front of a recording, and the index that is put there when it has ended.

While recording, the file is

    ftyp · free (the room) · moov (no samples listed) · moof · mdat · moof · mdat · …

which plays up to its last whole fragment wherever it is cut off. At the end the complete index is written
into the room, followed by the head of one ``mdat`` that takes in all the rest of the file. Nobody sees
that before the eight bytes at the beginning of the room, ``free`` and its length, are replaced by those
of the index: one write inside one sector turns

    ftyp · moov (everything listed) · mdat

out of the same file, and one write turns it back. Nothing that was recorded moves or is copied, so it takes
the same time at any length, and a power cut leaves the one or the other.
"""

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from capture.boxes import Box, BoxStream, Layout, LayoutReader
from capture.index import index_box
from capture.titles import Titles
from kiosk.domain.recording import Quality

_ROOM_S = 2.5 * 3600
_AAC_PER_S = 48_000 / 1024
_BYTES_PER_SAMPLE, _BYTES_PER_CHUNK, _BYTES_BESIDES = 4, 20, 1 << 16
_REST_HEAD = struct.Struct(">I4sQ")


class Sink(Protocol):
    """Where the bytes go."""

    def write(self, data: bytes) -> int:
        """Take all of it."""


def room_bytes(quality: Quality, fragment_s: float) -> int:
    """Enough for the index of two and a half hours: 3.7 MB where an hour takes 1.2 GB."""
    samples_per_s = quality.fps * quality.video + _AAC_PER_S * quality.audio
    chunks_per_s = (quality.video + quality.audio) / fragment_s
    per_s = _BYTES_PER_SAMPLE * samples_per_s + _BYTES_PER_CHUNK * chunks_per_s
    return _BYTES_BESIDES + int(per_s * _ROOM_S)


class FrontRoom:
    """Stands between a container of fragments and its file: leaves the room, and remembers every sample.

    The container must write its ``ftyp`` at once. One thread at a time.
    """

    def __init__(self, sink: Sink, room: int) -> None:
        self._sink = sink
        self._room = room
        self._begun = False
        self._reader = LayoutReader()
        self._stream = BoxStream(self._reader)

    @property
    def layout(self) -> Layout:
        """What the file holds, without reading it again."""
        return self._reader.layout()

    def write(self, data: bytes) -> int:
        """What the container writes next."""
        kept = bytes(data)
        if not self._begun:
            self._begun = True
            first = int.from_bytes(kept[:4], "big")
            kept = kept[:first] + _head(self._room, b"free") + bytes(self._room - 8) + kept[first:]
        self._sink.write(kept)
        self._stream.feed(kept)
        return len(data)


def put_index(path: Path, layout: Layout, titles: Titles) -> bool:
    """Make an ordinary file of one in fragments; it is on the disk when this returns.

    Gives ``False``, and changes nothing, if there is no room for the index. Raises ``OSError``.
    """
    if layout.room is None:
        return False
    start, end = layout.room.start, layout.room.end
    texts = titles.texts
    index = index_box(layout.movie, layout.tracks, titles, end - len(texts))
    if start + len(index) + _REST_HEAD.size + len(texts) > end:
        return False
    with _opened(path) as handle:
        rest = os.fstat(handle).st_size - start - len(index)
        _write(handle, index[8:] + _REST_HEAD.pack(1, b"mdat", rest), start + 8)
        _write(handle, texts, end - len(texts))
        os.fdatasync(handle)
        _write(handle, index[:8], start)
        os.fdatasync(handle)
    return True


def take_index_back(path: Path, room: Box) -> None:
    """Undo ``put_index``: the file is in fragments again. Raises ``OSError``."""
    with _opened(path) as handle:
        _write(handle, _head(room.end - room.start, b"free"), room.start)
        os.fdatasync(handle)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR)
    try:
        yield handle
    finally:
        os.close(handle)


def _write(handle: int, data: bytes, position: int) -> None:
    view = memoryview(data)
    while view:
        written = os.pwrite(handle, view, position)
        view, position = view[written:], position + written


def _head(size: int, kind: bytes) -> bytes:
    return struct.pack(">I4s", size, kind)
