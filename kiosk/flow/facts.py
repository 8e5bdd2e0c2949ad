"""Facts the recorder reports. They know devices, files and sounds, never an interview."""

from dataclasses import dataclass, field

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.proof import CaptureFlaw, CaptureProof
from kiosk.domain.recording import Recording


@dataclass(frozen=True, slots=True)
class DevicesOpened:
    """Camera, microphone and loudspeaker are open; empty name = that device is not there."""

    camera: str
    microphone: str
    loudspeaker: str


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A QR code was held before the camera."""

    code: str = field(metadata={"secret": True})


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    """The first frame of a segment is on its way to the disk."""

    session: str
    segment: int
    started_wall: str


@dataclass(frozen=True, slots=True)
class RecordingStopped:
    """The running segment is closed; nothing is recorded until the next one begins."""

    session: str
    segment: int


@dataclass(frozen=True, slots=True)
class RecordingFinished:
    """The one file exists, verified and renamed."""

    session: str
    recording: Recording


@dataclass(frozen=True, slots=True)
class SoundStarted:
    """The first sample of a sound is audible; ``mono_s`` is the system's monotonic clock then."""

    name: str
    mono_s: float
    duration_s: float


@dataclass(frozen=True, slots=True)
class SoundEnded:
    """A sound is over; ``complete`` is false when it was cut short."""

    name: str
    complete: bool


@dataclass(frozen=True, slots=True)
class SampleRecorded:
    """The device check's sample is in memory; ``speech`` tells whether a voice was heard in it."""

    seconds: float
    peak_dbfs: float
    speech: bool


@dataclass(frozen=True, slots=True)
class SyncMeasured:
    """Flashes were seen and chirps heard: pictures are moved from now on. Answers ``calibrate``."""

    picture_late_ms: float
    """How much later than its sound an event is seen; negative when it is seen first."""
    spread_ms: float
    """How far single flashes lie from that, at most."""
    flashes: int


@dataclass(frozen=True, slots=True)
class SyncNotMeasured:
    """Flashes and chirps told nothing, and nothing is corrected. Answers ``calibrate``."""

    reason: str


@dataclass(frozen=True, slots=True)
class CaptureProved:
    """An answer is in the file: seen, heard, in step and hashed. Answers ``prove``."""

    key: str
    proof: CaptureProof


@dataclass(frozen=True, slots=True)
class CaptureUnproved:
    """An answer is not proved to be in the file. Answers ``prove``."""

    key: str
    flaw: CaptureFlaw
    detail: str


@dataclass(frozen=True, slots=True)
class ScreenRecordingStarted:
    """The screen is being filmed; picture 0 of the file belongs ``offset_s`` into its segment."""

    file: str
    """Relative to the session's folder."""
    segment: int
    offset_s: float


@dataclass(frozen=True, slots=True)
class ScreenRecordingEnded:
    """The screen is not filmed any more, or not at all when there is no file; ``problem`` says why not."""

    file: str
    length_s: float
    problem: str


@dataclass(frozen=True, slots=True)
class FaultRaised:
    """Trouble began. A kiosk that starts anew is told again of whatever is still wrong."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class FaultCleared:
    """Trouble ended; told by whoever told of its beginning."""

    code: FaultCode


RecorderFact = (
    DevicesOpened
    | CodeSeen
    | RecordingStarted
    | RecordingStopped
    | RecordingFinished
    | SoundStarted
    | SoundEnded
    | SampleRecorded
    | SyncMeasured
    | SyncNotMeasured
    | CaptureProved
    | CaptureUnproved
    | ScreenRecordingStarted
    | ScreenRecordingEnded
    | FaultRaised
    | FaultCleared
)
