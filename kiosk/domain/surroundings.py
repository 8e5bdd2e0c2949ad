"""What a session finds on its station when it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.pack import Language


@dataclass(frozen=True, slots=True)
class NetworkLink:
    """A network interface that is up; ``mbps`` is ``None`` where the system does not tell its speed."""

    interface: str
    mbps: int | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The network (no link at all is an ordinary state), how each language is spoken, and which questions."""

    network: tuple[NetworkLink, ...] = ()
    voices: Mapping[Language, str] = field(default_factory=dict)
    questions_sha256: str = ""
    """Of the manifest of what is asked, byte for byte; empty when it is only read."""
    questions_approved_by: str = ""
    """Who listened to exactly these questions and approved them, if anybody did."""
    held: bool = False
    """The first question waits until staff release it."""
    filmed: bool = True
    """A picture is recorded; else the voice alone, and no camera is opened for it."""
