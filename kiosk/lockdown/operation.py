"""What every operation can do."""

from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """How a part of the machine is, compared with how the kiosk wants it."""

    LOCKED = "locked"
    OPEN = "open"


class Operation(Protocol):
    """One change to one path of the machine, and the way back."""

    @property
    def path(self) -> str:
        """Where, counted from the root of the machine, without the first slash."""
        ...

    def before(self) -> str | None:
        """What is there now and has to be put back; ``None`` for nothing. Raises ``InTheWayError``."""
        ...

    def do(self) -> None:
        """Make the change; doing it twice is doing it once. Raises ``OSError``."""
        ...

    def undo(self, before: str | None) -> None:
        """Put back what was there, unless somebody has changed it since. Raises ``OSError``."""
        ...

    def standing(self) -> Standing:
        """Whether the change is there."""
        ...
