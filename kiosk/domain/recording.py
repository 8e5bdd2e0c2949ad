"""A recording: what is ordered, what came out."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.ids import SessionId
from kiosk.domain.personal import personal


class RecordingStatus(StrEnum):
    """The life of a session's recording, in the words of the server's API."""

    NOT_STARTED = "not_started"
    RECORDING = "recording"
    COMPLETED = "completed"
    FAILED = "failed"


SOFTWARE = "libx264"


@dataclass(frozen=True, slots=True)
class Quality:
    """How the picture and the sound are encoded."""

    name: str = "hd"
    width: int = 1280
    height: int = 720
    fps: int = 30
    video_kbps: int = 2500
    audio_kbps: int = 128
    preset: str = "superfast"
    """x264's."""
    encoder: str = SOFTWARE
    """Of the pictures: x264, or a hardware encoder of the machine (``capture.encoders``)."""
    video: bool = True
    audio: bool = True


HD = Quality()
FULL_HD = Quality("full-hd", 1920, 1080, 30, 5000)
SD = Quality("sd", 854, 480, 30, 1200, 128)
AUDIO = Quality("audio", video=False)
PRESETS = {quality.name: quality for quality in (HD, FULL_HD, SD, AUDIO)}


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """Which devices a station uses.

    ``camera``: an index, ``/dev/videoN``, a device name, an ``http://`` MJPEG address, a file, or ``sim``.
    ``microphone``: a PulseAudio or PipeWire source, an index, a file, or ``sim``.
    ``loudspeaker``: a PulseAudio or PipeWire sink, an index, or ``sim`` (plays to nobody, in real time).
    An empty name: none is opened.
    """

    camera: str = "sim"
    microphone: str = "sim"
    loudspeaker: str = "sim"

    @property
    def simulated(self) -> bool:
        """Whether any device is a simulator, which the screen must say."""
        return any(name.split(":")[0] == "sim" for name in (self.camera, self.microphone, self.loudspeaker))


@dataclass(frozen=True, slots=True)
class RecordingOrder:
    """What to record: one folder per session, the recorder names the files inside it.

    Ordering again for a session that already has segments continues it with the next one.
    """

    session: SessionId
    folder: str
    """Absolute path of ``…/interview_recordings/{session}``; the recorder creates what is below it."""
    station: str
    """The station's name, burnt into the overlay."""
    quality: Quality = HD
    picture_late_ms: float = 0.0
    """How much later than its sound this booth's camera shows an event; it is corrected by that much."""


class GapCause(StrEnum):
    """Why a stretch of the session has no picture or no sound."""

    CAMERA_MASKED = "camera_masked"
    MICROPHONE_MASKED = "microphone_masked"
    PAUSED = "paused"
    CAMERA_LOST = "camera_lost"
    MICROPHONE_LOST = "microphone_lost"
    RECORDER_LOST = "recorder_lost"
    POWER_LOST = "power_lost"
    STOPPED_BY_STAFF = "stopped_by_staff"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without picture or sound. Painted gaps lie inside the recording; lost time does not.

    ``start_s`` is the position in the finished file; ``length_s`` is the wall-clock length.
    """

    cause: GapCause
    start_s: float
    length_s: float
    painted: bool
    reason: str = field(default="", metadata=personal(""))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of the finished file, in seconds from its start."""

    key: str
    title: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Segment:
    """One uninterrupted stretch of recording and what the recorder counted in it."""

    number: int
    started_wall: str
    boot_id: str
    started_mono_s: float
    """The system's monotonic clock at frame 0, comparable within ``boot_id``."""
    offset_s: float
    """Where the segment begins in the finished file: any instant of the journal can be found in it."""
    duration_s: float
    frames: int
    frames_repeated: int
    """Frames written twice because the camera delivered none in time: counted, never silent."""
    frames_dropped: int
    """Camera frames that arrived and could not be written."""
    audio_samples: int
    audio_lost_samples: int
    picture_late_ms: float = 0.0
    """By how much its pictures were moved to meet their sound, as the calibration had found."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished, verified recording; paths are relative to the session's folder."""

    file: str
    sha256: str
    size_bytes: int
    duration_s: float
    format: str
    quality: Quality
    started_wall: str
    segments: tuple[Segment, ...]
    chapters: tuple[Chapter, ...]
    gaps: tuple[Gap, ...]
    voice_tracks: tuple[str, ...] = ()
    """The lossless voice-only track of each segment."""
