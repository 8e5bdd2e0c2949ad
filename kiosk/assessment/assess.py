"""The record: a whole session judged by rules, offline, the same from the same inputs for ever.

No model, no chance, no clock. It works where the candidate agreed that software may read the answers;
otherwise every score is withheld.
"""

from collections.abc import Iterator, Sequence

from kiosk.assessment import answers
from kiosk.assessment.digest import rubric_sha256, sha256
from kiosk.assessment.phrases import phrases
from kiosk.assessment.totals import scores
from kiosk.domain.assessment import AnswerGiven, AnswerScore, Assessment, AssessmentInputs, Scores, Withheld
from kiosk.domain.pack import Question

SCORER = "rubric 1"
"""Raise the number with any change of the rules that changes a score."""
_MOST_SUGGESTIONS = 3


def assess(inputs: AssessmentInputs) -> Assessment:
    """Every answer of the session judged, and the session as a whole."""
    given = {answer.question: answer for answer in inputs.answers}
    judged = tuple(_answer(question, given.get(question.id), inputs) for question in inputs.pack.questions)
    totals = scores(judged, inputs.pack.weights)
    return Assessment(
        session=inputs.session,
        language=inputs.language,
        scorer=SCORER,
        inputs_sha256=sha256(inputs),
        rubric_sha256=rubric_sha256(inputs.pack),
        answers=judged,
        scores=totals,
        summary=_summary(judged, totals, inputs.language),
        overall_feedback=" ".join(_feedback(judged, inputs.language)),
        recommendations=tuple(_recommendations(judged, inputs.language)),
        suggestions=_suggestions(judged),
    )


def _answer(question: Question, given: AnswerGiven | None, inputs: AssessmentInputs) -> AnswerScore:
    if not inputs.scoring.allows_software:
        return answers.withheld(question, Withheld.HUMAN_ONLY, inputs.language)
    if given is None:
        return answers.score(question, AnswerGiven(question.id, asked=False), inputs.language)
    return answers.score(question, given, _spoken_in(given, inputs))


def _spoken_in(given: AnswerGiven, inputs: AssessmentInputs) -> str:
    """Whoever changed the interview's language is judged by the one of each answer, if the pack has it."""
    said = given.transcript.latest.language if given.transcript else inputs.language
    return said if said in inputs.pack.languages else inputs.language


def _summary(judged: Sequence[AnswerScore], totals: Scores, language: str) -> str:
    words = phrases(language)
    count = sum(one.score is not None for one in judged)
    share = round(100 * totals.coverage)
    first = words.judged.format(judged=count, total=len(judged), coverage=share)
    if totals.overall is not None:
        return f"{first} {words.overall.format(overall=totals.overall)}"
    return f"{first} {words.no_overall.format(reason=words.reasons[totals.withheld or Withheld.TOO_LITTLE])}"


def _feedback(judged: Sequence[AnswerScore], language: str) -> Iterator[str]:
    words = phrases(language)
    levels = [one for answer in judged for one in answer.criteria if one.level is not None]
    if not levels:
        return
    best = max(levels, key=lambda one: one.level or 0)
    worst = min(levels, key=lambda one: one.level or 0)
    yield words.strongest.format(title=best.title)
    if best.level != worst.level:
        yield words.weakest.format(title=worst.title)


def _recommendations(judged: Sequence[AnswerScore], language: str) -> Iterator[str]:
    words = phrases(language)
    yield words.human
    for answer in judged:
        if answer.withheld not in (None, Withheld.NOT_ASKED):
            yield words.listen.format(question=answer.question, reason=words.reasons[answer.withheld])
        if answer.set_aside:
            yield words.set_aside.format(question=answer.question)


def _suggestions(judged: Sequence[AnswerScore]) -> tuple[str, ...]:
    """The suggestions that fit the most answers, first come first."""
    every = [suggestion for answer in judged for suggestion in answer.suggestions]
    return tuple(sorted(dict.fromkeys(every), key=lambda one: -every.count(one))[:_MOST_SUGGESTIONS])
