"""What is known of a station while it is set up, and why something was not kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice
from kiosk.domain.staff import StaffMember
from kiosk.domain.tongue import Tongue

LONGEST_NAME = 32
SHORTEST_PIN, LONGEST_PIN = 6, 12
LONGEST_KEPT_DAYS = 3650
"""As long as a pack may ask for: what a station that shortens nothing says."""
AUTO = "auto"
"""The first real device there is."""


class SetUpProblem(StrEnum):
    """Why a step was not kept."""

    UNWRITABLE = "unwritable"
    """The disk, or somebody's own settings beside it, do not let it be kept."""
    ADDRESS = "address"
    SERVER_AWAY = "server_away"
    SERVER_REFUSES = "server_refuses"
    PIN = "pin"
    """Too short, too long, or no digits."""
    NO_VOICE = "no_voice"
    """Nothing can be played."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed; ``detail`` is for a technician."""

    problem: SetUpProblem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeviceOption:
    """One device: ``choice`` is what stands in the settings, ``title`` what people call it."""

    choice: str
    title: str


@dataclass(frozen=True, slots=True)
class DeviceOptions:
    """What is plugged in."""

    cameras: tuple[DeviceOption, ...] = ()
    microphones: tuple[DeviceOption, ...] = ()
    loudspeakers: tuple[DeviceOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """The disk, and how many hours of interviews it has room for, by the name of the quality."""

    free_bytes: int
    hours: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of the test interview."""

    completed: bool
    duration_s: float = 0.0
    trouble: tuple[FaultCode, ...] = ()
    """What was noted while it ran."""


@dataclass(frozen=True, slots=True)
class SetUpFacts:
    """Everything that is set now."""

    name: str
    language: Tongue = Tongue.ENGLISH
    server: str = ""
    """Its address; empty while the station belongs to none."""
    devices: DeviceChoice = field(default_factory=lambda: DeviceChoice(AUTO, AUTO, AUTO))
    quality: str = "hd"
    keep_days: int = LONGEST_KEPT_DAYS
    pack_days: Mapping[str, int] = field(default_factory=dict)
    """How long each installed pack keeps recordings, by its title."""
    staff: tuple[StaffMember, ...] = ()
    trial: Trial | None = None


class SetUpEnd(StrEnum):
    """How somebody left the set-up."""

    FINISHED = "finished"
    TRIAL = "trial"
    """For a test interview; they come back."""
    LATER = "later"
