"""How selections and scores are spread: over interviews, questions and groups that people chose to name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.standing import FinalStatus


# --- what goes in --------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Held:
    """One interview that is over."""

    session: SessionId
    decision: FinalStatus
    overall: float | None
    """The rules' score, 0 to 100."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Category by attribute, for example ``{"sex": "female"}``; empty where nobody has said."""


@dataclass(frozen=True, slots=True)
class Met:
    """One candidate and one question."""

    question: QuestionId
    said_again: bool
    """It was read out more than once."""
    skipped: bool
    score: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A person's level for a criterion beside the rules'."""

    question: QuestionId
    level: int
    rules_level: int


@dataclass(frozen=True, slots=True)
class Pool:
    """All that a board is made of."""

    held: tuple[Held, ...]
    met: tuple[Met, ...]
    pairs: tuple[Pair, ...]
    texts: Mapping[QuestionId, str]


# --- what comes out ------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class QuestionFairness:
    """How a question did."""

    question: QuestionId
    text: str
    count: int
    said_again: float
    """Share of candidates, 0 to 1; so are the next two."""
    skipped: float
    low: float
    """Scored below ``LOW_SCORE``, of those with a score."""
    unclear: bool
    """Worth another look at its words."""
    pairs: int
    drift: float | None
    """People's levels less the rules', on average; ``None`` without pairs."""
    kappa: float | None
    """How well they agree, quadratic weights; 1 is always."""
    small: bool
    """Too few to say anything."""


@dataclass(frozen=True, slots=True)
class CategoryFairness:
    """One category of one attribute, or of two together, as New York City's Local Law 144 counts it."""

    category: str
    count: int
    selected: int
    selection_rate: float | None
    """Of those decided."""
    selection_ratio: float | None
    """Its rate over the rate of the most selected category."""
    scored: int
    scoring_rate: float | None
    """Share of scores above the sample's median."""
    scoring_ratio: float | None
    small: bool
    below_two_percent: bool
    """Such a category may be left out of the required calculations."""


@dataclass(frozen=True, slots=True)
class GroupFairness:
    """All categories of an attribute; ``unknown`` people did not say."""

    attribute: str
    unknown: int
    median: float | None
    categories: tuple[CategoryFairness, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the fairness board shows."""

    interviews: int
    passed: int
    failed: int
    undecided: int
    scores: tuple[int, ...]
    """How many interviews have a score in 0-9, 10-19, … 90-100."""
    passed_scores: tuple[int, ...]
    """The same of those that were passed."""
    questions: tuple[QuestionFairness, ...]
    groups: tuple[GroupFairness, ...]
