"""One criterion of one answer: signs looked for, signs found, and the level that follows.

The level is the share of the signs that were found: all of them are level 4, half of them level 2.
More evidence never lowers it, and saying a thing twice never raises it.
"""

from collections.abc import Mapping, Sequence

from kiosk.assessment.evidence import Answer, find, quote
from kiosk.assessment.measures import SIGNS_OF
from kiosk.assessment.terms import Span
from kiosk.domain.assessment import CodeResult, CriterionScore, Evidence, Withheld
from kiosk.domain.rubric import TOP_LEVEL, Criterion, Measure, Sign, Texts


def withheld(criterion: Criterion, language: str, why: Withheld) -> CriterionScore:
    """No level, and why."""
    title = in_language(criterion.title, language)
    return CriterionScore(criterion.id, title, criterion.dimension, criterion.weight, None, why, (), ())


def scored_speech(criterion: Criterion, answer: Answer) -> CriterionScore:
    """The level that what was said reaches."""
    language = answer.tongue.code
    signs = criterion.signs or SIGNS_OF.get(criterion.measure, ())
    places = _places(signs, answer)
    return CriterionScore(
        criterion=criterion.id,
        title=in_language(criterion.title, language),
        dimension=criterion.dimension,
        weight=criterion.weight,
        level=TOP_LEVEL * len(places) // len(signs),
        withheld=None,
        evidence=tuple(_evidence(sign, answer, places) for sign in signs if sign.id in places),
        missing=tuple(in_language(sign.title, language) for sign in signs if sign.id not in places),
    )


def scored_code(criterion: Criterion, code: CodeResult, language: str) -> CriterionScore:
    """The level that the code reaches."""
    level = TOP_LEVEL * code.passed // code.total if code.total else 0
    title = in_language(criterion.title, language)
    return CriterionScore(criterion.id, title, criterion.dimension, criterion.weight, level, None, (), ())


def in_language(texts: Texts, language: str) -> str:
    """The text in the language, or in the first there is."""
    return texts.get(language) or next(iter(texts.values()), "")


def judges_speech(criterion: Criterion) -> bool:
    """Whether the criterion looks at what was said."""
    return criterion.measure is not Measure.CODE


def judges_content(criterion: Criterion) -> bool:
    """Whether the criterion tells an answer to this question from one to another."""
    return criterion.measure is Measure.SIGNS


def _places(signs: Sequence[Sign], answer: Answer) -> dict[str, Span]:
    """Where each sign was found, by the sign's id."""
    places: dict[str, Span] = {}
    for sign in signs:
        span = find(answer, sign.terms.get(answer.tongue.code, ()), tuple(places.values()))
        if span is not None:
            places[sign.id] = span
    return places


def _evidence(sign: Sign, answer: Answer, places: Mapping[str, Span]) -> Evidence:
    return Evidence(sign.id, in_language(sign.title, answer.tongue.code), quote(answer, places[sign.id]))
