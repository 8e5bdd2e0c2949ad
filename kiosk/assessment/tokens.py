"""An answer as words that know where they stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from kiosk.assessment.tongues import Tongue, fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|\n")
_STEM = "~"
_CLAUSE_END = re.compile(r"[,;:.!?…()–—\n]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word at ``text[start:end]``."""

    folded: str
    stem: str
    start: int
    end: int
    sentence: int
    """Counts from 0."""
    clause: int
    """Counts from 0 over the whole text."""

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""
        return self.folded[0].isdigit()


class Index:
    """Where each word and each stem stands, so that a rubric's many terms need not look everywhere."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        places: dict[str, set[int]] = {}
        for at, token in enumerate(tokens):
            places.setdefault(token.folded, set()).add(at)
            places.setdefault(_STEM + token.stem, set()).add(at)
        self._places = places
        self._words = sorted({token.folded for token in tokens})

    def of(self, folded: str, stem: str) -> list[int]:
        """Where this word stands in any of its forms, in order."""
        return sorted(self._places.get(folded, set()) | self._places.get(_STEM + stem, set()))

    def beginning(self, folded: str) -> list[int]:
        """Where words stand that begin so, in order."""
        first = bisect_left(self._words, folded)
        fitting = takewhile(lambda word: word.startswith(folded), islice(self._words, first, None))
        return sorted(at for word in fitting for at in self._places[word])


def sentence_break(text: str, end: int, start: int) -> int:
    """Where the sentence begins whose first word is at ``start``, if the one before ends at ``end``."""
    found = _SENTENCE_END.search(text, end, start)
    return found.end() if found else start


def tokenise(text: str, tongue: Tongue) -> list[Token]:
    """The words of a text in order."""
    tokens: list[Token] = []
    sentence = clause = end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        if tokens and _SENTENCE_END.search(between):
            sentence += 1
        if tokens and _CLAUSE_END.search(between):
            clause += 1
        folded = fold(match[0])
        end = match.end()
        tokens.append(Token(folded, tongue.stem(folded), match.start(), end, sentence, clause))
    return tokens
