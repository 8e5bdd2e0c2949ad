"""One interview as HR reads it. Positions (``…_s``) are seconds in the finished recording."""

from dataclasses import dataclass

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import Advice, AnswerScore, Rating, Scores
from kiosk.domain.code import CodeLanguage, CodePurpose, CodeResult
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import QuestionKind
from kiosk.domain.recording import Recording
from kiosk.domain.review import Decision, ReviewNote, View
from kiosk.domain.rubric import Dimension
from kiosk.ports.shelves import SessionLine


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A sentence or so of an answer; without a place where it was typed."""

    text: str
    start_s: float | None
    end_s: float | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a question."""

    number: int
    outcome: Outcome
    start_s: float | None
    end_s: float | None
    lines: tuple[SpokenLine, ...]
    """Empty where nobody has written it down."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that was run or handed in."""

    number: int
    purpose: CodePurpose
    language: CodeLanguage
    source: str
    at_s: float | None
    result: CodeResult | None


@dataclass(frozen=True, slots=True)
class Guide:
    """A criterion with what each level means, and what people made of it."""

    criterion: str
    title: str
    dimension: Dimension
    anchors: tuple[str, ...]
    """Level 0 first; empty where the pack does not say."""
    own: Rating | None
    others: tuple[Rating, ...]
    """Empty until one's own levels of the whole question are in."""


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """A question and everything that was given to it."""

    number: int
    id: QuestionId
    kind: QuestionKind
    text: str
    problem: str | None
    at_s: float | None
    attempts: tuple[Attempt, ...]
    programs: tuple[Program, ...]
    guides: tuple[Guide, ...]
    hidden_raters: int
    """How many others have rated whose levels are not shown yet."""
    score: AnswerScore | None
    """What the rules made of it."""
    advice: Advice | None

    @property
    def rated(self) -> bool:
        """Whether one's own levels are all in."""
        return all(guide.own is not None for guide in self.guides)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on the way: a fault, an incident, something staff did."""

    at_s: float | None
    code: str
    """A ``FaultCode``, or what the memory calls it."""
    detail: str
    by: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one interview that whoever reads may see."""

    line: SessionLine
    scoring: Scoring | None
    """What the candidate chose; ``None`` without consent."""
    closed: str
    """Why nothing of it can be read any more: sealed or erased; else empty."""
    kept_by: str
    """Who keeps it beyond its date; empty while the date counts."""
    video: str
    """Path of the recording; empty where there is none on this station."""
    recording: Recording | None
    questions: tuple[QuestionFile, ...]
    marks: tuple[Mark, ...]
    scores: Scores | None
    """The rules' record."""
    own_scores: Scores | None
    """The same with one's own levels in place of the rules', once there is one."""
    notes: tuple[ReviewNote, ...]
    decisions: tuple[Decision, ...]
    views: tuple[View, ...]
    opened: bool = False
    """A sealed session that HR's key has opened: to be read, and no more."""
