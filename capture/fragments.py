"""A stretch of a segment that is still growing, as a file of its own.

A fragmented MP4 is a head and then one fragment after the other (``moof`` and ``mdat``). The head and any
run of whole fragments play by themselves, in their own time. A segment only grows: what is read stays so.
"""

import io
import os
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_BEFORE_TIMESCALE = {0: 12, 1: 20}
"""Bytes between the end of the name ``mdhd`` and the time scale, by version."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """The bytes of one fragment, and when its first picture (or sound) begins, in the segment's seconds."""

    start: int
    end: int
    starts_s: float


class FragmentIndex:
    """Where the whole fragments of a growing file lie. One thread."""

    def __init__(self, file: BinaryIO) -> None:
        self.head_end = 0
        self.fragments: list[Fragment] = []
        self._handle = file.fileno()
        self._read_to = 0
        self._ticks_per_s = 1
        self._begun: tuple[int, float] | None = None

    @property
    def settled_s(self) -> float:
        """Up to here picture and sound are in the file; the newest fragment is not counted."""
        return self.fragments[-1].starts_s if self.fragments else 0.0

    def look(self) -> None:
        """Take in what has been written since; an hour takes some 0.1 s."""
        for name, start, end in _whole_boxes(self._handle, self._read_to):
            self._take(name, start, end)
            self._read_to = end

    def covering(self, start_s: float, end_s: float) -> tuple[Fragment, ...]:
        """The fragments that hold a stretch, as far as they are there."""
        starts = [fragment.starts_s for fragment in self.fragments]
        first = max(0, bisect_right(starts, start_s) - 1)
        return tuple(self.fragments[first : bisect_left(starts, end_s)])

    def _take(self, name: bytes, start: int, end: int) -> None:
        if name == b"moof":
            moof = os.pread(self._handle, end - start, start)
            self._begun = start, _first_tick(moof) / self._ticks_per_s
        elif name == b"mdat" and self._begun:
            self.fragments.append(Fragment(self._begun[0], end, self._begun[1]))
            self._begun = None
        elif not self.fragments:
            self.head_end = end
            if name == b"moov":
                self._ticks_per_s = _ticks_per_s(os.pread(self._handle, end - start, start))


def _whole_boxes(handle: int, start: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each box from ``start`` up to the first that is not all there."""
    size = os.fstat(handle).st_size
    while len(header := os.pread(handle, 16, start)) >= 8:
        length, name = struct.unpack_from(">I4s", header)
        if length == 1 and len(header) == 16:
            (length,) = struct.unpack_from(">Q", header, 8)
        if length < 8 or start + length > size:
            return
        yield name, start, start + length
        start += length


def _ticks_per_s(moov: bytes) -> int:
    """Of the first track, whose time leads in every fragment."""
    after = moov.index(b"mdhd") + 4
    return int(struct.unpack_from(">I", moov, after + _BEFORE_TIMESCALE[moov[after]])[0])


def _first_tick(moof: bytes) -> int:
    after = moof.index(b"tfdt") + 4
    return int(struct.unpack_from(">Q" if moof[after] else ">I", moof, after + 4)[0])


class StretchFile(io.RawIOBase):
    """The head and some neighbouring fragments of a file, as one small file; nothing is copied."""

    def __init__(self, file: BinaryIO, head_end: int, fragments: tuple[Fragment, ...]) -> None:
        self._handle = file.fileno()
        self._head = head_end
        self._skipped = fragments[0].start - head_end
        self._size = fragments[-1].end - self._skipped
        self._position = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes; fewer at the end, and at the end of the head."""
        limit = self._head if self._position < self._head else self._size
        wanted = limit - self._position if size < 0 else min(size, limit - self._position)
        place = self._position if self._position < self._head else self._position + self._skipped
        data = os.pread(self._handle, max(0, wanted), place)
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go somewhere else."""
        origin = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        self._position = origin + offset
        return self._position

    def tell(self) -> int:
        """Where the next byte comes from."""
        return self._position
