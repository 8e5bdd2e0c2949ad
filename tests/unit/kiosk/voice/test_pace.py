import numpy as np
import pytest

from kiosk.voice.pace import stretch
from kiosk.voice.sound import RATE_HZ, Samples


def vowel(seconds: float, pitch_hz: float = 120.0) -> Samples:
    """A buzz as rich as a voice, swelling and falling three times a second."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    buzz = sum(np.sin(2 * np.pi * pitch_hz * k * at) / k for k in range(1, 20))
    return np.asarray(0.1 * buzz * (0.6 + 0.4 * np.sin(2 * np.pi * 3 * at)), dtype=np.float64)


def pitch_hz(samples: Samples) -> float:
    """By the strongest repetition between 60 and 400 Hz in the middle of the sound."""
    middle = samples[len(samples) // 2 : len(samples) // 2 + 9_600]
    likeness = np.correlate(middle, middle, "full")[len(middle) :]
    low, high = RATE_HZ // 400, RATE_HZ // 60
    return RATE_HZ / (low + int(np.argmax(likeness[low:high])) + 1)


@pytest.mark.parametrize("factor", [0.8, 1.0, 1.25, 1.5])
def test_length_changes_and_pitch_and_loudness_stay(factor: float) -> None:
    before = vowel(2.0)
    after = stretch(before, factor)
    assert len(after) == round(len(before) * factor)
    assert pitch_hz(after) == pytest.approx(pitch_hz(before), rel=0.02)
    assert np.sqrt(np.mean(after**2)) == pytest.approx(np.sqrt(np.mean(before**2)), rel=0.1)


def test_the_usual_pace_is_the_same_sound() -> None:
    before = vowel(1.0)
    assert np.abs(stretch(before, 1.0) - before).max() < 1e-9


def test_no_edge_clicks() -> None:
    before = vowel(1.0)
    steepest = np.abs(np.diff(before)).max()
    assert np.abs(np.diff(stretch(before, 1.25))).max() < 1.5 * steepest


def test_a_sound_keeps_its_order() -> None:
    silence = np.zeros(RATE_HZ)
    after = stretch(np.concatenate([vowel(1.0), silence, vowel(1.0)]), 1.25)
    quiet = after[round(1.35 * RATE_HZ) : round(2.4 * RATE_HZ)]
    assert not np.abs(quiet).max() > 1e-6


def test_even_the_shortest_and_the_silent_sound_can_be_stretched() -> None:
    assert len(stretch(np.zeros(10), 1.25)) == 12
    assert not stretch(np.zeros(RATE_HZ), 1.25).any()
