"""How the station is now, for whoever looks after it from afar, and what the server says meanwhile."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.ports.recorder import RecorderStatus
from kiosk.ports.station import Snapshot
from kiosk.ports.sync import SyncQueue


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that is told of the station at one instant."""

    snapshot: Snapshot
    mono_s: float
    """The instant, on the clock of the snapshot."""
    recorder: RecorderStatus | None
    queue: SyncQueue
    version: str
    pictured: bool
    """The camera may be looked at now."""
    picture: bytes | None = None
    """A small JPEG; only while somebody watches."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the server said last."""

    orders: bool
    """It has something for the station to do."""
    watched: bool
    """Somebody looks at the picture."""


class LiveLine(Protocol):
    """A connection to the server that stays. Owned by one thread; methods raise ``SyncError``."""

    def open(self) -> None:
        """Connect; an older connection is closed."""

    def tell(self, sight: Sight) -> None:
        """Say how the station is."""

    def hear(self, patience_s: float) -> Word | None:
        """The next word of the server; ``None`` when none comes in time."""

    def close(self) -> None:
        """Let go of the connection; nothing happens without one."""


class OrderDesk(Protocol):
    """Where the server's orders are fetched, carried out and reported. Owned by one thread."""

    def attend(self) -> None:
        """Do everything that is to be done and can be. Raises ``SyncError``."""

    def close(self) -> None:
        """Let go of the line."""
