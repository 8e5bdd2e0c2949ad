import numpy as np
import pytest

from capture.drift import DriftCorrector
from capture.sources import SAMPLE_RATE, Samples

_BLOCK = 480
_TONE_HZ = 440.0


def _corrected(seconds: float, ppm: float, jitter_ms: float = 0.0) -> tuple[DriftCorrector, Samples]:
    """A tone recorded by a clock that is ``ppm`` fast, brought onto ours; index = our sample number."""
    random = np.random.default_rng(3)
    corrector = DriftCorrector()
    out = np.zeros(int(seconds * SAMPLE_RATE) + SAMPLE_RATE, np.float32)
    per_sample = 1 / (1 + ppm * 1e-6)
    for number in range(int(seconds * SAMPLE_RATE / _BLOCK)):
        position = number * _BLOCK * per_sample
        at = (position + np.arange(_BLOCK) * per_sample) / SAMPLE_RATE
        tone = np.sin(2 * np.pi * _TONE_HZ * at).astype(np.float32)
        first, samples = corrector.feed(tone, position + random.normal(0, jitter_ms) * 48)
        out[first : first + len(samples)] = samples
    return corrector, out


def _late_ms(out: Samples, at_s: float) -> float:
    """How late the tone is around a time, by its phase."""
    low = round(at_s * SAMPLE_RATE)
    times = np.arange(low, low + 4800) / SAMPLE_RATE
    turned = np.angle(np.mean(out[low : low + 4800] * np.exp(-2j * np.pi * _TONE_HZ * times)) * 1j)
    return float(-turned / (2 * np.pi * _TONE_HZ) * 1000)


@pytest.mark.parametrize("ppm", [-200, 0, 200])
def test_sound_stays_within_a_millisecond_of_its_time(ppm: int) -> None:
    _, out = _corrected(20, ppm)
    assert all(abs(_late_ms(out, at_s)) < 1.0 for at_s in np.arange(0.5, 19.5, 0.5))


def test_jitter_of_the_stamps_is_not_heard() -> None:
    _, out = _corrected(10, 0, jitter_ms=2.0)
    assert all(abs(_late_ms(out, at_s)) < 1.0 for at_s in np.arange(1.0, 9.5, 0.5))
    assert np.abs(np.diff(out[SAMPLE_RATE : 9 * SAMPLE_RATE])).max() < 0.07


def test_the_clocks_difference_is_learnt() -> None:
    corrector, _ = _corrected(60, 200)
    assert corrector.drift_ppm == pytest.approx(-200, abs=30)


def test_an_exact_clock_keeps_every_sample() -> None:
    corrector = DriftCorrector()
    noise = np.random.default_rng(1).standard_normal(SAMPLE_RATE).astype(np.float32)
    parts = [corrector.feed(noise[n : n + _BLOCK], float(n))[1] for n in range(0, SAMPLE_RATE, _BLOCK)]
    out = np.concatenate(parts)
    assert np.allclose(out, noise[: len(out)], atol=1e-6)


def test_a_hole_makes_a_new_start() -> None:
    corrector = DriftCorrector()
    block = np.ones(_BLOCK, np.float32)
    corrector.feed(block, 0.0)
    first, _ = corrector.feed(block, 10_000.0)
    assert first == 10_000
