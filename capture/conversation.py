"""A short talk with a recorder process: ask, wait for the fact that answers, give up in good time."""

import queue
import time
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from capture.client import RecorderClient
from capture.errors import CaptureError
from capture.link import Launch
from kiosk.domain.faults import CATALOGUE, Fault, FaultCode
from kiosk.domain.recording import DeviceChoice, Quality, Recording, RecordingOrder
from kiosk.flow.facts import (
    CaptureProved,
    CaptureUnproved,
    DevicesOpened,
    FaultRaised,
    RecorderFact,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
)

_ANSWER_S = 20.0
_FINISH_S = 120.0

Fact = TypeVar("Fact", bound=RecorderFact)


class Conversation:
    """A client and what it has heard. One thread; raises ``CaptureError`` with a sentence to show."""

    def __init__(self, launch: Launch) -> None:
        self._client = RecorderClient(launch)
        self._facts: queue.SimpleQueue[RecorderFact] = queue.SimpleQueue()
        self._client.listen(self._facts.put)

    def record(self, devices: DeviceChoice, order: RecordingOrder, seconds: float) -> Recording:
        """Record so long, and finish."""
        try:
            self.begin(devices, order)
            self._run_for(seconds)
            self._client.finish(order)
            return self._await(RecordingFinished, _FINISH_S).recording
        finally:
            self._client.shut_down()

    def rehearse(
        self, devices: DeviceChoice, order: RecordingOrder, seconds: float, sound: Path | None
    ) -> CaptureProved | CaptureUnproved:
        """Record so long while a sound is played, and have it proved; nothing is finished."""
        try:
            self.begin(devices, order)
            began_s = time.monotonic()
            if sound is not None:
                self._client.play(sound, "rehearsal", into_recording=False)
                self._client.say(sound)  # a simulated candidate repeats it, a real microphone hears it
            self._run_for(seconds)
            self._client.prove("rehearsal", began_s, time.monotonic())
            return self._await_proof()
        finally:
            self._client.stop("the rehearsal is over")
            self._client.shut_down()

    def begin(self, devices: DeviceChoice, order: RecordingOrder) -> None:
        """Open the devices and start recording."""
        self._client.open(devices)
        self._await_devices(order.quality)
        self._client.begin(order)
        self._await(RecordingStarted, _ANSWER_S)

    def _await_proof(self) -> CaptureProved | CaptureUnproved:
        deadline = time.monotonic() + _ANSWER_S
        while (left_s := deadline - time.monotonic()) > 0:
            fact = self._next(left_s)
            if isinstance(fact, CaptureProved | CaptureUnproved):
                return fact
        raise CaptureError("The recorder did not answer in time.")

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
