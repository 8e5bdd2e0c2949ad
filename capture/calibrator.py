"""Measures how far picture and sound of the open devices lie apart, and corrects the pictures by that much.

Between the devices and whatever takes what they deliver. Only the brightness of pictures is kept, and the
sound of three seconds, in memory, until the measurement is over.
"""

import time
from dataclasses import dataclass, field, replace

import numpy as np

from capture.calibration import Offset, chirps_s, flashes_s, offset_between
from capture.sources import SAMPLE_RATE, CameraFrame, Samples
from capture.timebase import SECOND_NS
from kiosk.domain.calibration import LENGTH_S

_SETTLE_S = 0.5
"""Screen, loudspeaker, camera and microphone together need no longer."""
_SPARSE = 8
"""Every so manyth pixel of every so manyth row is enough to tell light from dark."""


@dataclass(slots=True)
class _Observed:
    pictures: list[tuple[int, float]] = field(default_factory=list)
    """When, and the mean luma."""
    sound: list[tuple[int, Samples]] = field(default_factory=list)


class Calibrator:
    """``seen`` belongs to the camera's thread, ``heard`` to the audio callback, the rest to any."""

    def __init__(self) -> None:
        self.picture_late_ns = 0
        """By how much every picture's stamp is moved back."""
        self._observed: _Observed | None = None

    def seen(self, frame: CameraFrame) -> CameraFrame:
        """The picture with its stamp corrected."""
        if observed := self._observed:
            luma = frame.planes[: len(frame.planes) * 2 // 3 : _SPARSE, ::_SPARSE]
            observed.pictures.append((frame.captured_ns, float(luma.mean())))
        late_ns = self.picture_late_ns
        return replace(frame, captured_ns=frame.captured_ns - late_ns) if late_ns else frame

    def heard(self, samples: Samples, first_ns: int) -> None:
        """A block of sound; nothing is changed about it."""
        if observed := self._observed:
            observed.sound.append((first_ns, samples.copy()))

    def correct(self, picture_late_ms: float) -> None:
        """Move pictures by so much from now on."""
        self.picture_late_ns = round(picture_late_ms * SECOND_NS / 1000)

    def measure(self) -> Offset | None:
        """Watch and listen for as long as the programme lasts. Blocks; ``None``: nothing reliable."""
        observed = self._observed = _Observed()
        time.sleep(LENGTH_S + _SETTLE_S)
        self._observed = None
        return _found(observed)


def _found(observed: _Observed) -> Offset | None:
    if not (observed.pictures and observed.sound):
        return None
    captured_ns, brightness = zip(*observed.pictures, strict=True)
    flashes = flashes_s(np.array(brightness), np.array(captured_ns) / SECOND_NS)
    return offset_between(flashes, _chirps_s(observed.sound))


def _chirps_s(blocks: list[tuple[int, Samples]]) -> list[float]:
    """When the chirps began, each by the stamp of its block: sound may have holes."""
    starts = np.cumsum([0, *(len(samples) for _, samples in blocks[:-1])])
    found = []
    for at_s in chirps_s(np.concatenate([samples for _, samples in blocks])):
        block = int(np.searchsorted(starts, at_s * SAMPLE_RATE, side="right")) - 1
        found.append(blocks[block][0] / SECOND_NS + at_s - starts[block] / SAMPLE_RATE)
    return found
