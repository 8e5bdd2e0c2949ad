"""What passes between the recorder process and its clients: one JSON object per line.

Orders go in; ``Hello``, facts and statuses come out. The preview's shared memory comes along with
``Hello`` as a file handle.
"""

import json
from dataclasses import dataclass

from kiosk.domain.masks import Masks
from kiosk.domain.plain import from_plain, to_plain
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.facts import RecorderFact
from kiosk.ports.recorder import RecorderStatus

_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Open:
    """Open devices."""

    devices: DeviceChoice


@dataclass(frozen=True, slots=True)
class Close:
    """Close them."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Look for codes, or stop looking."""

    on: bool


@dataclass(frozen=True, slots=True)
class Begin:
    """Start a segment."""

    order: RecordingOrder


@dataclass(frozen=True, slots=True)
class Mark:
    """Start a chapter."""

    key: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Mask:
    """Cover or uncover devices."""

    masks: Masks


@dataclass(frozen=True, slots=True)
class Play:
    """Play a sound file."""

    sound: str
    name: str
    into_recording: bool
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class StopPlaying:
    """Fall silent."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Keep some seconds of microphone in memory."""

    seconds: float


@dataclass(frozen=True, slots=True)
class PlaySample:
    """Play them."""


@dataclass(frozen=True, slots=True)
class DiscardSample:
    """Forget them."""


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Chirp and look for flashes."""


@dataclass(frozen=True, slots=True)
class Prove:
    """Examine what was recorded between two instants."""

    key: str
    start_mono_s: float
    end_mono_s: float


@dataclass(frozen=True, slots=True)
class RecordScreen:
    """Film a display."""

    display: str


@dataclass(frozen=True, slots=True)
class StopScreen:
    """End the film."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Close the segment."""

    reason: str


@dataclass(frozen=True, slots=True)
class Finish:
    """Join the session's segments."""

    order: RecordingOrder


@dataclass(frozen=True, slots=True)
class Say:
    """Have the simulated candidate say a sound file."""

    sound: str


@dataclass(frozen=True, slots=True)
class Hello:
    """The first line a client gets."""

    pid: int


Order = (
    Open
    | Close
    | Scan
    | Begin
    | Mark
    | Mask
    | Play
    | StopPlaying
    | Sample
    | PlaySample
    | DiscardSample
    | Calibrate
    | Prove
    | RecordScreen
    | StopScreen
    | Stop
    | Finish
    | Say
)
News = Hello | RecorderStatus | RecorderFact


def to_line(value: Order | News) -> bytes:
    """One line, its end included."""
    return json.dumps(to_plain(value, keep_secrets=True), separators=(",", ":")).encode() + b"\n"


def order_of(line: bytes) -> Order:
    """Raises ``ValueError`` for anything else."""
    order: Order = from_plain(Order, json.loads(line))
    return order


def news_of(line: bytes) -> News:
    """Raises ``ValueError`` for anything else."""
    news: News = from_plain(News, json.loads(line))
    return news


class LineReader:
    """Cuts a stream of bytes into lines."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are complete now. Raises ``ValueError`` for one that never ends."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > _LONGEST_LINE:
            raise ValueError("a line without an end")
        return lines
