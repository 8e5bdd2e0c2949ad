"""Pieces of a segment that may be sent while it is still being recorded.

Beside ``segment_001.mp4`` grows ``segment_001.pieces.jsonl``: one line per piece of about 4 MiB or 10 s with
its place and its SHA-256. A piece is listed when it is on the disk, and its bytes never change again:

* pieces end where fragments end, so what a kill leaves torn was never listed;
* the head (up to the first fragment) is rewritten at the end (``capture.front``), so it is listed last,
  by ``pieces_of``, together with what follows the last listed piece.

A recording of one segment becomes the finished file in its place: its pieces are that file's, and nothing is
read or sent twice. Several segments are joined into a new file, which is cut anew.
"""

import hashlib
import json
import logging
import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from capture.folder import SessionFolder
from capture.fragments import Fragment, FragmentIndex
from kiosk.domain.plain import NotPlainError, from_plain, to_plain
from kiosk.domain.recording import Recording

PIECE_BYTES = 4 << 20
_PIECE_S = 10.0

log = logging.getLogger("recorder")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a file, and what they are."""

    offset: int
    length: int
    sha256: str

    @property
    def end(self) -> int:
        """Where the next piece begins."""
        return self.offset + self.length


class PieceList:
    """Lists a growing segment's pieces. Disk thread only.

    It is a help to whoever sends, so its own failure ends the list, never the recording.
    """

    def __init__(self, segment: Path) -> None:
        self._segment = segment
        self._cutter: _Cutter | None = None
        self._given_up = False

    def look(self) -> None:
        """List what is complete by now; call it about once a second."""
        self._attempt(last=False)

    def close(self) -> None:
        """List all whole fragments that are left, and close."""
        self._attempt(last=True)
        if self._cutter:
            self._cutter.close()

    def _attempt(self, *, last: bool) -> None:
        if self._given_up:
            return
        try:
            self._cutter = self._cutter or _Cutter(self._segment)
            self._cutter.cut(last=last)
        except OSError as error:
            self._given_up = True
            log.warning("no more pieces of %s are listed: %s", self._segment.name, error)


class _Cutter:
    """The two open files. Every method raises ``OSError``."""

    def __init__(self, segment: Path) -> None:
        with ExitStack() as opened:
            self._file = opened.enter_context(segment.open("rb", buffering=0))
            self._list = opened.enter_context(list_path(segment).open("xb", buffering=0))
            self._opened = opened.pop_all()
        self._index = FragmentIndex(self._file)
        self._next = 0
        """The first fragment that belongs to no piece yet."""

    def cut(self, *, last: bool) -> None:
        self._index.look()
        fragments = self._index.fragments
        for number in range(self._next, len(fragments)):
            if _enough(fragments[self._next], fragments[number]):
                self._write(number)
        if last and self._next < len(fragments):
            self._write(len(fragments) - 1)

    def close(self) -> None:
        self._opened.close()

    def _write(self, newest: int) -> None:
        fragments = self._index.fragments
        piece = _piece(self._file, fragments[self._next].start, fragments[newest].end)
        os.fdatasync(self._file.fileno())
        self._list.write(json.dumps(to_plain(piece), separators=(",", ":")).encode() + b"\n")
        os.fdatasync(self._list.fileno())
        self._next = newest + 1


def list_path(segment: Path) -> Path:
    """Where a segment's pieces are listed."""
    return segment.with_suffix(".pieces.jsonl")


def read_pieces(listed: Path) -> tuple[Piece, ...]:
    """The pieces listed so far, in order and without holes; a torn last line is passed over."""
    try:
        lines = listed.read_bytes().split(b"\n")[:-1]
        return tuple(from_plain(Piece, json.loads(line)) for line in lines)
    except (FileNotFoundError, ValueError, NotPlainError):
        return ()


def pieces_of(place: SessionFolder, recording: Recording) -> tuple[Piece, ...]:
    """All pieces of a finished recording, the ones listed while it was recorded first, its head last.

    Only what was not listed is read. Raises ``OSError``.
    """
    listed: tuple[Piece, ...] = ()
    if len(recording.segments) == 1:
        listed = read_pieces(list_path(place.segment(recording.segments[0].number)))
    head_end = listed[0].offset if listed else 0
    with (place.path / recording.file).open("rb", buffering=0) as file:
        after = range(listed[-1].end if listed else 0, recording.size_bytes, PIECE_BYTES)
        borders = [(start, min(start + PIECE_BYTES, recording.size_bytes)) for start in after]
        borders += [(start, min(start + PIECE_BYTES, head_end)) for start in range(0, head_end, PIECE_BYTES)]
        return (*listed, *(_piece(file, start, end) for start, end in borders))


def _enough(first: Fragment, last: Fragment) -> bool:
    return last.end - first.start >= PIECE_BYTES or last.starts_s - first.starts_s >= _PIECE_S


def _piece(file: BinaryIO, start: int, end: int) -> Piece:
    return Piece(start, end - start, hashlib.sha256(os.pread(file.fileno(), end - start, start)).hexdigest())
