"""How devices plug into the recorder.

A device belongs to one thread of its own, which it starts in ``open`` and has ended when ``close``
returns. It pushes what it senses, stamped on ``CLOCK_MONOTONIC`` (``time.monotonic_ns``), and says
through ``FaultListener`` when it loses the thing it reads from; it then tries to get it back by
itself, by the same name, until it is closed. Nothing here waits for a disk or a client.

Health (frozen, black, silent, too old) is judged by ``capture.health`` from what arrives; a device
reports only what it alone can know: gone, replaced by another, back again. The same code from both
sides becomes one fact.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import Quality

SAMPLE_RATE = 48_000
"""Samples per second of every sound in this package; sound is mono float32 in -1..1."""

Samples = NDArray[np.float32]
"""Mono sound at ``SAMPLE_RATE``, shape ``(n,)``."""

Planes = NDArray[np.uint8]
"""One picture as I420: Y above U above V, shape ``(height * 3 // 2, width)``.

The values are those of JPEG: BT.601 matrix, full range (black 0, white 255). The file is tagged so.
"""


@dataclass(frozen=True, slots=True, eq=False)
class CameraFrame:
    """One picture at the size that was asked for."""

    planes: Planes
    captured_ns: int
    """When the light fell, as well as the device can tell."""
    sequence: int
    """Counts every picture the camera made; a jump tells how many were lost on the way."""


OnFrame = Callable[[CameraFrame], None]
"""Takes the frame over: the source must never write into ``planes`` again. Returns at once."""

OnBlock = Callable[[Samples, int], None]
"""``(samples, first_sample_ns)``. Copies and returns at once, takes no lock: fit for an audio callback."""


class FaultListener(Protocol):
    """Where a device reports trouble; any thread, returns at once, repeats are harmless."""

    def raised(self, fault: Fault) -> None:
        """Trouble began."""

    def cleared(self, code: FaultCode) -> None:
        """That trouble is over."""


class Device(Protocol):
    """What every device has."""

    @property
    def name(self) -> str:
        """For people and for the log: which device this is."""

    def open(self) -> None:
        """Start; returns when the device delivers, within about 5 s, or raises ``DeviceError``."""

    def close(self) -> None:
        """Stop and let go of the device; harmless when closed already."""


class VideoSource(Device, Protocol):
    """A camera: pushes every picture it makes to the ``OnFrame`` it was built with."""


class AudioSource(Device, Protocol):
    """A microphone: pushes blocks of 5 to 50 ms to the ``OnBlock`` it was built with.

    Missing time is not filled: the next block's ``first_sample_ns`` shows the hole.
    """

    @property
    def silenced(self) -> bool:
        """Whether it is known to be switched off; some microphones give zeros in a quiet room."""


class AudioSink(Device, Protocol):
    """A loudspeaker; plays one sound at a time."""

    def play(self, samples: Samples) -> int:
        """Start a sound at once, cutting off the one before.

        Returns the monotonic nanosecond at which its first sample is audible (may lie a little ahead).
        """

    def position(self) -> int:
        """How many samples of the current sound have been audible so far; all of them when it is over."""

    def stop(self) -> None:
        """Fall silent within one block; ``position`` stays at the last audible sample."""


class Devices(Protocol):
    """Builds devices from a station's choice (see ``DeviceChoice``); opens none of them.

    Raises ``DeviceMissingError`` for a choice that can never work.
    """

    def camera(self, choice: str, quality: Quality, on_frame: OnFrame, faults: FaultListener) -> VideoSource:
        """A camera that delivers ``quality.width`` by ``quality.height``, near ``quality.fps``."""

    def microphone(self, choice: str, on_block: OnBlock, faults: FaultListener) -> AudioSource:
        """A microphone."""

    def loudspeaker(self, choice: str, faults: FaultListener) -> AudioSink:
        """A loudspeaker."""
