"""The station's memory of what happened, as the engine sees it."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.events import Event
from kiosk.flow.recovery import Happened
from kiosk.flow.states import Kiosk


class JournalError(Exception):
    """The journal could not be written or read; nothing may be done that it does not hold.

    ``fault`` is what the screen shows until it can.
    """

    def __init__(self, sentence: str, fault: FaultCode = FaultCode.DATA_UNWRITABLE) -> None:
        super().__init__(sentence)
        self.fault = fault


class Journal(Protocol):
    """Used by the engine thread only."""

    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        """Put the event and the tables that follow from it on the disk, in one transaction.

        ``after`` is the state the event led to. When this returns, a power cut loses nothing of it.
        Raises ``JournalError``.
        """

    def unfinished(self) -> Sequence[Happened]:
        """Everything since somebody last touched the welcome screen; empty on a fresh station."""
