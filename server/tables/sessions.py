"""Sessions and all that belongs to them. Columns are named as on the wire (``kiosk.wire.session``)."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.wire.session import FinalStatus, RecordingStatus, SessionStatus, WorkStatus
from server.tables.model import Big, Hash, Hex32, Tables, Wall

_OF_SESSION = "sessions.session_id"


class Origin(StrEnum):
    """Who conducted a session."""

    STATION = "station"
    API = "api"
    """Another program, through the compatibility API."""


class CandidateRow(Tables):
    """A person; the only table that knows a name."""

    __tablename__ = "candidates"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    name: Mapped[str]
    """Empty when nobody told it."""


class ErasureRow(Tables):
    """A person whose erasure was ordered; from then on nothing of them is taken."""

    __tablename__ = "erasures"

    candidate_id: Mapped[Hex32] = mapped_column(primary_key=True)
    wall: Mapped[Wall]
    by: Mapped[str]


class InvitationRow(Tables):
    """A scheduled interview; its code is not kept, only what recognises it."""

    __tablename__ = "invitations"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    code_sha256: Mapped[Hash] = mapped_column(unique=True)
    candidate_id: Mapped[Hex32] = mapped_column(ForeignKey("candidates.id"), index=True)
    pack_id: Mapped[str]
    station_id: Mapped[Hex32 | None] = mapped_column(ForeignKey("stations.id"))
    """Where it is valid; empty for everywhere."""
    valid_from_wall: Mapped[Wall]
    valid_until_wall: Mapped[Wall]
    created_by: Mapped[str]
    created_wall: Mapped[Wall]
    withdrawn_wall: Mapped[Wall | None]


class SessionRow(Tables):
    """One candidate's interview."""

    __tablename__ = "sessions"

    session_id: Mapped[Hex32] = mapped_column(primary_key=True)
    origin: Mapped[Origin]
    station_id: Mapped[Hex32 | None] = mapped_column(ForeignKey("stations.id"), index=True)
    revision: Mapped[Big]
    received_wall: Mapped[Wall]
    candidate_id: Mapped[Hex32] = mapped_column(ForeignKey("candidates.id"), index=True)
    invitation_id: Mapped[Hex32 | None] = mapped_column(index=True)
    pack_id: Mapped[str]
    pack_version: Mapped[str]
    pack_title: Mapped[str]
    status: Mapped[SessionStatus]
    created_wall: Mapped[Wall]
    consented_wall: Mapped[Wall | None]
    started_wall: Mapped[Wall | None]
    completed_wall: Mapped[Wall | None]
    duration_s: Mapped[float | None]
    language: Mapped[str | None]
    scoring: Mapped[str | None]
    notice_version: Mapped[str | None]
    avatar: Mapped[str | None]
    avatar_settings: Mapped[dict[str, Any]]
    device_info: Mapped[dict[str, Any]]
    network_quality: Mapped[list[dict[str, Any]]]
    ended_by: Mapped[str]
    end_reason: Mapped[str]
    recording_status: Mapped[RecordingStatus]
    processing_status: Mapped[WorkStatus]
    analysis_status: Mapped[WorkStatus]
    final_status: Mapped[FinalStatus] = mapped_column(default=FinalStatus.NEEDS_REVIEW)
    """A person's decision, made on the server."""
    summary: Mapped[str]
    recording_config: Mapped[dict[str, Any] | None]
    """What another program asked for when it began the session."""

    __table_args__ = (
        Index("ix_sessions_newest", "created_wall", "session_id"),
        Index("ix_sessions_status", "status", "created_wall"),
        Index("ix_sessions_decision", "final_status", "created_wall"),
        Index("ix_sessions_pack", "pack_id", "created_wall"),
        Index("ix_sessions_station", "station_id", "created_wall"),
    )


class QuestionRow(Tables):
    """A question as the candidate met it."""

    __tablename__ = "questions"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    avatar: Mapped[str]
    keywords: Mapped[list[str]]
    difficulty: Mapped[str]
    answer_limit_s: Mapped[float]
    problem: Mapped[str | None]
    asked_wall: Mapped[Wall | None]
    asked_s: Mapped[float | None]
    follow_up_to: Mapped[int | None]
    """The number of the question whose answer this one follows up."""
    worded_by: Mapped[str] = mapped_column(default="", server_default="")
    """The model whose words it has; empty for words of the pack."""


class AnswerRow(Tables):
    """One attempt at a question."""

    __tablename__ = "answers"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    spoken_s: Mapped[float]
    timed_out: Mapped[bool]
    started_wall: Mapped[Wall | None]
    ended_wall: Mapped[Wall]
    start_s: Mapped[float | None]
    end_s: Mapped[float | None]
    text: Mapped[str | None]
    confidence: Mapped[float | None]
    audio_quality: Mapped[str | None]
    transcript: Mapped[dict[str, Any]]


class MessageRow(Tables):
    """One turn of the conversation."""

    __tablename__ = "messages"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    seq: Mapped[Big] = mapped_column(primary_key=True)
    speaker: Mapped[str]
    question_id: Mapped[str]
    attempt: Mapped[int | None]
    text: Mapped[str | None]
    began_wall: Mapped[Wall]
    start_s: Mapped[float | None]
    duration_s: Mapped[float]


class CodeSubmissionRow(Tables):
    """One program that was run or handed in."""

    __tablename__ = "code_submissions"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    programming_language: Mapped[str]
    source: Mapped[str]
    submitted_wall: Mapped[Wall]
    at_s: Mapped[float | None]
    verdict: Mapped[str | None]
    passed: Mapped[Big | None]
    planned: Mapped[Big | None]
    cpu_s: Mapped[float | None]
    memory_bytes: Mapped[Big | None]
    result: Mapped[dict[str, Any]]


class IssueRow(Tables):
    """A fault or an incident."""

    __tablename__ = "issues"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    seq: Mapped[Big] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    detail: Mapped[str]
    by: Mapped[str]
    began_wall: Mapped[Wall]
    cleared_wall: Mapped[Wall | None]
    start_s: Mapped[float | None]


class RecordingRow(Tables):
    """What was announced of the finished recording; the file itself is a ``FileRow``."""

    __tablename__ = "recordings"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    file: Mapped[str]
    sha256: Mapped[Hash]
    size_bytes: Mapped[Big]
    duration_s: Mapped[float]
    format: Mapped[str]
    quality: Mapped[str]
    started_wall: Mapped[Wall]
    finished_wall: Mapped[Wall]
    chapters: Mapped[list[dict[str, Any]]]
    gaps: Mapped[list[dict[str, Any]]]
    details: Mapped[dict[str, Any]]


class AssessmentRow(Tables):
    """What the rules made of a session; empty scores were withheld."""

    __tablename__ = "assessments"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    assessed_wall: Mapped[Wall]
    scorer: Mapped[str]
    technical_score: Mapped[float | None]
    communication_score: Mapped[float | None]
    problem_solving_score: Mapped[float | None]
    cultural_fit_score: Mapped[float | None]
    overall_score: Mapped[float | None]
    withheld: Mapped[str | None]
    overall_feedback: Mapped[str]
    recommendations: Mapped[list[str]]
    question_analysis: Mapped[list[dict[str, Any]]]
    advice: Mapped[list[dict[str, Any]]]


class DecisionRow(Tables):
    """What a person decided, and why; the newest counts."""

    __tablename__ = "decisions"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), index=True)
    user_id: Mapped[Hex32]
    by: Mapped[str]
    final_status: Mapped[FinalStatus]
    reason: Mapped[str]
    wall: Mapped[Wall]


class GrantRow(Tables):
    """A reviewer who was asked to look at a session, and may therefore see it."""

    __tablename__ = "grants"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[Hex32] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    granted_by: Mapped[str]
    granted_wall: Mapped[Wall]
    expires_wall: Mapped[Wall | None]
