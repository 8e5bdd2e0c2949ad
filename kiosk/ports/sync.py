"""What still has to be sent to the central server, and who sends it.

SyncError
├── AwayError     no answer, or not now: the same again later
├── RefusedError  never the same again; ``code`` is one of docs/protocol.md
└── StoppedError  the server does not listen to this station any more, until people have looked at it
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.ids import SessionId
from kiosk.domain.recording import Recording
from kiosk.flow.events import Event


class SyncError(Exception):
    """The root of the tree; the text is one sentence for a technician."""


class AwayError(SyncError):
    """No answer, or the server said that it cannot now."""

    def __init__(self, text: str, wait_s: float = 0.0) -> None:
        super().__init__(text)
        self.wait_s = wait_s
        """The server asked for at least so much patience."""


class RefusedError(SyncError):
    """The server understood and does not take it."""

    def __init__(self, code: str, text: str, expected_seq: int | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.expected_seq = expected_seq


class StoppedError(SyncError):
    """Frozen, forked, unknown: sending more would make it worse."""


@dataclass(frozen=True, slots=True)
class SyncQueue:
    """Sessions and bytes that the central server has not confirmed yet."""

    sessions: int
    size_bytes: int
    contact_wall: str
    """When the server was last heard of; empty for never."""
    bytes_per_s: float = 0.0
    """How fast pieces went last; 0 when none did."""
    trouble: str = ""
    """Why nothing is sent now; one sentence for a technician."""

    @property
    def left_s(self) -> float | None:
        """How long it takes at this rate; ``None`` where nobody can tell."""
        return self.size_bytes / self.bytes_per_s if self.bytes_per_s else None


class SentPiece(Protocol):
    """Some bytes of a file, and what they are."""

    @property
    def offset(self) -> int:
        """Where it begins."""

    @property
    def length(self) -> int:
        """In bytes."""

    @property
    def sha256(self) -> str:
        """Its name."""


class Cutter(Protocol):
    """Knows the pieces of recordings. Any thread may call; methods raise ``OSError``."""

    def growing(self, session: SessionId) -> Sequence[tuple[str, SentPiece]]:
        """Pieces of what is being recorded, each with its file in the session's folder; they never change."""

    def finished(self, session: SessionId, recording: Recording) -> Sequence[SentPiece]:
        """All pieces of the finished recording."""


class Booth(Protocol):
    """Where orders of the server become events. Any thread may call."""

    def session(self) -> SessionId | None:
        """The interview that is going on."""

    def act(self, event: Event) -> bool:
        """Do this now, in the name of whom it names, and wait until it is written down.

        ``False`` if the flow does not allow it now, or did not come to it: then it is never done.
        """

    def note(self, event: Event) -> None:
        """Have this written down when its turn comes."""


class Exchange(Protocol):
    """Brings the server what it lacks. Owned by one thread."""

    def round(self, go_on: Callable[[], bool]) -> bool:
        """Send what there is while ``go_on``; whether some of it is left. Raises ``SyncError``."""

    def knock(self) -> bool:
        """Whether anybody listens at the server's address; costs next to nothing."""

    def failed(self, error: SyncError) -> None:
        """Remember, for people, why nothing is sent."""

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        """Send these first from now on, at any hour, and offer again what was refused of them. Any thread."""

    def queue(self) -> SyncQueue:
        """What is left. Any thread."""

    def close(self) -> None:
        """Let go of the line."""
