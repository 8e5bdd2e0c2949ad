"""Cues of a WebVTT track: short enough to read, broken where the speaker breaks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.transcript import Word

_LONGEST_LINE = 42
_LONGEST_TEXT = 2 * _LONGEST_LINE
_LONGEST_S = 6.0
_PAUSE_S = 0.8
_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A text from one second of the file to another."""

    start_s: float
    end_s: float
    text: str


def cues(words: Sequence[Word], offset_s: float = 0.0) -> tuple[Cue, ...]:
    """The words of an answer that begins ``offset_s`` into the recording."""
    return tuple(_cue(group, offset_s) for group in _groups(words))


def track(found: Iterable[Cue]) -> str:
    """A WebVTT file."""
    blocks = (
        f"{number}\n{_stamp(cue.start_s)} --> {_stamp(cue.end_s)}\n{_lines(cue.text)}\n"
        for number, cue in enumerate(found, start=1)
    )
    return "\n".join(("WEBVTT\n", *blocks))


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
    return too_long or word.start_s - group[-1].end_s > _PAUSE_S or group[-1].text.endswith(_ENDS)


def _cue(group: Sequence[Word], offset_s: float) -> Cue:
    text = " ".join(word.text for word in group)
    return Cue(round(offset_s + group[0].start_s, 3), round(offset_s + group[-1].end_s, 3), text)


def _stamp(seconds: float) -> str:
    whole_ms = round(seconds * 1000)
    minutes, ms = divmod(whole_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{ms / 1000:06.3f}"


def _lines(text: str) -> str:
    """In two lines where one is too long and two are enough; ``&gt;`` because an arrow would end the cue."""
    line = " ".join(text.split())
    middle = line.rfind(" ", 0, _LONGEST_LINE + 1)
    if _LONGEST_LINE < len(line) <= _LONGEST_TEXT and middle > 0:
        line = f"{line[:middle]}\n{line[middle + 1 :]}"
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
