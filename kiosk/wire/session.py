"""A session as the server shows it: made by the station from its journal, whole, again and again.

The newest ``revision`` replaces what the server had; older ones change nothing, so order and repetition do
not matter. The journal travels beside it and proves it.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, JsonValue, model_validator

from kiosk.wire.evidence import Advice, Analysis, Transcript
from kiosk.wire.message import Asked, Id, Key, Plain, Remark, Sha256, Text, Told, Wall
from kiosk.wire.pieces import FileName

Seconds = Annotated[float, Field(ge=0, le=10_000_000)]
Count = Annotated[int, Field(ge=0, le=2**53)]
Score = Annotated[float, Field(ge=0, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Line = Annotated[str, Field(max_length=500)]
_NUL = "\x00"


class SessionStatus(StrEnum):
    """How far a session has come."""

    ARRIVED = "arrived"
    DECLINED = "declined"
    ABANDONED = "abandoned"
    PREPARING = "preparing"
    IN_PROGRESS = "in_progress"
    FINISHING = "finishing"
    COMPLETED = "completed"


class RecordingStatus(StrEnum):
    """The life of a recording."""

    NOT_STARTED = "not_started"
    RECORDING = "recording"
    COMPLETED = "completed"
    FAILED = "failed"


class WorkStatus(StrEnum):
    """How far processing or analysis has come."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class FinalStatus(StrEnum):
    """What a person decided in the end."""

    PASSED = "passed"
    FAILED = "failed"
    NEEDS_REVIEW = "needs_review"


class Question(Asked):
    """A question as the candidate met it."""

    number: Annotated[int, Field(ge=1, le=1000)]
    question_id: Key
    kind: Key
    text: Text
    avatar: Annotated[str, Field(max_length=64)] = ""
    keywords: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    difficulty: Annotated[str, Field(max_length=32)] = ""
    answer_limit_s: Seconds = 0.0
    problem: Text | None = None
    """Problem statement in Markdown."""
    asked_wall: Wall | None = None
    asked_s: Seconds | None = None
    """Position in the finished recording, as every ``…_s`` beside a ``…_wall``."""
    follow_up_to: Annotated[int, Field(ge=1, le=1000)] | None = None
    """The number of the question whose answer this one follows up."""
    worded_by: Annotated[str, Field(max_length=128, pattern=r"^[^\x00]*$")] = ""
    """The model whose words a follow-up has; empty for words of the pack."""


class Answer(Asked):
    """One attempt at a question."""

    question_id: Key
    attempt: Annotated[int, Field(ge=1, le=1000)]
    outcome: Key
    spoken_s: Seconds = 0.0
    timed_out: bool = False
    started_wall: Wall | None = None
    ended_wall: Wall
    start_s: Seconds | None = None
    end_s: Seconds | None = None
    text: Text | None = None
    """The transcript's latest version."""
    confidence: Share | None = None
    """The speech recognition's."""
    audio_quality: Line | None = None
    transcript: Transcript = Transcript()
    """Every version of it, with times for the words."""


class Message(Asked):
    """One turn of the conversation."""

    seq: Count
    speaker: Key
    question_id: Key
    attempt: Annotated[int, Field(ge=0, le=1000)] | None = None
    text: Text | None = None
    began_wall: Wall
    start_s: Seconds | None = None
    duration_s: Seconds = 0.0


class CodeSubmission(Asked):
    """One program that was run or handed in."""

    question_id: Key
    number: Annotated[int, Field(ge=1, le=10_000)]
    purpose: Key
    programming_language: Key
    source: Text
    submitted_wall: Wall
    at_s: Seconds | None = None
    verdict: Key | None = None
    passed: Count | None = None
    planned: Count | None = None
    cpu_s: Seconds | None = None
    memory_bytes: Count | None = None
    result: Plain


class Issue(Asked):
    """A fault or an incident."""

    seq: Count
    kind: Key
    code: Key
    detail: Remark = ""
    by: Line = ""
    began_wall: Wall
    cleared_wall: Wall | None = None
    start_s: Seconds | None = None


class Chapter(Asked):
    """A named stretch of the recording."""

    key: Line
    title: Remark
    start_s: Seconds
    end_s: Seconds


class Gap(Asked):
    """A stretch without picture or sound."""

    cause: Key
    start_s: Seconds
    length_s: Seconds
    painted: bool
    reason: Line = ""


class Recording(Asked):
    """The finished recording."""

    file: FileName
    sha256: Sha256
    size_bytes: Count
    duration_s: Seconds
    format: Key
    quality: Key
    started_wall: Wall
    finished_wall: Wall
    chapters: Annotated[tuple[Chapter, ...], Field(max_length=2000)] = ()
    gaps: Annotated[tuple[Gap, ...], Field(max_length=10_000)] = ()
    details: Plain
    """Encoder settings, segments, voice tracks."""


class Assessment(Asked):
    """What the rules made of the session; a score that is withheld is absent."""

    assessed_wall: Wall
    scorer: Line
    technical_score: Score | None = None
    communication_score: Score | None = None
    problem_solving_score: Score | None = None
    cultural_fit_score: Score | None = None
    """Computed against values written in the pack, absent without them."""
    overall_score: Score | None = None
    withheld: Key | None = None
    overall_feedback: Text = ""
    recommendations: Annotated[tuple[Text, ...], Field(max_length=100)] = ()
    question_analysis: Annotated[tuple[Analysis, ...], Field(max_length=1000)] = ()
    advice: Annotated[tuple[Advice, ...], Field(max_length=1000)] = ()
    """A model's opinion, answer by answer; it counts nothing."""


class SessionDocument(Asked):
    """Everything the station knows of one session."""

    session_id: Id
    revision: Annotated[int, Field(ge=1, le=2**53)]
    """The newest journal entry that it is made from."""
    candidate_id: Id
    candidate_name: Annotated[str, Field(max_length=200)] = ""
    """Empty where the station does not know it."""
    invitation_id: Id | None = None
    pack_id: Key
    pack_version: Line
    pack_title: Line
    status: SessionStatus
    created_wall: Wall
    consented_wall: Wall | None = None
    started_wall: Wall | None = None
    completed_wall: Wall | None = None
    duration_s: Seconds | None = None
    language: Annotated[str, Field(max_length=16)] | None = None
    scoring: Key | None = None
    """Who looks at the answers first, as the candidate chose."""
    notice_version: Line | None = None
    avatar: Line | None = None
    avatar_settings: Plain
    device_info: Plain
    network_quality: Annotated[tuple[dict[str, JsonValue], ...], Field(max_length=100)] = ()
    ended_by: Line = ""
    end_reason: Remark = ""
    recording_status: RecordingStatus = RecordingStatus.NOT_STARTED
    processing_status: WorkStatus = WorkStatus.PENDING
    analysis_status: WorkStatus = WorkStatus.PENDING
    summary: Text = ""
    questions: Annotated[tuple[Question, ...], Field(max_length=1000)] = ()
    answers: Annotated[tuple[Answer, ...], Field(max_length=10_000)] = ()
    messages: Annotated[tuple[Message, ...], Field(max_length=20_000)] = ()
    code: Annotated[tuple[CodeSubmission, ...], Field(max_length=10_000)] = ()
    issues: Annotated[tuple[Issue, ...], Field(max_length=10_000)] = ()
    recording: Recording | None = None
    assessment: Assessment | None = None

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, fields: Any) -> Any:
        """A candidate's program may print NUL; databases cannot keep it in a text."""
        return _without_nul(fields)


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(_NUL, "\ufffd")
    if isinstance(value, dict):
        return {_without_nul(key): _without_nul(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nul(item) for item in value]
    return value


class SessionKept(Told):
    """Which revision the server has now."""

    session_id: Id
    revision: int
