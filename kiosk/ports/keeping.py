"""What is to be done with sessions that are over: seal them, end their time, erase them."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ClearedStore


class KeepingError(Exception):
    """Something could not be sealed or erased now; it stays to be done, and staff are to be told."""


class Keeping(Protocol):
    """Follows from journal and files, so that a kill only makes it be done again. Worker thread only.

    Every method raises ``KeepingError``.
    """

    def due(self) -> Sequence[SessionId]:
        """Sessions whose days are over and that nobody locked, as far as the clock can be believed."""

    def ordered(self) -> Sequence[SessionId]:
        """Sessions whose erasure was ordered and is not done."""

    def erase(self, session: SessionId) -> tuple[ClearedStore, ...]:
        """Clear every store of the session, and look that it is."""

    def to_seal(self) -> Sequence[SessionId]:
        """Sessions that need nothing more on the station and are not sealed."""

    def seal(self, session: SessionId) -> tuple[str, ...]:
        """Lock the session's files and its key; for whom. Its key goes once the journal says so."""

    def forget_guests(self) -> None:
        """Forget who was invited, never came, and cannot come any more."""

    def finish_sealing(self) -> None:
        """Destroy the keys of sessions that the journal says are sealed, and what the tables remember."""
