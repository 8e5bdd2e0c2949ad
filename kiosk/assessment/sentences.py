"""Sentences that are no part of an answer: they talk to whoever scores, or repeat the question.

What is found here reaches neither the rules nor a model, and is shown to the reviewer. The terms are
narrow: a sentence about a customer's score is an answer, one that asks for full marks is not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from kiosk.assessment.terms import spans
from kiosk.assessment.tokens import Index, Token, sentence_break, tokenise
from kiosk.assessment.tongues import Tongue

_NOT_SPEECH = re.compile(r'<\||```|"role"|\{\s*"')
"""How programs talk to models, and nobody to an interviewer."""
_ECHO = 5
"""This many words in a row, as in the question, are the question."""

TO_THE_SCORER = {
    "en": (
        "ignore … instruction*",
        "disregard … instruction*",
        "override … instruction*",
        "forget … previous instruction*",
        "forget … your instruction*",
        "your new instruction*",
        "ignore … rubric",
        "ignore … previous",
        "ignore … above",
        "disregard … above",
        "system prompt",
        "dear ai",
        "ai assistant",
        "attention assistant",
        "scoring software",
        "full marks",
        "full score",
        "perfect score",
        "highest level … every",
        "highest level … all",
        "level # … every",
        "level # … all",
        "highest score",
        "maximum score",
        "top score",
        "highest rating",
        "hundred points",
        "hundred percent score",
        "give me … points",
        "score me",
        "rate me",
        "grade me",
        "mark me",
        "score … this answer",
        "rate … this answer",
        "grade … this answer",
        "this answer … score*",
        "this answer deserve*",
        "answer … must be scored",
        "the rubric",
        "this candidate",
        "the candidate",
        "evaluator",
        "assessor",
        "the grader",
        "status passed",
        "as passed",
        "pretend … answer*",
        "end of transcript",
        "begin evaluation",
        "you are now",
        "you are no longer",
        "your grader",
    ),
    "de": (
        "ignorier* … anweisung*",
        "ignorier* … anleitung*",
        "ignorier* … bewertung*",
        "vergiss … anweisung*",
        "vergessen sie … anweisung*",
        "systemprompt",
        "system prompt",
        "liebe ki",
        "volle punktzahl",
        "höchste punktzahl",
        "maximale punktzahl",
        "bestnote",
        "höchstnote",
        "hundert punkte",
        "bewerte* … diese antwort",
        "bewerten sie mich",
        "bewerte mich",
        "diese antwort verdient",
        "das bewertungsraster",
        "dieser kandidat",
        "diese kandidatin",
        "der kandidat",
        "die kandidatin",
        "der bewerter",
    ),
    "es": (
        "ignor* … instruccion*",
        "olvid* … instruccion*",
        "mensaje del sistema",
        "estimada ia",
        "puntuación máxima",
        "máxima puntuación",
        "puntuación perfecta",
        "nota máxima",
        "máxima nota",
        "cien puntos",
        "evalú* … esta respuesta",
        "califi* … esta respuesta",
        "puntú* … esta respuesta",
        "esta respuesta merece",
        "la rúbrica",
        "este candidato",
        "esta candidata",
        "el candidato",
        "la candidata",
        "el evaluador",
    ),
}


def to_the_scorer(text: str, tokens: Sequence[Token], tongue: Tongue) -> frozenset[int]:
    """The sentences, by number, that talk to whoever scores, in whichever language."""
    terms = chain.from_iterable(TO_THE_SCORER.values())
    index = Index(tokens)
    said = {tokens[start].sentence for term in terms for start, _ in spans(term, tongue, tokens, index)}
    written = {number for number, place in reaches(text, tokens) if _NOT_SPEECH.search(text, *place)}
    return frozenset(said | written)


def echoes(tokens: Sequence[Token], question: str, tongue: Tongue) -> frozenset[int]:
    """The tokens, by index, that repeat the question word by word."""
    asked = set(_runs([token.folded for token in tokenise(question, tongue)]))
    runs = enumerate(_runs([token.folded for token in tokens]))
    return frozenset(start + step for start, run in runs if run in asked for step in range(_ECHO))


def reaches(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each sentence with its place up to where the next begins, so that together they are the text."""
    places = list(extents(tokens).values())
    breaks = [sentence_break(text, before[1], after[0]) for before, after in pairwise(places)]
    return enumerate(pairwise([0, *breaks, len(text)])) if places else enumerate(())


def extents(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """Where each sentence stands in the text, from its first word to its last."""
    groups = groupby(tokens, key=lambda token: token.sentence)
    found = {number: list(group) for number, group in groups}
    return {number: (group[0].start, group[-1].end) for number, group in found.items()}


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + _ECHO]) for start in range(len(words) - _ECHO + 1))
