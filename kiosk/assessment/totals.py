"""From the criteria of all answers to the scores of a session."""

from collections.abc import Iterator, Sequence

from kiosk.assessment.answers import weighted
from kiosk.domain.assessment import AnswerScore, CriterionScore, Scores, Withheld
from kiosk.domain.rubric import Dimension, Weights

_LEAST_COVERAGE = 0.5


def scores(answers: Sequence[AnswerScore], weights: Weights) -> Scores:
    """The four scores and their mean by the pack's weights; withheld when less than half was judged.

    A dimension without a judged criterion is absent: it neither helps nor harms.
    """
    judged = [one for answer in answers for one in answer.criteria]
    by_dimension = {dimension: weighted(list(_of(judged, dimension))) for dimension in Dimension}
    coverage = _coverage(judged)
    enough = coverage >= _LEAST_COVERAGE
    overall = _overall(by_dimension, weights) if enough else None
    return Scores(
        technical=by_dimension[Dimension.TECHNICAL],
        communication=by_dimension[Dimension.COMMUNICATION],
        problem_solving=by_dimension[Dimension.PROBLEM_SOLVING],
        values=by_dimension[Dimension.VALUES],
        overall=overall,
        withheld=None if overall is not None else _reason(answers, enough),
        coverage=round(coverage, 4),
    )


def _of(judged: Sequence[CriterionScore], dimension: Dimension) -> Iterator[CriterionScore]:
    return (one for one in judged if one.dimension is dimension)


def _coverage(judged: Sequence[CriterionScore]) -> float:
    total = sum(one.weight for one in judged)
    return sum(one.weight for one in judged if one.level is not None) / total if total else 0.0


def _overall(by_dimension: dict[Dimension, float | None], weights: Weights) -> float | None:
    present = {dimension: value for dimension, value in by_dimension.items() if value is not None}
    total = sum(weights.of(dimension) for dimension in present)
    if not total:
        return None
    return round(sum(weights.of(dimension) * value for dimension, value in present.items()) / total, 1)


def _reason(answers: Sequence[AnswerScore], enough: bool) -> Withheld:
    """The one reason all answers share, or that too little was judged."""
    reasons = {answer.withheld for answer in answers}
    if len(reasons) == 1 and (only := reasons.pop()) is not None:
        return only
    return Withheld.NO_RUBRIC if enough else Withheld.TOO_LITTLE
