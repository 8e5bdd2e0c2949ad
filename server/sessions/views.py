"""A session as pages and programs read it."""

from dataclasses import dataclass

from server.tables.files import FileRow
from server.tables.sessions import (
    AnswerRow,
    AssessmentRow,
    CodeSubmissionRow,
    DecisionRow,
    IssueRow,
    MessageRow,
    QuestionRow,
    RecordingRow,
    SessionRow,
)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One line of the list."""

    row: SessionRow
    candidate_name: str
    recording: RecordingRow | None
    assessment: AssessmentRow | None


@dataclass(frozen=True, slots=True)
class SessionPage:
    """Some lines, and where the next ones begin."""

    lines: list[SessionLine]
    after: str
    """Pass it as ``after`` for the next lines; empty at the end."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """Everything the server knows of one session."""

    row: SessionRow
    candidate_name: str
    station_name: str
    questions: list[QuestionRow]
    answers: list[AnswerRow]
    messages: list[MessageRow]
    code: list[CodeSubmissionRow]
    issues: list[IssueRow]
    files: list[FileRow]
    decisions: list[DecisionRow]
    """The newest first."""
    recording: RecordingRow | None
    assessment: AssessmentRow | None

    def file(self, name: str) -> FileRow | None:
        """One of its files."""
        return next((file for file in self.files if file.name == name), None)

    @property
    def video(self) -> FileRow | None:
        """The finished recording's file, if it was announced."""
        return self.file(self.recording.file) if self.recording else None


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions; an empty field does not narrow."""

    text: str = ""
    """The beginning of an id; or words of the candidate's name or of what was said.
    The last word may be a beginning."""
    status: str = ""
    final_status: str = ""
    pack_id: str = ""
    station_id: str = ""
    candidate_id: str = ""
    recording_status: str = ""
    since_wall: str = ""
    until_wall: str = ""
