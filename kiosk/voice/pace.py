"""The same voice, slower or faster, at the same pitch.

Overlapping slices of the sound are laid down at another distance; each is taken from where it continues
the one before best (WSOLA). No randomness: equal input, equal bytes.
"""

import numpy as np

from kiosk.voice.sound import RATE_HZ, Samples

_SLICE = round(0.040 * RATE_HZ)
_STEP = _SLICE // 2
_SEARCH = round(0.008 * RATE_HZ)
_COARSE = 8
"""A place is looked for among every eighth sample, then among the samples around the best."""


def stretch(samples: Samples, factor: float) -> Samples:
    """A sound ``factor`` times as long; silence and speech alike, so that times scale with it."""
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_SLICE) / _SLICE)
    count = max(1, round(len(samples) * factor / _STEP))
    padded = np.concatenate([np.zeros(_STEP), samples, np.zeros(3 * _SLICE + _SEARCH)])
    out = np.zeros((count + 2) * _STEP)
    at = 0
    for number in range(count + 1):
        wished = round(number * _STEP / factor)
        if number:
            at = _best(padded, wished, padded[at + _STEP : at + _STEP + _SLICE])
        out[number * _STEP : number * _STEP + _SLICE] += window * padded[at : at + _SLICE]
    return out[_STEP : _STEP + round(len(samples) * factor)]


def _best(padded: Samples, wished: int, follows: Samples) -> int:
    """Where near ``wished`` a slice begins that looks most like what would have followed."""
    low = max(0, wished - _SEARCH)
    coarse = padded[low : wished + _SEARCH + _SLICE : _COARSE]
    near = low + _COARSE * int(np.argmax(np.correlate(coarse, follows[::_COARSE], "valid")))
    low = max(0, near - _COARSE + 1)
    fine = padded[low : near + _COARSE + _SLICE]
    return low + int(np.argmax(np.correlate(fine, follows, "valid")))
