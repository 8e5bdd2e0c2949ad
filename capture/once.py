"""Record without an interview: the very same recorder process, one file."""

import os
import queue
import shutil
import tempfile
import time
import uuid
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from capture.client import RecorderClient
from capture.errors import CaptureError
from capture.link import Launch
from kiosk.domain.faults import CATALOGUE, Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import DeviceChoice, Quality, Recording, RecordingOrder
from kiosk.flow.facts import (
    DevicesOpened,
    FaultRaised,
    RecorderFact,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
)

_ANSWER_S = 20.0
_FINISH_S = 120.0
_LEAVE_S = 0.2
_GONE_S = 10.0

Fact = TypeVar("Fact", bound=RecorderFact)


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
        recording = _Conversation(launch).record(_resolved(request.devices), order, request.seconds)
        shutil.move(Path(work) / recording.file, out)
        launch.wait_until_gone(_GONE_S)
    return replace(recording, file=str(out), voice_tracks=())


class _Conversation:
    """A client and what it has heard."""

    def __init__(self, launch: Launch) -> None:
        self._client = RecorderClient(launch)
        self._facts: queue.SimpleQueue[RecorderFact] = queue.SimpleQueue()
        self._client.listen(self._facts.put)

    def record(self, devices: DeviceChoice, order: RecordingOrder, seconds: float) -> Recording:
        try:
            self._client.open(devices)
            self._await_devices(order.quality)
            self._client.begin(order)
            self._await(RecordingStarted, _ANSWER_S)
            self._run_for(seconds)
            self._client.finish(order)
            return self._await(RecordingFinished, _FINISH_S).recording
        finally:
            self._client.shut_down()

    def _await_devices(self, quality: Quality) -> None:
        bearable = {FaultCode.LOUDSPEAKER_MISSING, FaultCode.DISK_LOW}
        if not quality.video:
            bearable |= {FaultCode.CAMERA_MISSING}
        if not quality.audio:
            bearable |= {FaultCode.MICROPHONE_MISSING}
        self._await(DevicesOpened, _ANSWER_S, bearable)

    def _run_for(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with suppress(KeyboardInterrupt):
            while (left_s := deadline - time.monotonic()) > 0:
                if isinstance(self._next(left_s), RecordingStopped):
                    return

    def _await(self, kind: type[Fact], patience_s: float, bearable: Container[FaultCode] = ()) -> Fact:
        """The next fact of this kind; an unbearable fault before it ends everything."""
        deadline = time.monotonic() + patience_s
        while (left_s := deadline - time.monotonic()) > 0:
            fact = self._next(left_s)
            if isinstance(fact, kind):
                return fact
            if isinstance(fact, FaultRaised) and fact.fault.code not in bearable:
                raise CaptureError(_sentence(fact.fault))
        raise CaptureError("The recorder did not answer in time.")

    def _next(self, patience_s: float) -> RecorderFact | None:
        try:
            return self._facts.get(timeout=patience_s)
        except queue.Empty:
            return None


def _sentence(fault: Fault) -> str:
    happened = CATALOGUE[fault.code].texts.what_happened
    return f"{happened} ({fault.detail})" if fault.detail else happened


def _resolved(devices: DeviceChoice) -> DeviceChoice:
    """Files by their whole path: the recorder process lives in another folder."""

    def whole(choice: str) -> str:
        return str(Path(choice).absolute()) if Path(choice).is_file() else choice

    return DeviceChoice(whole(devices.camera), whole(devices.microphone), devices.loudspeaker)
