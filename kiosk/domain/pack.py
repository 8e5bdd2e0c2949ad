"""A question pack: the ordered plan an interview follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.code import CodingTask
from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.rubric import EQUAL_WEIGHTS, Criterion, FollowUp, Weights

Language = str
"""A BCP 47 primary subtag, for example ``en`` or ``de``."""


class QuestionKind(StrEnum):
    """What sort of answer a question wants."""

    GENERAL = "general"
    BEHAVIOURAL = "behavioural"
    TECHNICAL = "technical"
    CODING = "coding"


class Difficulty(StrEnum):
    """How hard the pack's author judged a question to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


ASIDE_S = 120.0
"""Reading a question out, weighing a retake and trouble take no longer, for most people by far."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as the candidate meets it. Texts and problems are by language."""

    id: QuestionId
    kind: QuestionKind
    text: Mapping[Language, str]
    avatar: str
    answer_limit_s: float
    think_time_s: float = 0.0
    retakes: int = 0
    may_skip: bool = False
    keywords: tuple[str, ...] = ()
    difficulty: Difficulty = Difficulty.MEDIUM
    problem: Mapping[Language, str] | None = None
    """Problem statement in Markdown, kept with the session (S4)."""
    coding: CodingTask | None = None
    """What the candidate is to program; its statement is ``problem``."""
    rubric: tuple[Criterion, ...] = ()
    """How answers are judged; without it only people judge them."""
    followups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """An interview's plan: an unscored practice question and the questions in order."""

    id: PackId
    version: str
    title: Mapping[Language, str]
    languages: tuple[Language, ...]
    questions: tuple[Question, ...]
    practice: Question | None = None
    about_minutes: int = 10
    retention_days: int = 180
    notice: Mapping[Language, str] | None = None
    """What the organisation adds to the recording notice, in plain words."""
    weights: Weights = EQUAL_WEIGHTS

    @property
    def longest_s(self) -> float:
        """How long it takes somebody who uses all the time and every retake there is."""
        return sum(
            ASIDE_S + question.think_time_s + question.answer_limit_s * (1 + question.retakes)
            for question in self.questions
        )
