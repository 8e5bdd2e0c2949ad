"""Handing interviews on: what the desk's screens need of it."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.export import Drive, ExportOrder, ExportOutcome, ExportProgress
from kiosk.domain.ids import SessionId


@dataclass(frozen=True, slots=True)
class Exportable:
    """An interview that is over, as a line to choose."""

    session: SessionId
    candidate: str
    """Empty where the station does not know the name."""
    pack_title: str
    created_wall: str
    length_s: float | None
    size_bytes: int
    exported: bool
    """Whether a whole copy of it has left the station before."""


@dataclass(frozen=True, slots=True)
class ExportView:
    """Everything the screens show at one moment."""

    sessions: tuple[Exportable, ...] | None = None
    """The newest first; ``None`` while they are being looked up."""
    has_key: bool = False
    """Whether the station knows a key of HR's."""
    has_server: bool = False
    """Whether the station belongs to a central server and is sending to it."""
    sticks: tuple[Drive, ...] = ()
    considered: ExportOrder | None = None
    """The order that ``problem`` is about."""
    problem: ExportOutcome | None = None
    """Why that order cannot be carried out now; ``None`` when it can."""
    needed_bytes: int = 0
    progress: ExportProgress | None = None
    """Of the export that runs, or that was the last to end since ``open``."""


class Exporter(Protocol):
    """One desk's way out. No method waits; what comes of it is in ``view``."""

    def open(self) -> None:
        """Look at interviews and sticks from now on, until ``close``."""

    def close(self) -> None:
        """Look no more; an export that runs is cancelled."""

    def consider(self, order: ExportOrder) -> None:
        """Keep saying whether this order could be carried out."""

    def start(self, order: ExportOrder, by: str) -> None:
        """Carry it out; the same order after an interruption goes on where it was."""

    def cancel(self) -> None:
        """Give up what runs."""

    def view(self) -> ExportView:
        """The latest."""
