"""What is known of a station while it is set up, and why something was not kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice
from kiosk.domain.staff import StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.domain.transcript import SpeechEngine

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
    SPEECH_ADDRESS = "speech_address"
    NOT_INSTALLED = "not_installed"
    """What writes answers down needs a package; ``detail`` is its name."""
    NO_FOLDER = "no_folder"
    NO_MODEL = "no_model"
    """The folder holds no whole model; ``detail`` names the files it lacks."""
    NOT_HEARD = "not_heard"
    """The test sentence came to nothing."""


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
class SpeechChoice:
    """Who writes answers down, and what that takes; what another engine would take may stand here as well."""

    engine: SpeechEngine = SpeechEngine.NONE
    url: str = ""
    """Of the server, with the version."""
    model: str = ""
    """As the server calls it."""
    key: str = field(default="", repr=False)
    """Another one for the server; empty: the one it has."""
    folder: str = ""
    """Of the model on this station."""

    @property
    def settings(self) -> Mapping[str, str]:
        """As it stands in the station's settings: what this engine needs and no more."""
        needed = {"speech": str(self.engine)}
        match self.engine:
            case SpeechEngine.SERVER:
                needed |= {"speech_url": self.url, "speech_model": self.model}
                needed |= {"speech_key": self.key} if self.key else {}
            case SpeechEngine.WHISPER:
                needed |= {"speech_model_folder": self.folder}
        return needed


HEARING_S = 120.0
"""What a test may take: a large model is loaded in a minute."""
ENOUGH_HEARD = 0.5
"""Of the sentence's words; an engine that hears fewer of a clear voice hears nothing of a candidate."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What an engine made of the test sentence: its text, and how many ``of`` its words were found in it."""

    engine: str
    text: str
    found: int
    of: int
    took_s: float

    @property
    def enough(self) -> bool:
        """Whether it would hear a candidate."""
        return self.found >= ENOUGH_HEARD * self.of


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
    speech: SpeechChoice = SpeechChoice()
    models: tuple[str, ...] = ()
    """Folders a speech model may lie in: those where one does, or else where to put the first."""
    staff: tuple[StaffMember, ...] = ()
    trial: Trial | None = None


class SetUpEnd(StrEnum):
    """How somebody left the set-up."""

    FINISHED = "finished"
    TRIAL = "trial"
    """For a test interview; they come back."""
    LATER = "later"
