"""The words by which a rubric recognises a sign, and where in an answer they stand.

A term is one or more words. ``*`` at the end of a word lets it go on (``organis*``), a lone ``…`` stands
for up to four words of the same sentence, a lone ``#`` for a number in digits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.assessment.tokens import Index, Token
from kiosk.assessment.tongues import Tongue, fold

_LONGEST_GAP = 4
_PART = re.compile(r"…|#|[^\W_]+(?:['’][^\W_]+)*\*?")

Span = tuple[int, int]
"""Indices of the first token and of the one after the last."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a term, or a gap."""

    folded: str
    stem: str
    prefix: bool = False
    number: bool = False

    @property
    def gap(self) -> bool:
        return not self.folded and not self.number

    def fits(self, token: Token) -> bool:
        if self.number:
            return token.number
        if self.prefix:
            return token.folded.startswith(self.folded)
        return token.folded == self.folded or token.stem == self.stem

    def places(self, tokens: Sequence[Token], index: Index) -> Sequence[int]:
        if self.number:
            return [at for at, token in enumerate(tokens) if token.number]
        return index.beginning(self.folded) if self.prefix else index.of(self.folded, self.stem)


def spans(term: str, tongue: Tongue, tokens: Sequence[Token], index: Index) -> Iterator[Span]:
    """Where the term stands among the tokens, of which ``index`` is the index, in order."""
    parts = _parts(term, tongue)
    for start in parts[0].places(tokens, index) if parts else ():
        end = _end(parts[1:], tokens, start + 1)
        if end is not None:
            yield start, end


def _end(parts: tuple[_Part, ...], tokens: Sequence[Token], at: int) -> int | None:
    """The index after the last token if the parts fit from ``at`` on, all in one sentence."""
    if not parts:
        return at
    if parts[0].gap:
        ends = (_end(parts[1:], tokens, at + skipped) for skipped in range(_LONGEST_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at >= len(tokens) or tokens[at].sentence != tokens[at - 1].sentence or not parts[0].fits(tokens[at]):
        return None
    return _end(parts[1:], tokens, at + 1)


@lru_cache(maxsize=20_000)
def _parts(term: str, tongue: Tongue) -> tuple[_Part, ...]:
    return tuple(_part(word, tongue) for word in _PART.findall(term))


def _part(word: str, tongue: Tongue) -> _Part:
    if word in "…#":
        return _Part("", "", number=word == "#")
    folded = fold(word.removesuffix("*"))
    return _Part(folded, tongue.stem(folded), prefix=word.endswith("*"))
