"""Orders to the world. They return nothing; what comes of them comes back as events."""

from dataclasses import dataclass, field

from kiosk.domain.code import CodeOrder
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.masks import Masks
from kiosk.domain.pack import Language
from kiosk.flow.timers import Timer


@dataclass(frozen=True, slots=True)
class CheckInvitation:
    """Look up a code. → ``InvitationAccepted`` or ``InvitationRefused``.

    Only the latest look-up is answered, and none after ``WipeSlate``: an answer must not meet another person.
    """

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenDevices:
    """Open camera, microphone and loudspeaker. → ``DevicesOpened`` or ``FaultRaised``.

    Harmless while they are open, even during a recording; a device that is not there is looked for again.
    """


@dataclass(frozen=True, slots=True)
class OpenCamera:
    """Open the camera alone: nobody has agreed to be heard yet. → as ``OpenDevices``."""


@dataclass(frozen=True, slots=True)
class CloseDevices:
    """Let go of the devices."""


@dataclass(frozen=True, slots=True)
class ScanForCode:
    """Begin or stop looking for a QR code."""

    on: bool


@dataclass(frozen=True, slots=True)
class Speak:
    """Say a rendered sentence. → ``SoundStarted``, ``SoundEnded`` or ``VoiceUnavailable``."""

    name: str
    text: str
    language: Language
    into_recording: bool
    slow: bool = False
    volume: float = 1.0
    """Of the loudspeaker only."""


@dataclass(frozen=True, slots=True)
class Announce:
    """Say what staff wrote, as soon as it is rendered; without a voice the screen's text must do."""

    text: str
    language: Language
    into_recording: bool


@dataclass(frozen=True, slots=True)
class RunBoothTests:
    """Run every test of the booth. → ``FaultRaised`` or ``FaultCleared`` where that changes anything."""


@dataclass(frozen=True, slots=True)
class UseMicrophone:
    """Use the microphone of this name from now on, in place of the station's."""

    name: str


@dataclass(frozen=True, slots=True)
class FallSilent:
    """Stop speaking."""


@dataclass(frozen=True, slots=True)
class RecordSample:
    """Keep some seconds of microphone in memory. → ``SampleRecorded``."""

    seconds: float


@dataclass(frozen=True, slots=True)
class PlaySample:
    """Play the sample back. → ``SoundEnded`` named ``sample``."""


@dataclass(frozen=True, slots=True)
class DiscardSample:
    """Forget the sample."""


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Chirp while the screen flashes. → ``SoundStarted``, ``SyncMeasured`` or ``SyncNotMeasured``."""


@dataclass(frozen=True, slots=True)
class StartRecording:
    """Record, or record on; harmless while recording. → ``RecordingStarted`` or ``FaultRaised``."""

    session: SessionId
    picture_late_ms: float = 0.0
    """How much later than its sound the camera shows an event, as far as known."""


@dataclass(frozen=True, slots=True)
class RecordScreen:
    """Film the screen; harmless while filming. → ``ScreenRecordingStarted`` or ``ScreenRecordingEnded``."""


@dataclass(frozen=True, slots=True)
class StopScreen:
    """End the film of the screen; harmless when there is none. → ``ScreenRecordingEnded``."""


@dataclass(frozen=True, slots=True)
class StopRecording:
    """Close the running segment; harmless when there is none. → ``RecordingStopped``."""

    reason: str


@dataclass(frozen=True, slots=True)
class MarkChapter:
    """Start a chapter at this instant."""

    key: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class ApplyMasks:
    """Cover and uncover the devices."""

    masks: Masks


@dataclass(frozen=True, slots=True)
class FinishRecording:
    """Stop, and make the one file; harmless when made. → ``RecordingFinished`` or ``FaultRaised``."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class ProveAnswer:
    """Look whether an answer is in the file. → ``CaptureProved`` or ``CaptureUnproved``."""

    key: str
    start_mono_s: float
    end_mono_s: float


@dataclass(frozen=True, slots=True)
class RunCode:
    """Judge a program. → ``CodeJudged``."""

    session: SessionId
    question: QuestionId
    number: int
    order: CodeOrder


@dataclass(frozen=True, slots=True)
class StopCode:
    """Stop every program that runs, and forget those that wait."""


@dataclass(frozen=True, slots=True)
class StartTimer:
    """→ ``TimerElapsed``, unless cancelled or set again."""

    timer: Timer
    seconds: float


@dataclass(frozen=True, slots=True)
class CancelTimer:
    """Forget a timer; harmless when it is not set."""

    timer: Timer


@dataclass(frozen=True, slots=True)
class CallStaff:
    """Tell staff that somebody in this booth needs them."""


@dataclass(frozen=True, slots=True)
class WipeSlate:
    """Leave nothing of the last candidate on the screen or in memory."""


Effect = (
    CheckInvitation
    | OpenDevices
    | OpenCamera
    | CloseDevices
    | ScanForCode
    | Speak
    | Announce
    | UseMicrophone
    | RunBoothTests
    | FallSilent
    | RecordSample
    | PlaySample
    | DiscardSample
    | Calibrate
    | StartRecording
    | RecordScreen
    | StopScreen
    | StopRecording
    | MarkChapter
    | ApplyMasks
    | FinishRecording
    | ProveAnswer
    | RunCode
    | StopCode
    | StartTimer
    | CancelTimer
    | CallStaff
    | WipeSlate
)
