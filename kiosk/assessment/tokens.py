"""An answer as words that know where they stand."""

import re
from dataclasses import dataclass

from kiosk.assessment.tongues import Tongue, fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|\n")
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
