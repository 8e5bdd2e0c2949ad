"""How good a scorer is, on answers whose worth people have written down.

A folder holds one ``PACK.jsonl`` per pack, one case per line. A scorer is any function from a question, a
transcript and its language to a score, so that the rules and a model are held to the same cases.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, permutations
from pathlib import Path

from kiosk.assessment.agreement import weighted_kappa
from kiosk.assessment.answers import FULL_SCORE, score
from kiosk.assessment.transcripts import heard
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.plain import Plain, from_plain
from kiosk.domain.rubric import TOP_LEVEL
from kiosk.domain.transcript import Transcript, Word, typed

_WORD_S = 0.4


class CaseKind(StrEnum):
    """What a case is meant to show."""

    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    EMPTY = "empty"
    OFF_TOPIC = "off_topic"
    STUFFED = "stuffed"
    """A list of keywords."""
    NEGATED = "negated"
    """The right words, denied."""
    ECHO = "echo"
    """The question, said back."""
    OTHER_LANGUAGE = "other_language"
    NOISE = "noise"
    """As a speech recogniser writes it."""
    INJECTED = "injected"
    """With a part that talks to the scorer."""


@dataclass(frozen=True, slots=True)
class Case:
    """One answer and the level, 0 to 4, that a person gives it; ``None`` where no scorer should give one."""

    id: str
    kind: CaseKind
    question: str
    language: Language
    text: str
    level: int | None
    confidence: float | None = None
    like: str | None = None
    """The case that differs only in what it says to the scorer."""


Scorer = Callable[[Question, Transcript, Language], float | None]
"""From 0 to 100, or ``None`` when withheld."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scorer made of a case."""

    case: Case
    score: float | None

    @property
    def level(self) -> int | None:
        """The score as the nearest level."""
        return None if self.score is None else round(self.score * TOP_LEVEL / FULL_SCORE)


@dataclass(frozen=True, slots=True)
class EvalReport:
    """The figures of one scorer. Shares are from 0 to 1."""

    judged: tuple[Judged, ...]
    kappa: float
    """Agreement with the people's levels where both give one, quadratically weighted."""
    exact: float
    """Share of those with the very same level."""
    within_one: float
    """Share of those at most one level apart."""
    withheld_rightly: float
    """Share of the cases that should have no score and have none."""
    withheld_wrongly: float
    """Share of the cases that should have a score and have none."""
    in_order: float
    """Share of pairs of answers to one question in which the better one scores higher."""
    injection_change: float
    """The largest change of a score, 0 to 100, by talking to the scorer; withheld counts as 0."""


def evaluate(folder: Path, packs: Callable[[str], Pack], scorer: Scorer) -> EvalReport:
    """Hold a scorer to every case in the folder; ``packs`` finds a pack by its name.

    Raises ``NotPlainError`` or ``ValueError`` for a case that cannot be read.
    """
    files = sorted(folder.glob("*.jsonl"))
    return report([judged for file in files for judged in _judge(file, packs(file.stem), scorer)])


def rubric_scorer(question: Question, transcript: Transcript, language: Language) -> float | None:
    """The rules, as a scorer to be evaluated."""
    given = AnswerGiven(question.id, asked=True, outcome=Outcome.KEPT, transcript=transcript)
    return score(question, given, language).score


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file, in order."""
    for line in file.read_text("utf-8").splitlines():
        case: Plain = {"type": Case.__name__, **json.loads(line)}
        yield from_plain(Case, case)


def transcript_of(case: Case) -> Transcript:
    """The case as an answer that was typed, or heard with one confidence for every word."""
    version = typed(case.text, case.language)
    if case.confidence is not None:
        words = [
            Word(word.text, at * _WORD_S, (at + 1) * _WORD_S, case.confidence)
            for at, word in enumerate(version.words)
        ]
        version = heard(case.text, words, "case", case.language)
    return Transcript(QuestionId(case.question), 1, (version,))


def report(judged: Sequence[Judged]) -> EvalReport:
    """The figures."""
    both = [
        (one.level, one.case.level) for one in judged if one.level is not None and one.case.level is not None
    ]
    ours, theirs = [a for a, _ in both], [b for _, b in both]
    scored = [one.score is None for one in judged if one.case.level is not None]
    unscored = [one.score is None for one in judged if one.case.level is None]
    return EvalReport(
        judged=tuple(judged),
        kappa=weighted_kappa(ours, theirs),
        exact=_share([a == b for a, b in both]),
        within_one=_share([abs(a - b) <= 1 for a, b in both]),
        withheld_rightly=_share(unscored),
        withheld_wrongly=_share(scored),
        in_order=_share(list(_pairs_in_order(judged))),
        injection_change=max(_injection_changes(judged), default=0.0),
    )


def _judge(file: Path, pack: Pack, scorer: Scorer) -> Iterator[Judged]:
    questions = {question.id: question for question in pack.questions}
    for case in read_cases(file):
        transcript = transcript_of(case)
        yield Judged(case, scorer(questions[transcript.question], transcript, case.language))


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 0.0


def _pairs_in_order(judged: Sequence[Judged]) -> Iterator[bool]:
    def subject(one: Judged) -> tuple[str, str]:
        return one.case.question, one.case.language

    labelled = sorted((one for one in judged if one.case.level is not None), key=subject)
    for _, group in groupby(labelled, key=subject):
        for better, worse in permutations(group, 2):
            if (better.case.level or 0) > (worse.case.level or 0) + 1:
                yield (better.score or 0.0) > (worse.score or 0.0)


def _injection_changes(judged: Sequence[Judged]) -> Iterator[float]:
    scores = {one.case.id: one.score or 0.0 for one in judged}
    for one in judged:
        if one.case.like is not None:
            yield abs(scores[one.case.id] - scores[one.case.like])
