"""The self-test's lines about camera, microphone, loudspeaker and ffmpeg.

Each opens the thing, uses it for about a second, lets go of it again and says in one sentence what it found
and, where that is not good, in one what to do.
"""

import re
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from capture.encoders import choose, remember
from capture.errors import CaptureError, DeviceBusyError
from capture.ffmpeg import program_path
from capture.sources import SAMPLE_RATE, CameraFrame, Devices, Samples
from capture.speech import dbfs
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import SOFTWARE, DeviceChoice, Quality

_LOOK_S = 1.0
_LISTEN_S = 0.5
_BLACK = 16
"""Mean luma (0..255) below which a picture is dark."""
_SLOW = 0.8
_SILENT_DBFS = -80.0
_ENCODERS = ("libx264", "aac")
_ANSWER_S = 10.0
_MOST_CORE = 0.8
"""An encoder that takes more of one core leaves too little for everything else."""
_FAULTS = {
    "Camera": FaultCode.CAMERA_MISSING,
    "Microphone": FaultCode.MICROPHONE_MISSING,
    "Loudspeaker": FaultCode.LOUDSPEAKER_MISSING,
    "ffmpeg": FaultCode.FFMPEG_MISSING,
}


@dataclass(slots=True)
class _Overheard:
    """Takes what the devices deliver and report during a check."""

    frames: list[CameraFrame] = field(default_factory=list)
    blocks: list[Samples] = field(default_factory=list)
    lost: threading.Event = field(default_factory=threading.Event)

    def see(self, frame: CameraFrame) -> None:
        self.frames.append(frame)

    def hear(self, samples: Samples, _first_sample_ns: int) -> None:
        self.blocks.append(samples.copy())

    def raised(self, _fault: Fault) -> None:
        self.lost.set()

    def cleared(self, code: FaultCode) -> None:
        """A device that comes and goes is no good: nothing is forgiven."""


def check_devices(devices: Devices, choice: DeviceChoice, quality: Quality) -> tuple[CheckResult, ...]:
    """Camera, microphone and loudspeaker in this order; takes about three seconds."""
    return (
        check_camera(devices, choice.camera, quality),
        check_microphone(devices, choice.microphone),
        check_loudspeaker(devices, choice.loudspeaker),
    )


def check_camera(devices: Devices, choice: str, quality: Quality) -> CheckResult:
    """Whether it delivers pictures, how many, and whether anything can be seen on them."""
    seen = _Overheard()
    try:
        camera = devices.camera(choice, quality, seen.see, seen)
        camera.open()
    except DeviceBusyError as error:
        to_do = "Close the other program, or choose another camera in the station settings."
        return _missing("Camera", error, to_do, FaultCode.CAMERA_BUSY)
    except CaptureError as error:
        return _missing("Camera", error, "Plug the camera in, or choose another in the station settings.")
    seen.lost.wait(_LOOK_S)
    camera.close()
    if seen.lost.is_set() or len(seen.frames) < 2:
        return _bad("Camera", f"{camera.name} stopped.", "Check its cable, or use another USB socket.")
    taken_s = (seen.frames[-1].captured_ns - seen.frames[0].captured_ns) / 1e9
    rate_hz = (len(seen.frames) - 1) / taken_s if taken_s else 0.0
    found = f"{camera.name}: {quality.width}x{quality.height}, {rate_hz:.0f} pictures a second."
    if float(seen.frames[-1].planes[: quality.height].mean()) < _BLACK:
        return _warning(
            "Camera", f"{found} The picture is dark.", "Uncover the camera or switch on the light."
        )
    if rate_hz < quality.fps * _SLOW:
        return _warning(
            "Camera", f"{found} {quality.fps} were asked for.", "Give it more light, or another USB socket."
        )
    return _good_if_real("Camera", choice, found)


def check_microphone(devices: Devices, choice: str) -> CheckResult:
    """Whether it delivers sound that is not digital silence."""
    heard = _Overheard()
    try:
        microphone = devices.microphone(choice, heard.hear, heard)
        microphone.open()
    except CaptureError as error:
        to_do = "Plug the microphone in, or choose another in the station settings."
        return _missing("Microphone", error, to_do)
    heard.lost.wait(_LISTEN_S)
    microphone.close()
    if heard.lost.is_set() or not heard.blocks:
        return _bad(
            "Microphone", f"{microphone.name} stopped.", "Check its cable, or use another USB socket."
        )
    level_dbfs = dbfs(np.concatenate(heard.blocks))
    found = f"{microphone.name}: room level {level_dbfs:.0f} dB."
    if level_dbfs < _SILENT_DBFS:
        to_do = "Unmute the microphone and turn its level up."
        return _bad("Microphone", f"{microphone.name} gives no sound at all.", to_do)
    return _good_if_real("Microphone", choice, found)


def check_loudspeaker(devices: Devices, choice: str) -> CheckResult:
    """Whether it plays; what it plays for this is silence."""
    told = _Overheard()
    try:
        loudspeaker = devices.loudspeaker(choice, told)
        loudspeaker.open()
    except CaptureError as error:
        to_do = "Plug the loudspeaker in, or choose another in the station settings."
        return _missing("Loudspeaker", error, to_do)
    silence = np.zeros(SAMPLE_RATE // 10, np.float32)
    deadline_s = time.monotonic() + _LOOK_S
    loudspeaker.play(silence)
    while loudspeaker.position() < len(silence) and time.monotonic() < deadline_s:
        time.sleep(0.02)
    played = loudspeaker.position() == len(silence) and not told.lost.is_set()
    loudspeaker.close()
    if not played:
        return _bad("Loudspeaker", f"{loudspeaker.name} does not play.", "Check its cable and its volume.")
    return _good_if_real("Loudspeaker", choice, f"{loudspeaker.name} plays.")


def check_ffmpeg() -> CheckResult:
    """Whether ffmpeg is there and can encode what we need."""
    try:
        program = program_path("ffmpeg")
    except CaptureError as error:
        return _bad("ffmpeg", f"{error}.".capitalize(), "Install it with: apt-get install ffmpeg")
    version = re.search(r"version (\S+)", _answer(program, "-version"))
    encoders = _answer(program, "-hide_banner", "-encoders")
    lacking = [name for name in _ENCODERS if not re.search(rf"^ \S+ {name}\s", encoders, re.MULTILINE)]
    if not version or lacking:
        found = f"ffmpeg lacks {', '.join(lacking)}." if lacking else "ffmpeg does not say its version."
        return _bad("ffmpeg", found, "Install the full build with: apt-get install ffmpeg")
    return CheckResult("ffmpeg", Verdict.GOOD, f"ffmpeg {version[1]} with {' and '.join(_ENCODERS)}.")


def check_encoder(quality: Quality, keep: Path) -> CheckResult:
    """What the pictures will be encoded with, tried out; the choice is kept for the recordings to come."""
    if not quality.video:
        return CheckResult("Encoder", Verdict.GOOD, "Only sound is recorded.")
    choice = choose(quality)
    try:
        remember(choice, quality, keep)
    except OSError as error:
        return _warning(
            "Encoder", f"{choice}, which cannot be kept: {error.strerror}.", "Check the data folder."
        )
    used = choice.tried[-1]
    if used.problem:
        return _warning("Encoder", f"{choice}.", "Record a minute with “main.py record” and look at it.")
    if choice.encoder == SOFTWARE and used.cost > _MOST_CORE:
        return _warning("Encoder", f"{choice}.", "Choose quality “sd”, or a faster computer.")
    return CheckResult("Encoder", Verdict.GOOD, f"{choice}.")


def _answer(*command: str) -> str:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_ANSWER_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _good_if_real(name: str, choice: str, found: str) -> CheckResult:
    if choice.partition(":")[0] == "sim":
        return _warning(name, found, f"Choose a real {name.lower()} before the first interview.")
    return CheckResult(name, Verdict.GOOD, found)


def _missing(name: str, error: CaptureError, to_do: str, code: FaultCode | None = None) -> CheckResult:
    sentence = str(error)
    finding = f"{sentence[:1].upper()}{sentence[1:]}."
    return CheckResult(name, Verdict.BAD, finding, to_do, code or _FAULTS[name])


def _warning(name: str, found: str, to_do: str) -> CheckResult:
    return CheckResult(name, Verdict.WARNING, found, to_do)


def _bad(name: str, found: str, to_do: str) -> CheckResult:
    return CheckResult(name, Verdict.BAD, found, to_do, _FAULTS[name])
