"""How an answer is judged: what to look for, how much it weighs, what each level means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LEVELS = 5
"""A criterion has levels 0 to 4."""
TOP_LEVEL = LEVELS - 1

Texts = Mapping[str, str]
"""One text per language."""
Lists = Mapping[str, tuple[str, ...]]
"""Several texts per language."""


class Dimension(StrEnum):
    """What a criterion says something about; one score from 0 to 100 each."""

    TECHNICAL = "technical"
    COMMUNICATION = "communication"
    PROBLEM_SOLVING = "problem_solving"
    VALUES = "values"
    """Only what the pack's author wrote down as the organisation's values; never “fit” in general."""


class Measure(StrEnum):
    """Where a criterion's level comes from."""

    SIGNS = "signs"
    """From the criterion's own signs, in what was said."""
    STRUCTURE = "structure"
    """From signs every answer can show: a beginning, an order, reasons, an end."""
    DETAIL = "detail"
    """From signs every answer can show: own actions, figures, people, examples."""
    CODE = "code"
    """From the share of hidden examples that the last submission passed."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing a good answer mentions, and the words by which it is recognised.

    In a term, ``*`` ends a word that may go on, ``…`` stands for up to four words, ``#`` for a number.
    """

    id: str
    title: Texts
    """A few words that complete “say more about …”."""
    terms: Lists


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing answers to a question are judged by."""

    id: str
    title: Texts
    dimension: Dimension
    weight: float = 1.0
    measure: Measure = Measure.SIGNS
    signs: tuple[Sign, ...] = ()
    anchors: Lists = field(default_factory=dict)
    """What each level means, for the people who rate: five texts per language, level 0 first."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each dimension counts in the overall score; only their proportions matter."""

    technical: float = 1.0
    communication: float = 1.0
    problem_solving: float = 1.0
    values: float = 1.0

    def of(self, dimension: Dimension) -> float:
        """The weight of one dimension."""
        return {
            Dimension.TECHNICAL: self.technical,
            Dimension.COMMUNICATION: self.communication,
            Dimension.PROBLEM_SOLVING: self.problem_solving,
            Dimension.VALUES: self.values,
        }[dimension]


EQUAL_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A further question for an answer that is very short or misses the point; at most one is asked."""

    id: str
    text: Texts
    min_words: int = 0
    """Asked when the answer has fewer words than this."""
    missing: Lists = field(default_factory=dict)
    """Asked when none of these terms was said."""
