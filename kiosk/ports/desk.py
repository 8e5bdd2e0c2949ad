"""What HR's desk asks the station's memory. Slow enough to notice: never on the thread that draws."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.domain.export import ExportOutcome
from kiosk.domain.fairness import Board
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.printing import Printed
from kiosk.ports.dossier import Dossier
from kiosk.ports.shelves import PackName, Page, Search


class DeskError(Exception):
    """What was asked for cannot be read or written now; the message is one sentence for people."""


class UnsealProblem(StrEnum):
    """Why a sealed session was not opened."""

    KEY_MISSING = "key_missing"
    """No stick is plugged in, or there is no key on it."""
    SEVERAL_STICKS = "several_sticks"
    PASSPHRASE_WANTED = "passphrase_wanted"  # noqa: S105 - a problem, not a secret
    WRONG = "wrong"
    """The passphrase, or what was typed as the key."""
    OTHER_KEY = "other_key"
    """The session was not sealed for this key."""
    WAIT = "wait"
    NO_ROOM = "no_room"
    """It is larger than what fits into memory."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Opened, or why not; ``wait_s`` until the next try is looked at."""

    problem: UnsealProblem | None = None
    wait_s: float = 0.0


class SessionDesk(Protocol):
    """What can be read. Any thread but the one that draws; every method raises ``DeskError``."""

    def page(self, search: Search, first: int, count: int) -> Page:
        """``count`` lines of what is found, from line ``first`` on."""

    def packs(self) -> tuple[PackName, ...]:
        """The packs there are sessions of, by title."""

    def dossier(self, session: SessionId, viewer: str) -> Dossier:
        """Everything about a session that this person may see: others' levels after their own."""

    def board(self, pack: PackId | None) -> Board:
        """The fairness board of one pack, or of all interviews together."""

    def print_report(self, session: SessionId) -> Printed:
        """Print the results page; takes some seconds."""

    def save_report(self, session: SessionId) -> ExportOutcome:
        """Put the results page onto the stick as PDF, and read it back; takes some seconds."""

    def peaks(self, session: SessionId) -> tuple[float, ...]:
        """How loud the recording is, 0 to 1, in equal stretches; empty where nothing is heard."""


class Desk(SessionDesk, Protocol):
    """The desk HR sits at: sealed sessions can be opened at it, one at a time, with HR's key."""

    def unseal(self, session: SessionId, secret: str) -> Unsealed:
        """Open a sealed session: with the key itself, or with the passphrase of the key on the stick."""

    def put_away(self) -> None:
        """Wipe what is opened; takes some seconds."""
