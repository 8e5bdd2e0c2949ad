"""How far picture and sound lie apart in this booth: the screen flashes while the loudspeaker chirps.

Light and sound leave the booth's own screen and loudspeaker at one instant; what the camera and the
microphone make of it tells by how much the picture comes later than the sound. Pure calculation: pictures'
brightness and sound in, offsets out.
"""

from dataclasses import dataclass
from functools import cache
from statistics import median

import numpy as np
from numpy.typing import NDArray

from capture.sources import SAMPLE_RATE, Samples
from kiosk.domain.calibration import FLASHES_S, LENGTH_S

CHIRP_S = 0.060
CHIRP_HZ = (1500.0, 5500.0)
"""From a small loudspeaker to a small microphone this passes; speech has little there."""
FURTHEST_MS = 400.0
"""What lies further apart does not belong together."""
_LEAST_LIKENESS = 0.35
_LEAST_RISE = 4.0
"""By so many steps of luma, of 255, a flash must brighten the picture."""
_RISING, _LIT = 0.2, 0.6
"""Parts of the way from dark to bright."""
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


@cache
def programme() -> Samples:
    """The sound of a calibration: a chirp with each flash."""
    sound = np.zeros(round(LENGTH_S * SAMPLE_RATE), np.float32)
    for at_s in FLASHES_S:
        first = round(at_s * SAMPLE_RATE)
        sound[first : first + len(chirp())] = chirp()
    return sound


def chirps_s(sound: Samples) -> list[float]:
    """When each chirp begins, in seconds from the first sample."""
    pattern = chirp()
    if len(sound) < len(pattern):
        return []
    likeness = np.abs(_correlated(sound, pattern))
    sums = np.cumsum(np.concatenate([[0.0], np.square(sound, dtype=np.float64)]))
    power = sums[len(pattern) :] - sums[: -len(pattern)]
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
    return [
        _began_s(share[n - 1 : n + 2] / share[n : n + 3].max(), captured_s[n : n + 2])
        for n in range(1, len(share) - 1)
        if share[n - 1] < _RISING <= share[n] and share[n : n + 3].max() > _LIT
    ]


def _began_s(share: NDArray[np.float64], captured_s: NDArray[np.float64]) -> float:
    """From the light before, during and after the rise, and when the latter two pictures were taken."""
    period_s = captured_s[1] - captured_s[0]
    return float(captured_s[1] + period_s - share.clip(0, 1).sum() * period_s)


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
    offset = Offset(round(float(middle), 2), round(float(spread), 2), len(late_ms))
    return offset if spread <= _MOST_SPREAD_MS else None


def _correlated(sound: Samples, pattern: Samples) -> NDArray[np.float64]:
    """The sound's likeness to the pattern at each place where it could begin."""
    size = 1 << (len(sound) + len(pattern) - 1).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(pattern, size))
    return np.asarray(np.fft.irfft(spectrum, size)[: len(sound) - len(pattern) + 1], np.float64)
