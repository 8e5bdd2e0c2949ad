"""A desk with sample sessions, for pictures and tests. Nobody in it is real."""

import math
from dataclasses import replace

from kiosk.domain.export import ExportOutcome
from kiosk.domain.fairness import Board
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.printing import Printed
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.ports.desk import Unsealed, UnsealProblem
from kiosk.ports.dossier import Dossier
from kiosk.ports.shelves import PackName, Page, Search, SessionLine, Shelf
from ui.desk.still_board import sample_board
from ui.desk.still_dossier import sample_dossier

MEMBER = StaffMember("HR", Role.HR)
_PACKS = (PackName(PackId("general"), "General interview"), PackName(PackId("engineer"), "Software engineer"))
_STANDINGS = (
    (SessionStatus.IN_PROGRESS, FinalStatus.NEEDS_REVIEW),
    (SessionStatus.COMPLETED, FinalStatus.NEEDS_REVIEW),
    (SessionStatus.COMPLETED, FinalStatus.PASSED),
    (SessionStatus.COMPLETED, FinalStatus.FAILED),
    (SessionStatus.DECLINED, FinalStatus.NEEDS_REVIEW),
    (SessionStatus.COMPLETED, FinalStatus.PASSED),
)


def line(number: int, search: Search) -> SessionLine:
    """Any session."""
    status, decision = _STANDINGS[number % len(_STANDINGS)]
    over = status is SessionStatus.COMPLETED
    passage = ("…then the machine stopped and I ", search.words, " my colleague at once to…")
    return SessionLine(
        id=SessionId(f"{number * 2654435761 % 2**32:08x}" + "0" * 24),
        candidate="" if number % 5 == 4 else f"Candidate {1000 - number}",
        pack_title=_PACKS[number % 2].title,
        status=status,
        decision=decision,
        created_wall=_wall(number),
        answered=5 if over else 2 if status is SessionStatus.IN_PROGRESS else 0,
        questions=0 if status is SessionStatus.DECLINED else 5,
        length_s=1200.0 + 37 * number if over else None,
        passage=passage if search.words else (),
    )


def _wall(number: int) -> str:
    """Every quarter of an hour, eight hours a day."""
    day, quarter = divmod(number, 32)
    return f"2026-11-{20 - day % 20:02}T{16 - quarter // 4:02}:{45 - quarter % 4 * 15:02}:00.000Z"


class StillDesk:
    """Implements ``kiosk.ports.desk.Desk`` with ``count`` sessions; ``asked`` tells what was asked for."""

    def __init__(
        self, count: int = 10_000, *, rated: bool = False, sealed: bool = False, video: str = ""
    ) -> None:
        self.count, self.rated, self.sealed, self.video = count, rated, sealed, video
        self.asked: list[tuple[Search, int]] = []

    def page(self, search: Search, first: int, count: int) -> Page:
        """See ``Desk``; nobody said “nothing”."""
        self.asked.append((search, first))
        total = 0 if search.words == "nothing" else 37 if search.words else self.count
        total = total if search.shelf is Shelf.ALL else total // 4
        lines = tuple(line(number, search) for number in range(first, min(first + count, total)))
        return Page(total, first, lines)

    def packs(self) -> tuple[PackName, ...]:
        """See ``Desk``."""
        return _PACKS

    def dossier(self, session: SessionId, viewer: str) -> Dossier:
        """See ``Desk``."""
        found = sample_dossier(line(1, Search()), viewer, rated=self.rated, video=self.video)
        if not self.sealed:
            return found
        emptied = replace(found, closed="sealed", questions=(), notes=(), decisions=(), marks=())
        return replace(emptied, recording=None, line=replace(found.line, candidate=""))

    def peaks(self, session: SessionId) -> tuple[float, ...]:
        """See ``Desk``: somebody speaks, pauses and speaks again."""
        return tuple(
            max(0.02, abs(math.sin(at / 7) * math.sin(at / 31)) * (0.1 if at % 60 < 12 else 0.9))
            for at in range(600)
        )

    def print_report(self, session: SessionId) -> Printed:
        """See ``Desk``: no printer."""
        return Printed.NO_PRINTER

    def save_report(self, session: SessionId) -> ExportOutcome:
        """See ``Desk``: no stick."""
        return ExportOutcome.STICK_MISSING

    def board(self, pack: PackId | None) -> Board:
        """See ``Desk``."""
        return sample_board(self.count)

    def unseal(self, session: SessionId, secret: str) -> Unsealed:
        """See ``Desk``: nothing opens it."""
        return Unsealed(UnsealProblem.WRONG, 15.0)

    def put_away(self) -> None:
        """See ``Desk``: nothing is opened."""
