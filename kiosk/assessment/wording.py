"""What a model may ask: one plain question, about a criterion of the pack, and nothing the law forbids.

Everything here is rules. A refusal costs nothing, for the pack's own follow-up is asked then; so they are
strict.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kiosk.assessment.criteria import in_language, judges_speech
from kiosk.assessment.measures import SIGNS_OF
from kiosk.assessment.sentences import echoes, to_the_scorer
from kiosk.assessment.terms import spans
from kiosk.assessment.tokens import Index, Token, tokenise
from kiosk.assessment.tongues import Tongue, likeliest
from kiosk.assessment.unlawful import UNLAWFUL
from kiosk.domain.pack import Question
from kiosk.domain.rubric import Criterion
from kiosk.domain.transcript import Version
from kiosk.domain.wording import Unworded

LONGEST_LETTERS = 200
MOST_WORDS = 35
_LINK = re.compile(r"\w[.:]\w|www|https?", re.IGNORECASE)
_MARKS = frozenset('<>{}[]()|\\/`*_#@=~^$%&+"')


def asked_about(question: Question) -> tuple[Criterion, ...]:
    """The criteria that more words could meet."""
    return tuple(criterion for criterion in question.rubric if judges_speech(criterion))


def unfit(question: Question, said: Version, known: Tongue) -> Unworded | None:
    """Why no model may be shown the answer for this, or ``None``."""
    if not asked_about(question):
        return Unworded.NO_RUBRIC
    tokens = tokenise(said.text, known)
    if likeliest([token.folded for token in tokens]) not in (None, known.code):
        return Unworded.LANGUAGE
    return Unworded.TALKS_TO_US if to_the_scorer(said.text, tokens, known) else None


def refusal(text: str, criterion: str, question: Question, said: Version, known: Tongue) -> Unworded | None:
    """Why this is not asked, or ``None``: the first reason that holds."""
    tokens = tokenise(text, known)
    return (
        _form(text, tokens)
        or _content(text, tokens, known)
        or (Unworded.DICTATED if echoes(tokens, said.text, known) else None)
        or (None if _within(criterion, question, tokens, known) else Unworded.OFF_RUBRIC)
    )


def _form(text: str, tokens: Sequence[Token]) -> Unworded | None:
    if len(text) > LONGEST_LETTERS or len(tokens) > MOST_WORDS:
        return Unworded.TOO_LONG
    if not text.isprintable() or _MARKS.intersection(text) or _LINK.search(text):
        return Unworded.NOT_PLAIN
    return None if text.endswith("?") and text.count("?") == 1 and tokens else Unworded.NO_QUESTION


def _content(text: str, tokens: Sequence[Token], known: Tongue) -> Unworded | None:
    if likeliest([token.folded for token in tokens]) not in (None, known.code):
        return Unworded.LANGUAGE
    if to_the_scorer(text, tokens, known):
        return Unworded.TALKS_TO_US
    return Unworded.UNLAWFUL if _holds(UNLAWFUL[known.code], tokens, known) else None


def _within(criterion: str, question: Question, tokens: Sequence[Token], known: Tongue) -> bool:
    """Whether it uses a word by which the criterion is known."""
    named = (one for one in asked_about(question) if one.id == criterion)
    return any(_holds(_words_of(one, known), tokens, known) for one in named)


def _words_of(criterion: Criterion, known: Tongue) -> Iterator[str]:
    signs = criterion.signs or SIGNS_OF.get(criterion.measure, ())
    titles = (criterion.title, *(sign.title for sign in signs))
    words = (tokenise(in_language(title, known.code), known) for title in titles)
    for token in chain.from_iterable(words):
        if token.folded not in known.function_words:
            yield token.folded
    for sign in signs:
        yield from sign.terms.get(known.code, ())


def _holds(terms: Iterable[str], tokens: Sequence[Token], known: Tongue) -> bool:
    index = Index(tokens)
    return any(True for term in terms for _ in spans(term, known, tokens, index))
