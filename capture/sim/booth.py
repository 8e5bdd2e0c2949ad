"""What lies between simulated devices: one hears a calibration's chirps, another sees its flashes.

A simulated candidate sits in silence otherwise: questions are mixed into a recording, not picked up by the
microphone.
"""

import numpy as np

from capture.calibration import programme
from capture.sources import SAMPLE_RATE, Samples
from capture.timebase import SECOND_NS
from kiosk.domain.calibration import FLASH_S, FLASHES_S, LENGTH_S

_VOLUME = np.float32(0.2)


class SimBooth:
    """Shared by the devices of one station. Any thread."""

    def __init__(self) -> None:
        self._from_ns: int | None = None

    def plays(self, samples: Samples, start_ns: int) -> None:
        """The loudspeaker plays this from that moment on, or falls silent with an empty sound."""
        sound = programme()
        known = len(samples) == len(sound) and np.array_equal(samples, sound)
        self._from_ns = start_ns if known else None

    def light(self, from_ns: int, length_ns: int) -> float | None:
        """Which part of an exposure the screen is lit, 0 to 1; ``None`` while nothing is calibrated."""
        began_ns = self._from_ns
        if began_ns is None or from_ns - began_ns > LENGTH_S * SECOND_NS:
            return None
        from_s, until_s = (from_ns - began_ns) / 1e9, (from_ns + length_ns - began_ns) / 1e9
        lit_s = sum(max(0.0, min(until_s, at_s + FLASH_S) - max(from_s, at_s)) for at_s in FLASHES_S)
        return min(1.0, lit_s * 1e9 / length_ns)

    def echo(self, first_ns: int, count: int) -> Samples | None:
        """What of the loudspeaker is in the air during a block; ``None`` when it is silent."""
        began_ns = self._from_ns
        if began_ns is None or first_ns - began_ns > LENGTH_S * SECOND_NS:
            return None
        first = round((first_ns - began_ns) * SAMPLE_RATE / SECOND_NS)
        if first + count <= 0:
            return None
        part = programme()[max(0, first) : first + count]
        before = max(0, -first)
        return _VOLUME * np.pad(part, (before, count - before - len(part)))
