"""Making a version of a transcript: from what an engine heard."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from kiosk.assessment.tongues import fold
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Origin, Version, Word


def heard(text: str, words: Sequence[Word], engine: str, language: Language) -> Version:
    """What an engine heard: its text as a person would read it, with the times of its words.

    Engines spell a word in the text and in the list of times differently, or leave one out; words that
    are only in the text get the time between their neighbours and no confidence.
    """
    return Version(Origin.RECOGNISED, engine, language, _timed(text.split() or _texts(words), words))


def _texts(words: Sequence[Word]) -> list[str]:
    return [text for word in words for text in word.text.split()]


def _timed(texts: Sequence[str], known: Sequence[Word]) -> tuple[Word, ...]:
    """The texts with the times of the known words that they match, in order."""
    matcher = SequenceMatcher(None, [_key(word.text) for word in known], list(map(_key, texts)), False)
    timed: list[Word] = []
    for same, first, last, start, end in matcher.get_opcodes():
        if same == "equal":
            pairs = zip(known[first:last], texts[start:end], strict=True)
            timed += (replace(word, text=text) for word, text in pairs)
        else:
            timed += _spread(texts[start:end], *_room(known, first, last))
    return tuple(timed)


def _key(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _room(known: Sequence[Word], first: int, last: int) -> tuple[float, float]:
    """When known words ``first`` to ``last`` (exclusive) were said, or what lies between their neighbours."""
    if first < last:
        return known[first].start_s, known[last - 1].end_s
    before = known[first - 1].end_s if first else 0.0
    after = known[first].start_s if first < len(known) else before
    return before, max(before, after)


def _spread(texts: Sequence[str], start_s: float, end_s: float) -> Iterator[Word]:
    step = (end_s - start_s) / max(1, len(texts))
    for index, text in enumerate(texts):
        yield Word(text, start_s + index * step, start_s + (index + 1) * step)
