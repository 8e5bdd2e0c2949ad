"""What the tracks of an MP4 hold, by its index (``moov``) and by the heads of its fragments (``moof``).

Whatever is damaged so that it makes no sense raises ``struct.error``, ``LookupError`` or ``ValueError``.

Of fragments every sample's size, length and place is kept, so that an ordinary index can be written for
them; an ordinary index is only counted.
"""

import struct
from array import array
from dataclasses import dataclass, field

from capture.atoms import inside, swapped

_TICKS, _BYTES, _FLAGS, _COMPOSITION = 0x100, 0x200, 0x400, 0x800
_NO_KEY = 0x10000
"""The flag of a sample that cannot be decoded without those before it."""
_MOST_SAMPLES = 1 << 20
"""In one fragment; a second has some fifty."""


@dataclass(slots=True)
class Samples:
    """The samples of fragments. A chunk is what one fragment holds of one track, side by side."""

    sizes: "array[int]" = field(default_factory=lambda: array("I"))
    lengths: list[tuple[int, int]] = field(default_factory=list)
    """How many samples in a row are how many ticks long."""
    keys: "array[int]" = field(default_factory=lambda: array("I"))
    """Numbers, from 1, of the samples at which decoding may begin."""
    chunk_starts: "array[int]" = field(default_factory=lambda: array("Q"))
    """Where in the file each chunk begins."""
    chunk_samples: "array[int]" = field(default_factory=lambda: array("I"))
    """How many samples each chunk has."""

    def lasting(self, count: int, ticks: int) -> None:
        """So many more samples are so long."""
        if self.lengths and self.lengths[-1][1] == ticks:
            count += self.lengths.pop()[0]
        self.lengths.append((count, ticks))


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for a sample of which nothing else is said."""

    ticks: int = 0
    size: int = 0
    flags: int = 0


@dataclass(slots=True)
class Track:
    """What one track holds; ``kind`` is ``vide``, ``soun`` or another handler."""

    number: int = 0
    kind: str = ""
    timescale: int = 1
    description: bytes = b""
    """How the samples are encoded (``stsd``); pieces can be joined by copy only when it is equal."""
    samples: int = 0
    ticks: int = 0
    usual: Usual = Usual()
    table: Samples = field(default_factory=Samples)

    @property
    def length_s(self) -> float:
        """Length of all samples together, in seconds."""
        return self.ticks / self.timescale


def read_movie(movie: bytes) -> dict[int, Track]:
    """The tracks of an index, by their numbers."""
    tracks: dict[int, Track] = {}
    for kind, content in inside(movie):
        if kind == "trak":
            track = _read_track(dict(inside(content)))
            tracks[track.number] = track
        elif kind == "mvex":
            for _, usual in (item for item in inside(content) if item[0] == "trex"):
                number, _, *values = struct.unpack_from(">5I", usual, 4)
                tracks[number].usual = Usual(*values)
    return tracks


def read_fragment(start: int, head: bytes, tracks: dict[int, Track]) -> None:
    """Add the samples of a fragment; ``start`` is where its ``moof`` begins in the file."""
    for _, content in (item for item in inside(head) if item[0] == "traf"):
        track, usual = Track(), Usual()
        for kind, data in inside(content):
            if kind == "tfhd":
                track = tracks[struct.unpack_from(">I", data, 4)[0]]
                usual = _usual_here(data, track.usual)
            elif kind == "trun":
                _read_run(data, start, track, usual)


def _read_track(boxes: dict[str, bytes]) -> Track:
    media = dict(inside(boxes["mdia"]))
    table = dict(inside(dict(inside(media["minf"]))["stbl"]))
    track = Track(
        number=_after_dates(boxes["tkhd"]),
        kind=media["hdlr"][8:12].decode("latin-1"),
        timescale=_after_dates(media["mdhd"]),
        description=table["stsd"],
    )
    for count, ticks in struct.iter_unpack(">II", table["stts"][8:]):
        track.samples += count
        track.ticks += count * ticks
    return track


def _after_dates(content: bytes) -> int:
    return int(struct.unpack_from(">I", content, 20 if content[0] else 12)[0])


def _usual_here(head: bytes, usual: Usual) -> Usual:
    """What a track fragment's header (``tfhd``) says, else what the track does."""
    (flags,) = struct.unpack_from(">I", head)
    at = 8 + (8 if flags & 0x1 else 0) + (4 if flags & 0x2 else 0)
    values = [usual.ticks, usual.size, usual.flags]
    for place, given in enumerate((0x8, 0x10, 0x20)):
        if flags & given:
            (values[place],) = struct.unpack_from(">I", head, at)
            at += 4
    return Usual(*values)


def _read_run(data: bytes, start: int, track: Track, usual: Usual) -> None:
    """Add a row of samples (``trun``) that lie side by side."""
    flags, count = struct.unpack_from(">II", data)
    if count > _MOST_SAMPLES:
        raise ValueError(f"a fragment of {count} samples")
    at, offset, first_flags = 8, 0, usual.flags
    if flags & 0x1:
        (offset,) = struct.unpack_from(">i", data, at)
        at += 4
    if flags & 0x4:
        (first_flags,) = struct.unpack_from(">I", data, at)
        at += 4
    columns = _columns(data[at:], count, flags)
    sizes = columns.get(_BYTES, array("I", [usual.size]) * count)
    marks = columns.get(_FLAGS, array("I", [first_flags] + [usual.flags] * (count - 1)))
    table = track.table
    table.chunk_starts.append(start + offset)
    table.chunk_samples.append(count)
    table.sizes.extend(sizes)
    table.keys.extend(track.samples + n for n, mark in enumerate(marks, 1) if not mark & _NO_KEY)
    for ticks in columns.get(_TICKS, array("I", [usual.ticks]) * count):
        table.lasting(1, ticks)
        track.ticks += ticks
    track.samples += count


def _columns(data: bytes, count: int, flags: int) -> dict[int, "array[int]"]:
    """What is given for each sample: its length, size, flags and delay, as far as the run's flags say."""
    given = [one for one in (_TICKS, _BYTES, _FLAGS, _COMPOSITION) if flags & one]
    words = swapped(array("I", data[: 4 * count * len(given)]))
    return {one: words[place :: len(given)] for place, one in enumerate(given)}
