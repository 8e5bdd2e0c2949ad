"""Devices that fail by script, wrapped around devices that do not."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from capture.errors import DeviceMissingError
from capture.sim.microphone import Speaking
from capture.sim.script import Script, TroubleKind
from capture.sources import (
    AudioSource,
    CameraFrame,
    Device,
    FaultListener,
    OnBlock,
    OnFrame,
    Planes,
    Samples,
    VideoSource,
)
from kiosk.domain.faults import Fault, FaultCode

_SLOWNESS = 3
_HISS_RMS = 0.2


class _Ordeal:
    """Plays a script against one device: what is wrong now, and telling of a loss once."""

    def __init__(self, script: Script, code: FaultCode, faults: FaultListener) -> None:
        self._script = script
        self._code = code
        self._faults = faults
        self._opened_ns = 0
        self._lost = False

    def open(self, device: Device) -> None:
        self._opened_ns = time.monotonic_ns()
        self._lost = False
        if TroubleKind.ABSENT in self._script.now(0):
            raise DeviceMissingError(f"the {device.name} is absent, as its script says")
        device.open()

    def now(self) -> frozenset[TroubleKind]:
        """What is wrong now; tells the listener when a loss begins or ends."""
        troubles = self._script.now((time.monotonic_ns() - self._opened_ns) / 1e9)
        lost = TroubleKind.UNPLUG in troubles
        if lost and not self._lost:
            self._faults.raised(Fault(self._code, "unplugged by its script"))
        if self._lost and not lost:
            self._faults.cleared(self._code)
        self._lost = lost
        return troubles


class FaultyCamera:
    """A camera of any kind, with what its script does to the pictures."""

    def __init__(
        self,
        build: Callable[[OnFrame], VideoSource],
        script: Script,
        on_frame: OnFrame,
        faults: FaultListener,
    ) -> None:
        self._camera = build(self._pass_on)
        self._ordeal = _Ordeal(script, FaultCode.CAMERA_LOST, faults)
        self._on_frame = on_frame
        self._frozen: Planes | None = None

    @property
    def name(self) -> str:
        """The wrapped camera's."""
        return self._camera.name

    def open(self) -> None:
        """Open the wrapped one, start the script. Raises ``DeviceMissingError`` if that makes it absent."""
        self._ordeal.open(self._camera)

    def close(self) -> None:
        """Close the wrapped camera."""
        self._camera.close()

    def _pass_on(self, frame: CameraFrame) -> None:
        troubles = self._ordeal.now()
        if TroubleKind.FREEZE not in troubles:
            self._frozen = None
        if troubles & {TroubleKind.UNPLUG, TroubleKind.STALL}:
            return
        if TroubleKind.SLOW in troubles and frame.sequence % _SLOWNESS:
            return
        if TroubleKind.FREEZE in troubles:
            self._frozen = frame.planes if self._frozen is None else self._frozen
            frame = replace(frame, planes=self._frozen.copy())
        if TroubleKind.BLACK in troubles:
            frame = replace(frame, planes=_black_like(frame.planes))
        self._on_frame(frame)


class FaultyMicrophone:
    """A microphone of any kind, with what its script does to the sound."""

    def __init__(
        self,
        build: Callable[[OnBlock], AudioSource],
        script: Script,
        on_block: OnBlock,
        faults: FaultListener,
    ) -> None:
        self._microphone = build(self._pass_on)
        self._ordeal = _Ordeal(script, FaultCode.MICROPHONE_LOST, faults)
        self._on_block = on_block
        self._random = np.random.default_rng(11)

    @property
    def name(self) -> str:
        """The wrapped microphone's."""
        return self._microphone.name

    @property
    def silenced(self) -> bool:
        """See ``AudioSource``: while the script wants silence."""
        return TroubleKind.SILENCE in self._ordeal.now() or self._microphone.silenced

    def open(self) -> None:
        """Open the wrapped one, start the script. Raises ``DeviceMissingError`` if that makes it absent."""
        self._ordeal.open(self._microphone)

    def close(self) -> None:
        """Close the wrapped microphone."""
        self._microphone.close()

    def say(self, sound: Path) -> None:
        """Let the simulated candidate speak, if one sits before the wrapped microphone."""
        if isinstance(self._microphone, Speaking):
            self._microphone.say(sound)

    def _pass_on(self, samples: Samples, first_sample_ns: int) -> None:
        troubles = self._ordeal.now()
        if troubles & {TroubleKind.UNPLUG, TroubleKind.STALL}:
            return
        if TroubleKind.SILENCE in troubles:
            samples = np.zeros_like(samples)
        if TroubleKind.NOISE in troubles:
            hiss = self._random.standard_normal(len(samples)).astype(np.float32) * np.float32(_HISS_RMS)
            samples = np.clip(samples + hiss, -1, 1)
        self._on_block(samples, first_sample_ns)


def _black_like(planes: Planes) -> Planes:
    black = np.zeros_like(planes)
    black[planes.shape[0] * 2 // 3 :] = 128
    return black
