"""The booth's rehearsal: some seconds recorded as in an interview, judged by the same proof, thrown away."""

import tempfile
import uuid
from pathlib import Path

from capture.conversation import Conversation
from capture.errors import CaptureError
from capture.link import Launch
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.recording import DeviceChoice, Quality, RecordingOrder
from kiosk.flow.facts import CaptureProved

NAME = "Test recording"
_LEAVE_S = 0.2
_GONE_S = 10.0
_EMPTY_BOOTH = {
    CaptureFlaw.FROZEN: "Nothing moved in the picture. If somebody sat there, look at the camera.",
    CaptureFlaw.NO_VOICE: "No voice was heard. Turn the loudspeaker up, or say something during the test.",
}
"""What an empty booth cannot prove: worth a look, but no reason to keep it closed."""


def rehearse(devices: DeviceChoice, quality: Quality, seconds: float, sound: Path | None) -> CheckResult:
    """Record with these devices while ``sound`` is played; takes a few seconds longer than ``seconds``.

    Its recorder is one of its own; while the station's has the devices open they may be busy.
    """
    with (
        tempfile.TemporaryDirectory(prefix="rehearsal-") as work,
        tempfile.TemporaryDirectory(prefix="recorder-") as meeting,
    ):
        launch = Launch(Path(meeting) / "socket", ("--idle", str(_LEAVE_S)))
        order = RecordingOrder(SessionId(uuid.uuid4().hex), work, "rehearsal", quality)
        try:
            answer = Conversation(launch).rehearse(devices, order, seconds, sound)
        except CaptureError as error:
            return _bad(str(error))
        finally:
            launch.wait_until_gone(_GONE_S)
    if isinstance(answer, CaptureProved):
        proof = answer.proof
        seen = f"{proof.length_s:.0f} s, {proof.frames} pictures, {proof.voice_s:.0f} s of voice"
        return CheckResult(NAME, Verdict.GOOD, f"Proved: {seen} at {proof.voice_dbfs:.0f} dBFS.")
    if answer.flaw in _EMPTY_BOOTH:
        return CheckResult(NAME, Verdict.WARNING, _EMPTY_BOOTH[answer.flaw])
    return _bad(answer.detail)


def _bad(reason: str) -> CheckResult:
    to_do = "See to the device that is named, then test again."
    return CheckResult(NAME, Verdict.BAD, reason, to_do, FaultCode.TEST_FAILED)
