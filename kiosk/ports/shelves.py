"""The list of sessions: what is looked for, and what is found."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.standing import FinalStatus, SessionStatus


class Shelf(StrEnum):
    """Which sessions are looked at."""

    ALL = "all"
    TO_DECIDE = "to_decide"
    """Over, and nobody has said yet whether it is passed."""
    PASSED = "passed"
    FAILED = "failed"
    UNDER_WAY = "under_way"
    NOT_EXPORTED = "not_exported"
    """Over with consent, and no copy has left the station yet."""
    LEFT = "left"
    """The candidate declined or went away before the consent."""


class Order(StrEnum):
    """What comes first; of equals the newest."""

    NEWEST = "newest"
    OLDEST = "oldest"
    CANDIDATE = "candidate"
    INTERVIEW = "interview"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for. Scores are no part of it: whoever rates should not have seen them before."""

    words: str = ""
    """Found in transcripts, names and the beginnings of session ids; ``"two words"`` only side by side."""
    shelf: Shelf = Shelf.ALL
    pack: PackId | None = None
    since_day: str = ""
    """``2026-11-20``, the first day; empty for any."""
    until_day: str = ""
    """The last day."""
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as the list shows it."""

    id: SessionId
    candidate: str
    """The name; empty when the station does not know it."""
    pack_title: str
    status: SessionStatus
    decision: FinalStatus
    created_wall: str
    answered: int
    questions: int
    length_s: float | None
    """Of the recording; ``None`` without one."""
    passage: tuple[str, ...] = ()
    """Where the words were said, in pieces: every second one is what was looked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the list, from line ``first`` on; ``total`` lines there are."""

    total: int
    first: int
    lines: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True)
class PackName:
    """A pack that sessions were held with."""

    id: PackId
    title: str
