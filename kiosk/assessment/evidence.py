"""Which words of an answer count as evidence, and the quote that shows them.

Every rule looks at the words around one place only. So text that is no evidence, wherever it stands and
whatever it says, cannot change what other text is worth.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.assessment.sentences import echoes, extents, reaches, to_the_scorer
from kiosk.assessment.terms import Span, spans
from kiosk.assessment.tokens import Index, Token, tokenise
from kiosk.assessment.tongues import Tongue
from kiosk.domain.assessment import Quote
from kiosk.domain.transcript import Version

_SURELY_HEARD = 0.4
_NEGATION_REACH = 3
_AROUND = 6
_RUNNING = 0.2
"""The least share of function words around evidence; lists of keywords have none."""
_SHORTEST_QUOTE = 3
_CROWD_WORDS, _CROWD = 12, 2
"""Within so many words of a sentence no more than so many signs of one criterion count."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A transcript, taken apart."""

    version: Version
    text: str
    tongue: Tongue
    tokens: Sequence[Token]
    index: Index
    set_aside: frozenset[int]
    """Sentences that talk to the scorer."""
    repeated: frozenset[int]
    """Tokens that repeat the question."""
    unsure: frozenset[int]
    """Tokens that the speech recognition was not sure of."""


def take_apart(version: Version, question: str, tongue: Tongue) -> Answer:
    """Everything the rules need to know of an answer to this question."""
    text = version.text
    tokens = tokenise(text, tongue)
    places = word_starts(version)
    heard = [version.words[bisect_right(places, token.start) - 1].confidence for token in tokens]
    unsure = (at for at, confidence in enumerate(heard) if (confidence or 1.0) < _SURELY_HEARD)
    return Answer(
        version=version,
        text=text,
        tongue=tongue,
        tokens=tokens,
        index=Index(tokens),
        set_aside=to_the_scorer(text, tokens, tongue),
        repeated=echoes(tokens, question, tongue),
        unsure=frozenset(unsure),
    )


def find(answer: Answer, terms: Sequence[str], taken: Sequence[Span]) -> Span | None:
    """The earliest place where one of the terms counts and is not crowded by what is ``taken`` already."""
    places = sorted(
        span for term in terms for span in spans(term, answer.tongue, answer.tokens, answer.index)
    )
    return next(
        (span for span in places if _counts(answer, span) and not _crowded(answer, span, taken)), None
    )


def quote(answer: Answer, span: Span) -> Quote:
    """The clause around the words, verbatim, with its place in the text and in time."""
    first, last = _clause(answer.tokens, span)
    return quote_at(answer.version, answer.tokens[first].start, answer.tokens[last].end)


def quote_at(version: Version, start: int, end: int) -> Quote:
    """``text[start:end]`` and when it was said."""
    places = word_starts(version)
    first, last = bisect_right(places, start) - 1, bisect_right(places, end - 1) - 1
    words = version.words
    return Quote(version.text[start:end], start, end, words[first].start_s, words[last].end_s)


def quotes_set_aside(answer: Answer) -> tuple[Quote, ...]:
    """The sentences that no scorer reads."""
    places = extents(answer.tokens)
    return tuple(quote_at(answer.version, *places[number]) for number in sorted(answer.set_aside))


def readable(answer: Answer) -> str:
    """The answer without the sentences that talk to the scorer, as a model may read it."""
    pieces = reaches(answer.text, answer.tokens)
    return "".join(answer.text[slice(*at)] for number, at in pieces if number not in answer.set_aside).strip()


def verbatim(answer: Answer, text: str) -> Quote | None:
    """Where the answer says exactly this outside of what is set aside, or ``None``."""
    if len(text.split()) < _SHORTEST_QUOTE:
        return None
    start = answer.text.find(text)
    while start >= 0:
        end = start + len(text)
        if not _set_aside(answer, start, end) and _spoken(answer, start, end):
            return quote_at(answer.version, start, end)
        start = answer.text.find(text, start + 1)
    return None


def word_starts(version: Version) -> list[int]:
    """Where each word begins in the version's text."""
    starts, at = [], 0
    for word in version.words:
        starts.append(at)
        at += len(word.text) + 1
    return starts


def _set_aside(answer: Answer, start: int, end: int) -> bool:
    places = extents(answer.tokens)
    return any(places[number][0] < end and start < places[number][1] for number in answer.set_aside)


def _spoken(answer: Answer, start: int, end: int) -> bool:
    words = [token.folded for token in answer.tokens if start <= token.start and token.end <= end]
    return _runs(words, answer.tongue)


def _counts(answer: Answer, span: Span) -> bool:
    places = range(*span)
    if answer.tokens[span[0]].sentence in answer.set_aside or answer.unsure.intersection(places):
        return False
    if answer.repeated.issuperset(places):
        return False
    return not _negated(answer, span) and _running_speech(answer, span)


def _negated(answer: Answer, span: Span) -> bool:
    start, end = span
    clause = answer.tokens[start].clause
    around = list(range(max(0, start - _NEGATION_REACH), start))
    if answer.tongue.negates_behind:
        around += range(end, min(len(answer.tokens), end + _NEGATION_REACH))
    return any(_negates(answer, at) for at in around if answer.tokens[at].clause == clause)


def _negates(answer: Answer, at: int) -> bool:
    tokens, tongue = answer.tokens, answer.tongue
    taken_back = at + 1 < len(tokens) and tokens[at + 1].folded in tongue.only
    return tokens[at].folded in tongue.negations and not taken_back


def _running_speech(answer: Answer, span: Span) -> bool:
    sentence = answer.tokens[span[0]].sentence
    around = answer.tokens[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    words = [token.folded for token in around if token.sentence == sentence]
    return _runs(words, answer.tongue)


def _runs(words: Sequence[str], tongue: Tongue) -> bool:
    return sum(word in tongue.function_words for word in words) >= max(1, _RUNNING * len(words))


def _crowded(answer: Answer, span: Span, taken: Sequence[Span]) -> bool:
    if any(span[0] < other[1] and other[0] < span[1] for other in taken):
        return True
    sentence = answer.tokens[span[0]].sentence
    near = [other[0] for other in taken if answer.tokens[other[0]].sentence == sentence]
    starts = sorted([span[0], *near])
    windows = zip(starts, starts[_CROWD:], strict=False)
    return any(last - first < _CROWD_WORDS for first, last in windows)


def _clause(tokens: Sequence[Token], span: Span) -> Span:
    """The first and last token of the clauses that the span touches, at most some words around it."""
    start, end = span[0], span[1] - 1
    firsts = _while_same(tokens, start, -1)
    lasts = _while_same(tokens, end, 1)
    return min([start, *firsts]), max([end, *lasts])


def _while_same(tokens: Sequence[Token], at: int, step: int) -> Iterator[int]:
    clause = tokens[at].clause
    for distance in range(1, 2 * _AROUND):
        other = at + step * distance
        if not 0 <= other < len(tokens) or tokens[other].clause != clause:
            return
        yield other
