"""What answers are worth, and why: scores that point at words, or say why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.answer import Outcome
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Language, Pack
from kiosk.domain.rubric import Dimension
from kiosk.domain.transcript import Transcript


class Withheld(StrEnum):
    """Why there is no score: it is left out rather than guessed."""

    HUMAN_ONLY = "human_only"
    """The candidate chose people only."""
    NO_RUBRIC = "no_rubric"
    """The pack does not say how this question is judged."""
    NOT_ASKED = "not_asked"
    NOT_ANSWERED = "not_answered"
    NOT_TRANSCRIBED = "not_transcribed"
    """There is no transcript of the answer."""
    LOW_CONFIDENCE = "low_confidence"
    """The speech recognition was too unsure of what it heard."""
    OTHER_LANGUAGE = "other_language"
    NOT_SCORABLE = "not_scorable"
    """Nothing in the answer has to do with the question, as far as the scorer can tell."""
    LITTLE_FOUND = "little_found"
    """The rules recognised less than half of what the question asks for: a thin answer, or unusual words."""
    TOO_LITTLE = "too_little"
    """Less than half of what would be judged could be."""
    UNPROVEN = "unproven"
    """A quote that was to prove it is not in the answer."""
    UNAVAILABLE = "unavailable"
    """The server gave no usable reply."""
    OVER_BUDGET = "over_budget"
    """The session's share of the server is used up."""


# --- what goes in --------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class CodeResult:
    """How the last submission to a coding question fared on the hidden examples."""

    passed: int
    total: int


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What became of one question."""

    question: QuestionId
    asked: bool
    outcome: Outcome | None = None
    transcript: Transcript | None = None
    code: CodeResult | None = None


@dataclass(frozen=True, slots=True)
class AssessmentInputs:
    """Everything an assessment follows from. Kept whole: whoever has it can derive the scores again."""

    session: SessionId
    pack: Pack
    language: Language
    scoring: Scoring
    answers: tuple[AnswerGiven, ...]


# --- what comes out ------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim piece of the transcript: ``text == transcript.latest.text[start:end]``."""

    text: str
    start: int
    end: int
    start_s: float
    """From the start of the answer."""
    end_s: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sign that was found, and where."""

    sign: str
    title: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion of one answer: a level from 0 to 4, or why there is none. Evidence stands either way."""

    criterion: str
    title: str
    dimension: Dimension
    weight: float
    level: int | None
    withheld: Withheld | None
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    """Titles of the signs that were not found."""


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """One answer: its criteria, the weighted mean from 0 to 100, and words for the reviewer."""

    question: QuestionId
    score: float | None
    withheld: Withheld | None
    criteria: tuple[CriterionScore, ...]
    analysis: str
    suggestions: tuple[str, ...]
    set_aside: tuple[Quote, ...]
    """Sentences that talk to the scorer instead of the interviewer; no scorer reads them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """From 0 to 100; ``None`` where nothing was judged."""

    technical: float | None
    communication: float | None
    problem_solving: float | None
    values: float | None
    overall: float | None
    withheld: Withheld | None
    """Why there is no overall score."""
    coverage: float
    """The share, 0 to 1, of the pack's criteria by weight that could be judged."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The record: derived by rules from stored inputs, and always the same from the same inputs.

    It decides nothing: passed or failed is set by a person.
    """

    session: SessionId
    language: Language
    scorer: str
    """Name and version of the rules."""
    inputs_sha256: str
    rubric_sha256: str
    answers: tuple[AnswerScore, ...]
    scores: Scores
    summary: str
    overall_feedback: str
    recommendations: tuple[str, ...]
    """For the people who decide."""
    suggestions: tuple[str, ...]
    """For the candidate: what to say more about next time."""


# --- what a person says --------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Rating:
    """A person's level for one criterion; where the rules had another, it takes that one's place."""

    question: QuestionId
    criterion: str
    level: int
    by: str
    reason: str
    wall: str


# --- what a model says ---------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Provenance:
    """What a piece of advice was made from and by."""

    model: str
    temperature: float
    prompt_sha256: str
    rubric_sha256: str
    raw_reply: str


@dataclass(frozen=True, slots=True)
class CriterionAdvice:
    """A model's level for one criterion with a quote that was found verbatim, or why there is none."""

    criterion: str
    level: int | None
    withheld: Withheld | None
    quote: Quote | None
    reason: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A model's opinion of one answer. It stands beside the record and changes nothing in it."""

    question: QuestionId
    withheld: Withheld | None
    criteria: tuple[CriterionAdvice, ...] = ()
    summary: str = ""
    provenance: Provenance | None = None
    detail: str = ""
    """For the log, when the server gave no usable reply."""
