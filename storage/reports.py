"""A session as people read it. Positions (``…_s`` without ``duration``) are seconds in the finished file."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import Advice, AnswerScore, Assessment
from kiosk.domain.code import CodeLanguage, CodePurpose, CodeResult
from kiosk.domain.consent import Scoring
from kiosk.domain.export import Disguise, ExportOutcome, Protection
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.pack import Difficulty, Language, QuestionKind
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.recording import Recording, RecordingStatus
from kiosk.domain.review import Decision, ReviewNote
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.domain.surroundings import NetworkLink
from kiosk.domain.transcript import Transcript
from kiosk.domain.wording import Wording
from storage.analytics import SessionFigures
from storage.statuses import IssueKind, Speaker, WorkStatus


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions."""

    id: SessionId
    candidate: CandidateId
    candidate_name: str
    """Empty when the station does not know it."""
    pack: PackId
    pack_title: str
    status: SessionStatus
    recording_status: RecordingStatus
    created_wall: str
    started_wall: str | None
    completed_wall: str | None
    duration_s: float | None
    """From the recording's start to the end of the interview."""
    questions: int
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class CaptureReport:
    """What the recording was found to hold of an answer, seconds after it was given."""

    proved: bool
    flaw: CaptureFlaw | None
    detail: str
    sha256: str | None
    voice_s: float | None
    """How much of it was spoken."""


@dataclass(frozen=True, slots=True)
class ScreenReport:
    """A film of the screen; without a file there is only the problem."""

    file: str
    start_s: float | None
    """Where its first picture belongs in the recording."""
    length_s: float | None
    problem: str


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """One attempt at a question."""

    attempt: int
    outcome: Outcome
    spoken_s: float
    timed_out: bool
    started_wall: str | None
    ended_wall: str
    start_s: float | None
    end_s: float | None
    transcript: Transcript | None = None
    capture: CaptureReport | None = None
    """``None`` where nobody looked: it was not kept, or a restart came between."""


@dataclass(frozen=True, slots=True)
class CodeReport:
    """One program that was run or handed in; without a result where nothing could be judged."""

    number: int
    purpose: CodePurpose
    language: CodeLanguage
    source: str
    submitted_wall: str
    at_s: float | None
    result: CodeResult | None


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """A question with all attempts at it."""

    number: int
    id: QuestionId
    kind: QuestionKind
    text: str
    difficulty: Difficulty
    keywords: tuple[str, ...]
    avatar: str
    answer_limit_s: float
    problem: str | None
    asked_wall: str | None
    asked_s: float | None
    answers: tuple[AnswerReport, ...]
    code: tuple[CodeReport, ...] = ()
    follow_up_to: int | None = None
    """The number of the question whose answer this one follows up; it stands right behind it."""
    worded_by: str | None = None
    """The model whose words a follow-up has."""
    wording: Wording | None = None
    """Where they come from; gone once the session is sealed."""

    @property
    def label(self) -> str:
        """As it is called beside others: ``2``, and ``2+`` for the follow-up to it."""
        return f"{self.follow_up_to}+" if self.follow_up_to else f"{self.number}"

    @property
    def judged(self) -> AnswerReport | None:
        """The answer that scores and quotes are about."""
        return next((one for one in reversed(self.answers) if one.transcript), None)


@dataclass(frozen=True, slots=True)
class MessageReport:
    """One turn of the conversation."""

    speaker: Speaker
    question: QuestionId
    attempt: int | None
    text: str | None
    began_wall: str
    start_s: float | None
    duration_s: float


@dataclass(frozen=True, slots=True)
class IssueReport:
    """A fault or an incident."""

    seq: int
    kind: IssueKind
    code: str
    detail: str
    by: str
    began_wall: str
    cleared_wall: str | None
    start_s: float | None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """A copy that left the station, or was to."""

    export: str
    parts: tuple[str, ...]
    disguise: Disguise
    protection: Protection
    outcome: ExportOutcome
    by: str
    ended_wall: str


@dataclass(frozen=True, slots=True)
class RatingReport:
    """A person's level, 0 to 4, for one criterion of one answer."""

    question: QuestionId
    criterion: str
    title: str
    level: int
    rules_level: int | None
    """What the rules had found by then; ``None`` where they had withheld it."""
    by: str
    reason: str
    wall: str


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What people made of a session. Before somebody has decided it holds no ratings, only how many rated:

    whoever is still to rate must not be led, on paper as little as at the desk.
    """

    raters: int = 0
    ratings: tuple[RatingReport, ...] = ()
    notes: tuple[ReviewNote, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """The last one counts."""

    def __bool__(self) -> bool:
        return bool(self.raters or self.notes or self.decisions)


@dataclass(frozen=True, slots=True)
class ConsentReport:
    """What the candidate agreed to, and when."""

    scoring: Scoring
    notice_version: str
    given_wall: str


@dataclass(frozen=True, slots=True)
class SessionReport:
    """Everything the station knows of one session."""

    summary: SessionSummary
    language: Language | None
    consent: ConsentReport | None
    avatar: str | None
    device_info: Mapping[str, str]
    picture_late_ms: float | None
    """What the calibration at check-in found, and the recording corrects; ``None``: not measured."""
    network: tuple[NetworkLink, ...]
    voices: Mapping[Language, str]
    questions_sha256: str
    """Of the manifest of what was asked; empty where it was only read."""
    questions_approved_by: str
    pack_version: str
    ended_by: str
    """Empty when the candidate ended the interview."""
    end_reason: str
    processing_status: WorkStatus
    analysis_status: WorkStatus
    final_status: FinalStatus
    recording: Recording | None
    screens: tuple[ScreenReport, ...]
    questions: tuple[QuestionReport, ...]
    messages: tuple[MessageReport, ...]
    issues: tuple[IssueReport, ...]
    figures: SessionFigures
    assessment: Assessment | None
    """The rules' record; ``None`` before the session was judged."""
    advice: tuple[Advice, ...]
    """What a model says beside it."""
    exports: tuple[ExportReport, ...] = ()
    reviews: ReviewReport = ReviewReport()

    @property
    def planned(self) -> int:
        """How many questions the pack has."""
        return sum(question.follow_up_to is None for question in self.questions)

    @property
    def written_down(self) -> bool:
        """Whether any answer has a transcript."""
        return any(question.judged for question in self.questions)

    def score_of(self, question: QuestionId) -> AnswerScore | None:
        """What the rules make of one answer."""
        answers = self.assessment.answers if self.assessment else ()
        return next((one for one in answers if one.question == question), None)

    def advice_on(self, question: QuestionId) -> Advice | None:
        """What a model makes of one answer."""
        return next((one for one in self.advice if one.question == question), None)
