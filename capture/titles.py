"""The title of an MP4 and its chapters: what is said of them in the index, and the texts outside of it.

Chapters are told twice: as a track of texts, which Apple's players read, and as a list, which others do.
"""

import struct
from dataclasses import dataclass

from capture.atoms import box, words
from kiosk.domain.recording import Chapter

PER_S = 1000
"""The unit of time of a file as a whole."""
_MOST, _LONGEST = 255, 255
"""Chapters in the list, and bytes in a name."""
_UPRIGHT = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_SAME_FILE = box("dinf", box("dref", words(0, 1), box("url ", words(1))))
_UTF8 = box("encd", words(0x100))
_FONT = box("ftab", b"\0\1\0\1\0")
_KIND_OF_TEXT = box("text", bytes(7), b"\1", words(1), bytes(14 + 5), b"\1", bytes(6), _FONT)
_NOT_SHOWN = 2
_UNDETERMINED = 0x55C4 << 16
"""The language, as an MP4 says it."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What the file says of itself."""

    title: str
    started_wall: str
    """ISO 8601, UTC."""
    length_s: float
    chapters: tuple[Chapter, ...]

    @property
    def texts(self) -> bytes:
        """The samples of the track of chapters."""
        return b"".join(map(_text, self.chapters))


def title(titles: Titles) -> bytes:
    """The title, where players look for it (``meta``)."""
    handler = box("hdlr", words(0, 0), b"mdirappl", bytes(9))
    name = box("©nam", box("data", words(1, 0), titles.title.encode()))
    return box("meta", words(0), handler, box("ilst", name))


def chapter_list(titles: Titles) -> bytes:
    """Where each chapter begins, and its name (``chpl``)."""
    named = [(round(chapter.start_s * 10**7), _short(chapter.title)) for chapter in titles.chapters[:_MOST]]
    entries = (struct.pack(">QB", start, len(name)) + name for start, name in named)
    return box("chpl", words(1 << 24, 0), bytes([len(named)]), *entries) if named else b""


def chapter_track(number: int, titles: Titles, texts_start: int) -> bytes:
    """The track of texts (``trak``); where the first chapter begins late, so does the track."""
    chapters = titles.chapters
    lengths = [round(chapter.end_s * PER_S) - round(chapter.start_s * PER_S) for chapter in chapters]
    late, total = round(chapters[0].start_s * PER_S), sum(lengths)
    edits = [struct.pack(">IiI", late, -1, 1 << 16)] if late else []
    edits.append(struct.pack(">IiI", total, 0, 1 << 16))
    return box(
        "trak",
        box("tkhd", words(_NOT_SHOWN, 0, 0, number, 0, late + total, 0, 0, 0, 0), _UPRIGHT, words(0, 0)),
        box("edts", box("elst", words(0, len(edits)), *edits)),
        box(
            "mdia",
            box("mdhd", words(0, 0, 0, PER_S, total, _UNDETERMINED)),
            box("hdlr", words(0, 0), b"text", bytes(12), b"Chapters\0"),
            box("minf", _text_head(), _SAME_FILE, _table(lengths, chapters, texts_start)),
        ),
    )


def _text_head() -> bytes:
    return box("gmhd", box("gmin", words(0, 0x408000, 0x80008000, 0)), box("text", _UPRIGHT))


def _table(lengths: list[int], chapters: tuple[Chapter, ...], texts_start: int) -> bytes:
    """All texts side by side in one chunk."""
    sizes = [len(_text(chapter)) for chapter in chapters]
    return box(
        "stbl",
        box("stsd", words(0, 1), _KIND_OF_TEXT),
        box("stts", words(0, len(lengths)), *(words(1, length) for length in lengths)),
        box("stsc", words(0, 1, 1, len(sizes), 1)),
        box("stsz", words(0, 0, len(sizes)), words(*sizes)),
        box("stco", words(0, 1, texts_start)),
    )


def _text(chapter: Chapter) -> bytes:
    name = _short(chapter.title)
    return struct.pack(">H", len(name)) + name + _UTF8


def _short(name: str) -> bytes:
    """As many whole letters as there is room for."""
    return name.encode()[:_LONGEST].decode(errors="ignore").encode()
