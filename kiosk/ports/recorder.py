"""The recorder as the kiosk process sees it.

Orders return at once; what came of them arrives at the listener as facts
(``kiosk.flow.facts``), on a thread of the recorder's client. Pictures and levels are not
facts: they lie in latest-value slots that the screen polls.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.domain.masks import Masks
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.facts import RecorderFact


class DeviceState(StrEnum):
    """What a device is doing, for the status row."""

    CLOSED = "closed"
    OPENING = "opening"
    CONNECTED = "connected"
    RECORDING = "recording"
    """Connected, and what it delivers goes into the recording."""
    MASKED = "masked"
    SILENT = "silent"
    FROZEN = "frozen"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """The recorder at this moment (latest value, at least 10 times a second)."""

    camera: DeviceState
    microphone: DeviceState
    loudspeaker: DeviceState
    recording: bool
    segment: int
    position_s: float
    """Length of the running segment."""
    frames: int
    frames_repeated: int
    frames_dropped: int
    level_dbfs: float
    """Microphone level, RMS over the last 50 ms; -90 when silent or closed."""
    speech: bool
    """Whether the microphone hears a voice above the room's noise."""
    free_bytes: int
    camera_name: str = ""
    """What the device calls itself, empty while none is open; the same for the next two."""
    microphone_name: str = ""
    loudspeaker_name: str = ""


@dataclass(frozen=True, slots=True)
class PreviewPicture:
    """One reduced camera picture, RGB888, rows without padding."""

    sequence: int
    width: int
    height: int
    pixels: bytes


class Recorder(Protocol):
    """Orders from the engine thread; slots readable from any thread."""

    def listen(self, listener: Callable[[RecorderFact], None]) -> None:
        """Whom to tell; set once, before the first order."""

    def open(self, devices: DeviceChoice) -> None:
        """Open the devices so that preview and level flow; nothing is kept.

        → ``DevicesOpened`` or ``FaultRaised``.
        """

    def close(self) -> None:
        """Close the devices; ignored while recording."""

    def scan(self, on: bool) -> None:
        """Look for a QR code in the camera's pictures. → ``CodeSeen``."""

    def begin(self, order: RecordingOrder) -> None:
        """Start recording, or continue the session with its next segment.

        → ``RecordingStarted`` or ``FaultRaised``.
        Beginning the session that is being recorded already only answers ``RecordingStarted`` again.
        """

    def mark(self, key: str, title: str, label: str) -> None:
        """Start a chapter here: its key, its title in the file, and the overlay's short label."""

    def mask(self, masks: Masks) -> None:
        """Cover or uncover devices; the recording goes on with slate and silence."""

    def play(self, sound: Path, name: str, into_recording: bool, volume: float = 1.0) -> None:
        """Play a WAV file, and mix it into the recording if asked. → ``SoundStarted``, ``SoundEnded``.

        ``volume`` is that of the loudspeaker; the recording has the sound as it is.
        """

    def stop_playing(self) -> None:
        """Fall silent. → ``SoundEnded`` for what was playing."""

    def sample(self, seconds: float) -> None:
        """Keep the next seconds of microphone in memory only. → ``SampleRecorded``."""

    def play_sample(self) -> None:
        """Play the sample back. → ``SoundStarted``, ``SoundEnded`` named ``sample``."""

    def discard_sample(self) -> None:
        """Forget the sample."""

    def calibrate(self) -> None:
        """Play the chirps of ``kiosk.domain.calibration`` and look for the flashes that go with them.

        → ``SoundStarted``, then ``SyncMeasured`` or ``SyncNotMeasured`` within three seconds; not while
        recording. What is found is corrected from then on, until ``begin`` orders something else.
        """

    def prove(self, key: str, start_mono_s: float, end_mono_s: float) -> None:
        """Examine the file for what was said between two instants of the system's monotonic clock.

        → ``CaptureProved`` or ``CaptureUnproved`` within a second; the recording goes on meanwhile.
        """

    def record_screen(self, display: str) -> None:
        """Film an X display (``:0``), or one window of it (``:0#4194311``), only while recording.

        It ends when told to stop, or with the segment.

        → ``ScreenRecordingStarted`` or ``ScreenRecordingEnded``.
        """

    def stop_screen(self) -> None:
        """End the film of the screen. → ``ScreenRecordingEnded``."""

    def stop(self, reason: str) -> None:
        """Close the running segment cleanly and record nothing until ``begin`` is ordered again."""

    def finish(self, order: RecordingOrder) -> None:
        """Stop if running, join the session's segments, verify. → ``RecordingFinished`` or ``FaultRaised``.

        Works as well for a session whose recorder died: the segments on disk are what counts.
        Finishing a session that is finished already answers ``RecordingFinished`` again.
        """

    def preview(self) -> PreviewPicture | None:
        """The latest picture, or ``None``."""

    def status(self) -> RecorderStatus | None:
        """The latest status, or ``None`` while the recorder is away."""

    def shut_down(self) -> None:
        """Close this end. A recorder without a session ends itself; one that records goes on."""
