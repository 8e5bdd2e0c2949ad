"""What people make of an interview: they look, note, rate and decide, each with their name."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.standing import FinalStatus


class Viewed(StrEnum):
    """What of a session somebody has looked at."""

    SESSION = "session"
    """Questions, answers and what was said."""
    RECORDING = "recording"
    SCORES = "scores"
    """What the rules made of an answer, before the own rating was in."""
    REPORT = "report"
    """As a file or on paper."""
    UNSEALED = "unsealed"
    """Opened with HR's key after it had been sealed."""


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """A remark about the whole interview, or about an instant of its recording."""

    seq: int
    """The journal entry; names the note when its author removes it."""
    by: str
    wall: str
    text: str
    at_s: float | None


@dataclass(frozen=True, slots=True)
class View:
    """Somebody looked."""

    by: str
    what: Viewed
    wall: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Passed or not, set by a person; the last one counts."""

    decision: FinalStatus
    by: str
    reason: str
    wall: str
    overall: float | None
    """The rules' score when it was decided, if there was one."""
    overrides: int
    """Criteria that the person had rated otherwise than the rules."""
