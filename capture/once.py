"""Record without an interview: the very same recorder process, one file."""

import os
import shutil
import tempfile
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from capture.conversation import Conversation
from capture.errors import CaptureError
from capture.link import Launch
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import DeviceChoice, Quality, Recording, RecordingOrder

_LEAVE_S = 0.2
_GONE_S = 10.0


@dataclass(frozen=True, slots=True)
class OnceRequest:
    """What to record, for how long, and where to. The file is replaced if it is there."""

    devices: DeviceChoice
    seconds: float
    out: Path
    quality: Quality
    station: str = ""


def record_once(request: OnceRequest) -> Recording:
    """Record, finish, move the file to ``request.out``. Ctrl-C ends the recording early, in good order.

    Raises ``CaptureError`` with one sentence to show.
    """
    out = request.out.absolute()
    if not out.parent.is_dir():
        raise CaptureError(f"There is no folder {out.parent}.")
    if not os.access(out.parent, os.W_OK):
        raise CaptureError(f"The folder {out.parent} cannot be written to.")
    if out.is_dir():
        raise CaptureError(f"{out} is a folder; please name a file in it.")
    if out.suffix.lower() != ".mp4":
        raise CaptureError(f"The recording is an MP4 file: please name it {out.stem}.mp4.")
    if request.seconds <= 0:
        raise CaptureError("The length must be more than 0 seconds.")
    with (
        tempfile.TemporaryDirectory(prefix=".recording-", dir=out.parent) as work,
        tempfile.TemporaryDirectory(prefix="recorder-") as meeting,
    ):
        launch = Launch(Path(meeting) / "socket", ("--idle", str(_LEAVE_S)))
        order = RecordingOrder(SessionId(uuid.uuid4().hex), work, request.station, request.quality)
        recording = Conversation(launch).record(_resolved(request.devices), order, request.seconds)
        shutil.move(Path(work) / recording.file, out)
        launch.wait_until_gone(_GONE_S)
    return replace(recording, file=str(out), voice_tracks=())


def _resolved(devices: DeviceChoice) -> DeviceChoice:
    """Files by their whole path: the recorder process lives in another folder."""

    def whole(choice: str) -> str:
        return str(Path(choice).absolute()) if Path(choice).is_file() else choice

    return DeviceChoice(whole(devices.camera), whole(devices.microphone), devices.loudspeaker)
