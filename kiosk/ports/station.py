"""The running station as the screen sees it: a state to draw, a place to put wishes, slots to poll."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.checks import CheckResult
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import PinAnswer
from kiosk.domain.tongue import Tongue
from kiosk.flow.events import Event
from kiosk.flow.states import Kiosk
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.judge import JudgeStatus
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.sync import SyncQueue
from kiosk.ports.voice import Utterance


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state, and the monotonic clock when it became so: clocks on the screen run on from there."""

    kiosk: Kiosk
    since_mono_s: float


@dataclass(frozen=True, slots=True)
class Speaking:
    """What the voice says at this moment; ``started_mono_s`` is when its first sample was audible."""

    name: str
    utterance: Utterance
    started_mono_s: float


@dataclass(frozen=True, slots=True)
class StationFacts:
    """What does not change while the program runs."""

    name: str
    version: str
    simulated: bool
    """Some device is a simulator, which every screen must say."""
    bytes_per_hour: float = 0.0
    """What an hour of interview takes on the disk; 0 where nobody knows."""
    checks: tuple[CheckResult, ...] = ()
    """The latest tests, for staff."""
    testing: bool = False
    """Whether the booth is being tested now."""
    tongue: Tongue = Tongue.ENGLISH
    """What the screen speaks while nobody has chosen, and always to staff."""
    sets_up: bool = False
    """Whether staff can go from here to the set-up and come back."""


class Station(Protocol):
    """Every method may be called from the screen's thread and returns at once."""

    @property
    def facts(self) -> StationFacts:
        """The station itself."""

    @property
    def exporter(self) -> Exporter | None:
        """The way out for interviews, where the station has one."""

    @property
    def desk(self) -> Desk | None:
        """What HR asks of the station's memory, where the station lets them."""

    def watch(self, listener: Callable[[Snapshot], None]) -> None:
        """Be told of every new state, on the engine's thread; told of the present one at once."""

    def post(self, event: Event) -> None:
        """A wish of the person at the screen; what becomes of it is seen in the next state.

        What staff wish is passed over unless they have entered and it is theirs to do.
        """

    def preview(self) -> PreviewPicture | None:
        """The newest camera picture."""

    def recorder(self) -> RecorderStatus | None:
        """The recorder now; ``None`` while it is away."""

    def speaking(self) -> Speaking | None:
        """What the voice is saying now."""

    def judge(self) -> JudgeStatus | None:
        """In what programs can be written and run here; ``None`` until that is known."""

    def receipt(self) -> Receipt | None:
        """What the candidate takes home; ``None`` until it is written, and when nobody has finished."""

    def sync(self) -> SyncQueue | None:
        """What waits to be sent; ``None`` where no server is connected."""

    def microphones(self) -> Mapping[str, str]:
        """The microphones there are: what they are called in orders, and their titles.

        Asks the system: not for the thread that draws.
        """

    def staff_names(self) -> tuple[str, ...]:
        """Who may enter the staff panel. Reads the disk: not for the thread that draws."""

    def staff_enters(self, name: str, pin: str) -> PinAnswer:
        """Let somebody in who knows their PIN, until ``staff_leaves``. May take a tenth of a second."""

    def staff_leaves(self, name: str) -> None:
        """From now on nothing is done in this name."""
