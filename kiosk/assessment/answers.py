"""One answer under the rubric: whether it can be judged at all, its criteria, its score."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.assessment import criteria
from kiosk.assessment.evidence import Answer, quotes_set_aside, take_apart
from kiosk.assessment.phrases import phrases
from kiosk.assessment.tongues import likeliest, tongue
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven, AnswerScore, CodeResult, CriterionScore, Withheld
from kiosk.domain.pack import Question
from kiosk.domain.rubric import TOP_LEVEL
from kiosk.domain.transcript import Origin, Version

FULL_SCORE = 100.0
_FEWEST_WORDS = 3
_WORDS_THAT_TELL = 5
_CLEARLY_MORE = 1.5
_LEAST_CONFIDENCE = 0.6
_LEAST_RECOGNISED = 50.0
_MOST_SUGGESTIONS = 2


def score(question: Question, given: AnswerGiven, language: str) -> AnswerScore:
    """The score of one answer, or why it has none."""
    answer = _answer(question, given.transcript.latest if given.transcript else None, language)
    judged = tuple(_judged(question, given, answer, language))
    reason = None if any(one.level is not None for one in judged) else _reason(judged)
    return AnswerScore(
        question=question.id,
        score=weighted(judged),
        withheld=reason,
        criteria=judged,
        analysis=_analysis(judged, reason, given.code, language),
        suggestions=() if reason else _suggestions(judged, language),
        set_aside=quotes_set_aside(answer) if answer else (),
    )


def withheld(question: Question, why: Withheld, language: str) -> AnswerScore:
    """No score for any criterion of the question, for one reason."""
    judged = tuple(criteria.withheld(criterion, language, why) for criterion in question.rubric)
    return AnswerScore(question.id, None, why, judged, _analysis((), why, None, language), (), ())


def weighted(judged: Sequence[CriterionScore]) -> float | None:
    """The mean of the levels by weight, from 0 to 100, to one decimal; ``None`` when there is none."""
    levels = [(one.weight, one.level) for one in judged if one.level is not None]
    total = sum(weight for weight, _ in levels)
    if not total:
        return None
    return round(FULL_SCORE / TOP_LEVEL * sum(weight * level for weight, level in levels) / total, 1)


def _answer(question: Question, version: Version | None, language: str) -> Answer | None:
    known = tongue(language)
    if version is None or known is None:
        return None
    return take_apart(version, criteria.in_language(question.text, language), known)


def _judged(
    question: Question, given: AnswerGiven, answer: Answer | None, language: str
) -> Iterator[CriterionScore]:
    speech = [one for one in question.rubric if criteria.judges_speech(one)]
    why = _not_judged(given, answer, language)
    if why is None and answer is not None:
        levels = {one.id: criteria.scored_speech(one, answer) for one in speech}
        content = [levels[one.id] for one in speech if criteria.judges_content(one)]
        why = _unrecognised(content)
    for criterion in question.rubric:
        if not criteria.judges_speech(criterion) and given.code:
            yield criteria.scored_code(criterion, given.code, language)
        elif not criteria.judges_speech(criterion):
            never = Withheld.NOT_ANSWERED if given.asked else Withheld.NOT_ASKED
            yield criteria.withheld(criterion, language, never)
        elif why is None:
            yield levels[criterion.id]
        elif why is Withheld.LITTLE_FOUND:
            yield replace(levels[criterion.id], level=None, withheld=why)
        else:
            yield criteria.withheld(criterion, language, why)


def _unrecognised(content: Sequence[CriterionScore]) -> Withheld | None:
    """Why levels would be guesses, or ``None``: rules can see that a thing was said, not that it was not."""
    if not any(one.evidence for one in content):
        return Withheld.NOT_SCORABLE if content else None
    return Withheld.LITTLE_FOUND if (weighted(content) or 0.0) < _LEAST_RECOGNISED else None


def _not_judged(given: AnswerGiven, answer: Answer | None, language: str) -> Withheld | None:
    """Why what was said cannot be judged, or ``None``."""
    if not given.asked:
        return Withheld.NOT_ASKED
    if given.outcome in (None, Outcome.SKIPPED, Outcome.DISCARDED):
        return Withheld.NOT_ANSWERED
    if given.transcript is None:
        return Withheld.NOT_TRANSCRIBED
    if answer is None:
        return Withheld.NOT_SCORABLE
    if len(_own_words(answer)) < _FEWEST_WORDS:
        return Withheld.NOT_ANSWERED
    if not _well_heard(answer.version):
        return Withheld.LOW_CONFIDENCE
    return None if _in_language(answer, language) else Withheld.OTHER_LANGUAGE


def _well_heard(version: Version) -> bool:
    confidence = version.confidence
    return version.origin is not Origin.ROUGH and (confidence is None or confidence >= _LEAST_CONFIDENCE)


def _in_language(answer: Answer, language: str) -> bool:
    words = _own_words(answer)
    if answer.version.language != language:
        return False
    other = tongue(likeliest(words) or language)
    if len(words) < _WORDS_THAT_TELL or other is None:
        return True
    own = sum(word in answer.tongue.function_words for word in words)
    return sum(word in other.function_words for word in words) <= _CLEARLY_MORE * own


def _own_words(answer: Answer) -> list[str]:
    return [token.folded for token in answer.tokens if token.sentence not in answer.set_aside]


def _reason(judged: Sequence[CriterionScore]) -> Withheld:
    return next((one.withheld for one in judged if one.withheld), Withheld.NO_RUBRIC)


def _analysis(
    judged: Sequence[CriterionScore], reason: Withheld | None, code: CodeResult | None, language: str
) -> str:
    words = phrases(language)
    if reason is not None:
        return words.no_score.format(reason=words.reasons[reason])
    return " ".join(_sentence(one, code, language) for one in judged if one.level is not None)


def _sentence(one: CriterionScore, code: CodeResult | None, language: str) -> str:
    words = phrases(language)
    if code and not one.evidence and not one.missing:
        return words.code.format(title=one.title, level=one.level, passed=code.passed, total=code.total)
    missing = " " + words.missing.format(signs=", ".join(one.missing)) if one.missing else ""
    if not one.evidence:
        return words.nothing.format(title=one.title)
    heard = ", ".join(f"{piece.title} (“{piece.quote.text}”)" for piece in one.evidence)
    return words.found.format(title=one.title, level=one.level, signs=heard) + missing


def _suggestions(judged: Sequence[CriterionScore], language: str) -> tuple[str, ...]:
    """What to say more about, the heaviest criterion first."""
    heaviest = sorted((one for one in judged if one.missing), key=lambda one: -one.weight)
    missing = dict.fromkeys(sign for one in heaviest for sign in one.missing)
    return tuple(phrases(language).say_more.format(sign=sign) for sign in list(missing)[:_MOST_SUGGESTIONS])
