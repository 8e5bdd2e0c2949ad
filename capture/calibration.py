"""How far picture and sound lie apart in this booth: the screen flashes while the loudspeaker chirps.

Light and sound leave the booth's own screen and loudspeaker at one instant; what the camera and the
microphone make of it tells by how much the picture comes later than the sound. Pure calculation: pictures'
brightness and sound in, offsets out.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from capture.sources import SAMPLE_RATE, Samples

CHIRP_S = 0.060
CHIRP_HZ = (1500.0, 5500.0)
"""From a small loudspeaker to a small microphone this passes; speech has little there."""
FURTHEST_MS = 400.0
"""What lies further apart does not belong together."""
_LEAST_LIKENESS = 0.35
_LEAST_RISE = 4.0
"""By so many steps of luma, of 255, a flash must brighten the picture."""
_MOST_SPREAD_MS = 20.0
_LEAST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Offset:
    """What a calibration found."""

    picture_late_ms: float
    """How much later than its sound an event is seen; negative when it is seen first."""
    spread_ms: float
    """How far single flashes lie from that, at most."""
    flashes: int
    """How many were seen and heard."""


def chirp() -> Samples:
    """The sound to play with each flash: a rising tone, soft at both ends, found in any noise."""
    seconds = np.arange(round(CHIRP_S * SAMPLE_RATE)) / SAMPLE_RATE
    low, high = CHIRP_HZ
    turns = low * seconds + (high - low) * seconds**2 / (2 * CHIRP_S)
    return np.asarray(0.5 * np.sin(2 * np.pi * turns) * np.hanning(len(seconds)), np.float32)


def chirps_s(sound: Samples) -> list[float]:
    """When each chirp begins, in seconds from the first sample."""
    pattern = chirp()
    if len(sound) < len(pattern):
        return []
    likeness = np.abs(_correlated(sound, pattern))
    power = np.convolve(np.square(sound, dtype=np.float64), np.ones(len(pattern)), "valid")
    likeness /= np.sqrt(np.maximum(power, 1e-9) * float(np.square(pattern).sum()))
    starts = []
    while likeness.max(initial=0.0) > _LEAST_LIKENESS:
        at = int(likeness.argmax())
        starts.append(at / SAMPLE_RATE)
        likeness[max(0, at - SAMPLE_RATE // 4) : at + SAMPLE_RATE // 4] = 0
    return sorted(starts)


def flashes_s(brightness: NDArray[np.float64], captured_s: NDArray[np.float64]) -> list[float]:
    """When each flash began, from the mean luma of pictures and the instants at which they were taken.

    A picture half exposed when the flash came is half as bright: that places it between two pictures.
    """
    dark, bright = (float(np.percentile(brightness, share)) for share in (20, 98))
    if len(brightness) < 3 or bright - dark < _LEAST_RISE:
        return []
    share = ((brightness - dark) / (bright - dark)).clip(0, 1)
    starts = []
    for n, (before, now) in enumerate(pairwise(share), start=1):
        if before < 0.2 and now >= 0.2 and share[n : n + 2].max() > 0.7:
            lit = now if now < 0.8 else 1.0
            starts.append(float(captured_s[n] + (1 - lit) * (captured_s[n] - captured_s[n - 1])))
    return starts


def offset_between(flashes: list[float], chirps: list[float]) -> Offset | None:
    """What flashes and chirps on one clock say together; ``None`` when they say nothing reliable."""
    late_ms = [
        1000 * nearest
        for flash in flashes
        if chirps and abs(nearest := min((flash - heard for heard in chirps), key=abs)) * 1000 <= FURTHEST_MS
    ]
    if len(late_ms) < _LEAST_PAIRS:
        return None
    middle = median(late_ms)
    spread = max(abs(one - middle) for one in late_ms)
    return Offset(round(middle, 2), round(spread, 2), len(late_ms)) if spread <= _MOST_SPREAD_MS else None


def _correlated(sound: Samples, pattern: Samples) -> NDArray[np.float64]:
    """The sound's likeness to the pattern at each place where it could begin."""
    size = 1 << (len(sound) + len(pattern) - 1).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(pattern, size))
    return np.asarray(np.fft.irfft(spectrum, size)[: len(sound) - len(pattern) + 1], np.float64)
