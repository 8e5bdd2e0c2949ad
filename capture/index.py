"""The index (``moov``) of an ordinary MP4, written for samples that were recorded in fragments.

What the encoder said of each track when the recording began is kept; the lists of samples, the lengths,
the title and the chapters are ours.
"""

from array import array
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from capture.atoms import big_endian, box, inside, patched, words
from capture.titles import PER_S, Titles, chapter_list, chapter_track, title
from capture.tracks import Track

_SINCE_1904_S = 2_082_844_800


def index_box(movie: bytes, tracks: Iterable[Track], titles: Titles, texts_start: int) -> bytes:
    """The whole box, for the tracks up to the length that the titles say.

    ``movie`` is the content of the recording's own index, which lists no samples; ``texts_start`` is where
    in the file ``titles.texts`` will lie, and does not change the size of the box.
    """
    known = {track.number: track for track in tracks}
    another = max(known) + 1
    content = []
    for kind, inner in inside(movie):
        if kind == "mvhd":
            content.append(box("mvhd", _head(inner, titles, another + 1)))
        elif kind == "trak":
            boxes = dict(inside(inner))
            number = int.from_bytes(boxes["tkhd"][12:16], "big")
            chapters = box("tref", box("chap", words(another))) if titles.chapters else b""
            content.append(_track(boxes, known[number], titles.length_s, chapters))
    if titles.chapters:
        content.append(chapter_track(another, titles, texts_start))
    return box("moov", *content, box("udta", title(titles), chapter_list(titles)))


def _head(content: bytes, titles: Titles, next_track: int) -> bytes:
    began = round(datetime.fromisoformat(titles.started_wall).timestamp()) + _SINCE_1904_S
    head = patched(content, 4, began, began, PER_S, round(titles.length_s * PER_S))
    return patched(head, len(head) - 4, next_track)


def _track(boxes: dict[str, bytes], track: Track, length_s: float, refers: bytes) -> bytes:
    lengths = _until(round(length_s * track.timescale), track.table.lengths)
    ticks = sum(count * each for count, each in lengths)
    media = dict(inside(boxes["mdia"]))
    told = (box(kind, inner) for kind, inner in inside(media["minf"]) if kind != "stbl")
    return box(
        "trak",
        box("tkhd", patched(boxes["tkhd"], 20, round(ticks / track.timescale * PER_S))),
        refers,
        box(
            "mdia",
            box("mdhd", patched(media["mdhd"], 16, ticks)),
            box("hdlr", media["hdlr"]),
            box("minf", *told, _table(track, lengths)),
        ),
    )


def _until(end: int, lengths: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The samples that begin before the end."""
    kept: list[tuple[int, int]] = []
    at = 0
    for count, ticks in lengths:
        fitting = min(count, max(0, -((at - end) // max(1, ticks))))
        kept += [(fitting, ticks)] if fitting else []
        at += count * ticks
    return kept


def _table(track: Track, lengths: list[tuple[int, int]]) -> bytes:
    """All that is said of a track's samples (``stbl``)."""
    samples = track.table
    count = sum(number for number, _ in lengths)
    keys = array("I", (key for key in samples.keys if key <= count))
    chunks = _chunks(samples.chunk_samples, count)
    return box(
        "stbl",
        box("stsd", track.description),
        box("stts", words(0, len(lengths)), *(words(*pair) for pair in lengths)),
        box("stss", words(0, len(keys)), big_endian(keys)) if len(keys) < count else b"",
        _chunk_sizes(chunks),
        box("stsz", words(0, 0, count), big_endian(samples.sizes[:count])),
        _chunk_starts(samples.chunk_starts[: len(chunks)]),
    )


def _chunks(sizes: Iterable[int], count: int) -> list[int]:
    """How many samples each chunk has when there are so many in all."""
    chunks = []
    for size in sizes:
        if count <= 0:
            break
        chunks.append(min(size, count))
        count -= size
    return chunks


def _chunk_sizes(chunks: list[int]) -> bytes:
    """Each first chunk of a row of equal ones, and its number of samples."""
    rows = [next(row) for _, row in groupby(enumerate(chunks, 1), key=lambda item: item[1])]
    return box("stsc", words(0, len(rows)), *(words(number, size, 1) for number, size in rows))


def _chunk_starts(starts: "array[int]") -> bytes:
    if starts and starts[-1] >= 1 << 32:
        return box("co64", words(0, len(starts)), big_endian(starts))
    return box("stco", words(0, len(starts)), big_endian(array("I", starts)))
