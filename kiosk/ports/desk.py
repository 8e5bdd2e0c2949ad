"""What HR's desk asks the station's memory. Slow enough to notice: never on the thread that draws."""

from typing import Protocol

from kiosk.domain.fairness import Board
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.printing import Printed
from kiosk.ports.dossier import Dossier
from kiosk.ports.shelves import PackName, Page, Search


class DeskError(Exception):
    """What was asked for cannot be read or written now; the message is one sentence for people."""


class Desk(Protocol):
    """Any thread but the one that draws. Every method raises ``DeskError``."""

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

    def peaks(self, session: SessionId) -> tuple[float, ...]:
        """How loud the recording is, 0 to 1, in equal stretches; empty where nothing is heard."""
