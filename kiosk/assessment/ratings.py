"""People's levels in place of the rules' where they differ. The rules' record itself is never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kiosk.assessment.answers import weighted
from kiosk.assessment.totals import scores
from kiosk.domain.assessment import AnswerScore, Assessment, CriterionScore, Rating
from kiosk.domain.ids import QuestionId
from kiosk.domain.rubric import LEVELS, Weights


def rated(assessment: Assessment, ratings: Sequence[Rating], weights: Weights) -> Assessment:
    """The assessment as people see it; of several ratings of one criterion the last counts.

    What the rules found stays beside it as evidence. Raises ``ValueError`` for a level that there is not.
    """
    if any(not 0 <= rating.level < LEVELS for rating in ratings):
        raise ValueError("a level is from 0 to 4")
    chosen = {(rating.question, rating.criterion): rating.level for rating in ratings}
    answers = tuple(_rated(answer, chosen) for answer in assessment.answers)
    return replace(assessment, answers=answers, scores=scores(answers, weights))


def overrides(assessment: Assessment, ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """The ratings that say something else than the rules do; each is worth a line in the log."""
    levels = {
        (answer.question, one.criterion): one.level
        for answer in assessment.answers
        for one in answer.criteria
    }
    return tuple(one for one in ratings if levels.get((one.question, one.criterion)) != one.level)


def _rated(answer: AnswerScore, chosen: Mapping[tuple[QuestionId, str], int]) -> AnswerScore:
    criteria = tuple(_level(one, chosen.get((answer.question, one.criterion))) for one in answer.criteria)
    score = weighted(criteria)
    return replace(
        answer, criteria=criteria, score=score, withheld=answer.withheld if score is None else None
    )


def _level(one: CriterionScore, level: int | None) -> CriterionScore:
    return one if level is None else replace(one, level=level, withheld=None)
