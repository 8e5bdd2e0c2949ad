"""Captions from the words of a transcript: short enough to read, broken where the speaker breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.transcript import Word

_LONGEST_LINE = 42
_LONGEST_TEXT = 2 * _LONGEST_LINE
_LONGEST_S = 6.0
_PAUSE_S = 0.8
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, in seconds of the recording."""

    start_s: float
    end_s: float
    text: str


def cues(words: Sequence[Word], offset_s: float = 0.0) -> tuple[Cue, ...]:
    """The captions of an answer that begins ``offset_s`` into the recording."""
    return tuple(_cue(group, offset_s) for group in _groups(words))


def webvtt(captions: Sequence[Cue]) -> str:
    """A WebVTT file."""
    blocks = [f"{_clock(cue.start_s)} --> {_clock(cue.end_s)}\n{_lines(cue.text)}\n" for cue in captions]
    return "\n".join(["WEBVTT\n", *blocks])


def _groups(words: Sequence[Word]) -> Iterator[list[Word]]:
    group: list[Word] = []
    for word in words:
        if group and _breaks(group, word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _breaks(group: list[Word], word: Word) -> bool:
    length = sum(len(one.text) + 1 for one in group) + len(word.text)
    too_long = length > _LONGEST_TEXT or word.end_s - group[0].start_s > _LONGEST_S
    return too_long or word.start_s - group[-1].end_s > _PAUSE_S or group[-1].text.endswith((".", "!", "?"))


def _cue(group: Sequence[Word], offset_s: float) -> Cue:
    text = " ".join(word.text for word in group)
    return Cue(offset_s + group[0].start_s, offset_s + group[-1].end_s, text)


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def _lines(text: str) -> str:
    """In two lines where one is too long, the first at most as long as the limit."""
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    if len(text) <= _LONGEST_LINE:
        return escaped
    middle = escaped.rfind(" ", 0, _LONGEST_LINE + 1)
    return f"{escaped[:middle]}\n{escaped[middle + 1 :]}" if middle > 0 else escaped
