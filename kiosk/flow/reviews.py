"""What HR does with sessions that are over. It moves no interview; the journal keeps who did it."""

from dataclasses import dataclass, field

from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.personal import personal
from kiosk.domain.review import Viewed
from kiosk.domain.standing import FinalStatus


@dataclass(frozen=True, slots=True)
class SessionViewed:
    """Somebody has looked at a session."""

    session: SessionId
    by: str
    what: Viewed


@dataclass(frozen=True, slots=True)
class CriterionRated:
    """Somebody's level, 0 to 4, for one criterion of one answer; a later one of theirs takes its place."""

    session: SessionId
    by: str
    question: QuestionId
    criterion: str
    level: int = field(metadata=personal())
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A remark, at an instant of the recording where ``at_s`` says so."""

    session: SessionId
    by: str
    text: str = field(metadata=personal())
    at_s: float | None = None


@dataclass(frozen=True, slots=True)
class NoteRemoved:
    """The author of a note takes it back; ``note`` is the journal entry that wrote it."""

    session: SessionId
    by: str
    note: int


@dataclass(frozen=True, slots=True)
class SessionDecided:
    """A person says whether it is passed, and why."""

    session: SessionId
    by: str
    decision: FinalStatus
    reason: str = field(metadata=personal(""))


ReviewAct = SessionViewed | CriterionRated | NoteWritten | NoteRemoved | SessionDecided
