"""Every table of the station, as typed rows.

``journal`` is the truth. ``candidates``, ``invitations`` and ``staff`` are entered by people. All other
tables are projections: they follow from the journal and can be made again from it.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import Withheld
from kiosk.domain.code import CodeLanguage, CodePurpose, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.export import Disguise, ExportOutcome, Protection
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Difficulty, QuestionKind
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.recording import GapCause, RecordingStatus
from kiosk.domain.staff import Role
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.domain.transcript import Origin
from storage.review_tables import DecisionRow, NoteRow, RatingRow, ViewRow
from storage.schema import Tables, moment, moment_if_any
from storage.statuses import IssueKind, Speaker, WorkStatus

LASTING = (
    "kind IN ('StationStarted', 'FaultRaised', 'FaultCleared', 'RecordingStarted', 'OverrideRequested',"
    " 'StaffEntered', 'StaffLeft')"
)
"""Entries that begin or end what may outlast a session; an index of their own finds them."""


# --- the truth -----------------------------------------------------------------------------
class JournalRow(Tables):
    """One entry of the journal; triggers let nobody change or remove it."""

    __tablename__ = "journal"

    seq: Mapped[int] = mapped_column(primary_key=True)
    boot_id: Mapped[str]
    mono_ns: Mapped[int] = mapped_column(BigInteger)
    wall: Mapped[str]
    session_id: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str]
    body: Mapped[str]
    """The event as canonical JSON."""
    prev_hash: Mapped[str]
    hash: Mapped[str]

    __table_args__ = (
        Index("ix_journal_begun", "seq", sqlite_where=text("kind = 'BeginRequested'")),
        Index("ix_journal_lasting", "seq", sqlite_where=text(LASTING)),
    )


# --- entered by people ---------------------------------------------------------------------
class CandidateRow(Tables):
    """The person behind an invitation; the only table that knows a name."""

    __tablename__ = "candidates"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    """Empty when only the journal knows of the person."""


class InvitationRow(Tables):
    """A scheduled interview; its code is not kept, only what recognises it."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(primary_key=True)
    code_sha256: Mapped[str] = mapped_column(unique=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidates.id"), index=True)
    pack_id: Mapped[str]
    valid_from_wall: Mapped[str]
    valid_until_wall: Mapped[str]
    accommodations: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What the person needs (``kiosk.domain.accommodations.Accommodations``); empty for nothing."""


class StaffRow(Tables):
    """A named member of staff, the Argon2id hash of the PIN, and how often it was guessed wrong."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(primary_key=True)
    pin_hash: Mapped[str]
    role: Mapped[Role]
    failures: Mapped[int]
    """Wrong PINs in a row; counted before they are known to be wrong."""
    failed_boot_id: Mapped[str]
    """When the last of them was given, on a clock that nobody can set; so is the next."""
    failed_mono_s: Mapped[float]


# --- what the central server has -----------------------------------------------------------
class UploadRow(Tables):
    """What the server has confirmed of a session; when it is lost the server is asked again."""

    __tablename__ = "uploads"

    session_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    files: Mapped[dict[str, Any]]
    """Names of the files it keeps whole, and their SHA-256."""
    receipt: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """The newest (``kiosk.wire.pieces.Receipt``), its signature checked."""
    parked: Mapped[str]
    """Why the server refused it; empty for not at all."""
    parked_revision: Mapped[int]


class CommandRow(Tables):
    """A command of the server that was begun here; forgotten after a week."""

    __tablename__ = "commands"

    id: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    detail: Mapped[str]
    wall: Mapped[str]


# --- projections ---------------------------------------------------------------------------
class SessionRow(Tables):
    """One candidate's interview. What comes with the consent is empty before it."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(index=True, server_default="0")
    """The journal entry it began with: sessions in the order in which they came, whatever the clock did."""
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidates.id"), index=True)
    invitation_id: Mapped[str] = mapped_column(index=True)
    pack_id: Mapped[str]
    pack_version: Mapped[str]
    pack_title: Mapped[str]
    status: Mapped[SessionStatus]
    created: Mapped[Moment] = moment("created")
    consented: Mapped[Moment | None] = moment_if_any("consented")
    started: Mapped[Moment | None] = moment_if_any("started")
    """The recording's first frame was announced."""
    completed: Mapped[Moment | None] = moment_if_any("completed")
    language: Mapped[str | None]
    scoring: Mapped[Scoring | None]
    notice_version: Mapped[str | None]
    avatar: Mapped[str | None]
    """The first question's avatar; each question names its own."""
    device_info: Mapped[dict[str, Any] | None]
    """Names of camera, microphone and loudspeaker as they were last opened."""
    picture_late_ms: Mapped[float | None]
    """How much later than its sound the camera showed an event at check-in; empty when not measured."""
    network_quality: Mapped[list[dict[str, Any]] | None]
    """The network links that were up when the session began; an empty list means no network."""
    avatar_settings: Mapped[dict[str, Any] | None]
    """How the avatar speaks, by language."""
    questions_sha256: Mapped[str | None]
    """Of the manifest of what was asked, byte for byte."""
    questions_approved_by: Mapped[str | None]
    ended_by: Mapped[str | None]
    """Empty when the candidate ended the interview."""
    end_reason: Mapped[str | None]
    recording_status: Mapped[RecordingStatus] = mapped_column(default=RecordingStatus.NOT_STARTED)
    processing_status: Mapped[WorkStatus] = mapped_column(default=WorkStatus.PENDING)
    analysis_status: Mapped[WorkStatus] = mapped_column(default=WorkStatus.PENDING)
    final_status: Mapped[FinalStatus] = mapped_column(default=FinalStatus.NEEDS_REVIEW)


class QuestionRow(Tables):
    """A question as the candidate meets it, in the session's language."""

    __tablename__ = "questions"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    """Counts from 1."""
    question_id: Mapped[str]
    kind: Mapped[QuestionKind]
    text: Mapped[str]
    avatar: Mapped[str]
    keywords: Mapped[list[str]]
    difficulty: Mapped[Difficulty]
    answer_limit_s: Mapped[float]
    think_time_s: Mapped[float]
    retakes: Mapped[int]
    may_skip: Mapped[bool]
    problem: Mapped[str | None]
    """Problem statement in Markdown."""
    asked: Mapped[Moment | None] = moment_if_any("asked")
    """When the screen first came to the question."""
    worded_by: Mapped[str | None]
    """The model whose words a follow-up has; empty where they are the pack's."""
    wording: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """``kiosk.domain.wording.Wording``: where those words come from."""


class AnswerRow(Tables):
    """One attempt at one question, kept or not."""

    __tablename__ = "answers"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[Outcome]
    spoken_s: Mapped[float]
    timed_out: Mapped[bool]
    asked: Mapped[Moment] = moment("asked")
    """When the question had been read out."""
    started: Mapped[Moment | None] = moment_if_any("started")
    ended: Mapped[Moment] = moment("ended")
    text: Mapped[str | None]
    """The transcript's latest version; empty until there is one."""
    language: Mapped[str | None]
    """The one it was given in; empty in what was kept before answers knew it."""


class MessageRow(Tables):
    """One turn of the conversation; ``seq`` is the journal entry that ended or began it."""

    __tablename__ = "messages"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    speaker: Mapped[Speaker]
    question_id: Mapped[str]
    attempt: Mapped[int | None]
    """The candidate's attempt; empty for the interviewer."""
    text: Mapped[str | None]
    """Empty for an answer that nobody has written down yet."""
    began: Mapped[Moment] = moment("began")
    duration_s: Mapped[float]
    """0 for a question that could only be shown."""


class CodeSubmissionRow(Tables):
    """One attempt at a coding question: a run on the visible examples or a submission."""

    __tablename__ = "code_submissions"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    submitted: Mapped[Moment] = moment("submitted")
    purpose: Mapped[CodePurpose]
    programming_language: Mapped[CodeLanguage]
    code: Mapped[str]
    verdict: Mapped[CodeVerdict | None]
    """Empty, like all below, until the program was judged."""
    passed: Mapped[int | None]
    planned: Mapped[int | None]
    """Tests of which ``passed`` were passed."""
    cpu_s: Mapped[float | None]
    memory_bytes: Mapped[int | None] = mapped_column(BigInteger)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """All that the judge said (``kiosk.domain.code.CodeResult``)."""


class TranscriptRow(Tables):
    """An answer as text: the columns tell its latest version, ``transcript`` holds all of them."""

    __tablename__ = "transcripts"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    written: Mapped[Moment] = moment("written")
    origin: Mapped[Origin]
    engine: Mapped[str]
    language: Mapped[str]
    confidence: Mapped[float | None]
    """The speech recognition's, 0 to 1."""
    text: Mapped[str]
    transcript: Mapped[dict[str, Any]]
    """``kiosk.domain.transcript.Transcript``."""


class AssessmentRow(Tables):
    """What a session was judged to be worth, last time; scores from 0 to 100, empty where withheld."""

    __tablename__ = "assessments"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    assessed: Mapped[Moment] = moment("assessed")
    scorer: Mapped[str]
    technical_score: Mapped[float | None]
    communication_score: Mapped[float | None]
    problem_solving_score: Mapped[float | None]
    values_score: Mapped[float | None]
    overall_score: Mapped[float | None]
    withheld: Mapped[Withheld | None]
    """Why there is no overall score."""
    overall_feedback: Mapped[str]
    recommendations: Mapped[list[str]]
    assessment: Mapped[dict[str, Any]]
    """All of it (``kiosk.domain.assessment.Assessment``), with the analysis of each answer."""
    advice: Mapped[list[dict[str, Any]]]
    """A model's opinion of each answer (``kiosk.domain.assessment.Advice``); it counts nothing."""
    inputs_sha256: Mapped[str]
    inputs: Mapped[dict[str, Any]]
    """What the scores follow from (``kiosk.domain.assessment.AssessmentInputs``): judge again at any time."""


class RecordingRow(Tables):
    """The finished recording of a session."""

    __tablename__ = "recordings"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    file: Mapped[str]
    """Relative to the session's folder."""
    sha256: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    duration_s: Mapped[float]
    format: Mapped[str]
    quality: Mapped[str]
    started_wall: Mapped[str]
    finished: Mapped[Moment] = moment("finished")
    details: Mapped[dict[str, Any]]
    """Encoder settings, chapters and voice tracks."""


class SegmentRow(Tables):
    """One uninterrupted stretch of a recording."""

    __tablename__ = "segments"

    session_id: Mapped[str] = mapped_column(ForeignKey("recordings.session_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    started_wall: Mapped[str]
    boot_id: Mapped[str]
    started_mono_s: Mapped[float]
    offset_s: Mapped[float]
    duration_s: Mapped[float]
    frames: Mapped[int]
    frames_repeated: Mapped[int]
    frames_dropped: Mapped[int]
    audio_samples: Mapped[int]
    audio_lost_samples: Mapped[int]
    picture_late_ms: Mapped[float] = mapped_column(server_default="0")
    """By how much its pictures were moved to meet their sound."""


class GapRow(Tables):
    """A stretch of a recording without picture or sound."""

    __tablename__ = "gaps"

    session_id: Mapped[str] = mapped_column(ForeignKey("recordings.session_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[GapCause]
    start_s: Mapped[float]
    length_s: Mapped[float]
    painted: Mapped[bool]
    reason: Mapped[str]


class ScreenRecordingRow(Tables):
    """A film of the screen; ``seq`` is the entry that tells of its beginning, or why there is none."""

    __tablename__ = "screen_recordings"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    file: Mapped[str]
    """Relative to the session's folder; empty when the screen could not be filmed."""
    segment: Mapped[int]
    offset_s: Mapped[float]
    """Where in its segment the first picture belongs."""
    began: Mapped[Moment] = moment("began")
    length_s: Mapped[float | None]
    """Empty until it ended in good order."""
    problem: Mapped[str]


class CaptureProofRow(Tables):
    """What the recording was found to hold of an answer while the candidate was still there."""

    __tablename__ = "capture_proofs"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    question_id: Mapped[str]
    attempt: Mapped[int]
    proved: Mapped[bool]
    flaw: Mapped[CaptureFlaw | None]
    detail: Mapped[str]
    sha256: Mapped[str | None]
    """Of the answer's encoded pictures and sounds, the same in the finished file."""
    proof: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """``kiosk.domain.proof.CaptureProof``."""


class ExportRow(Tables):
    """A copy of a session that left the station, or was to; ``seq`` is the journal entry that tells of it."""

    __tablename__ = "exports"

    seq: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    export: Mapped[str]
    parts: Mapped[list[str]]
    disguise: Mapped[Disguise]
    protection: Mapped[Protection]
    outcome: Mapped[ExportOutcome]
    by: Mapped[str]
    ended: Mapped[Moment] = moment("ended")


class IssueRow(Tables):
    """A fault or an incident; ``seq`` is the journal entry that tells of it."""

    __tablename__ = "issues"

    seq: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    kind: Mapped[IssueKind]
    detail: Mapped[str]
    by: Mapped[str]
    """The member of staff, or empty."""
    began: Mapped[Moment] = moment("began")
    cleared: Mapped[Moment | None] = moment_if_any("cleared")


class KeepingRow(Tables):
    """How long a session is kept, and what became of it: sealed, erased, or kept beyond its date."""

    __tablename__ = "keeping"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    retention_days: Mapped[int]
    """The pack's."""
    kept_by: Mapped[str | None]
    """Who ordered that the date does not count; empty while it does."""
    kept_reason: Mapped[str | None]
    sealed_wall: Mapped[str | None]
    readers: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """For whose public keys it is sealed."""
    ordered_wall: Mapped[str | None]
    """When its erasure was ordered; nothing of it is told from then on."""
    ordered_by: Mapped[str | None]
    cause: Mapped[ErasureCause | None]
    erased_wall: Mapped[str | None]
    """When every store was clear."""
    stores: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))


PROJECTIONS: tuple[type[Tables], ...] = (
    DecisionRow,
    NoteRow,
    RatingRow,
    ViewRow,
    KeepingRow,
    ScreenRecordingRow,
    CaptureProofRow,
    ExportRow,
    GapRow,
    SegmentRow,
    RecordingRow,
    IssueRow,
    AssessmentRow,
    TranscriptRow,
    CodeSubmissionRow,
    MessageRow,
    AnswerRow,
    QuestionRow,
    SessionRow,
)
"""What follows from the journal, dependents first."""
