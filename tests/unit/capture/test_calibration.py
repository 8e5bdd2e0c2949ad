"""Flashes and chirps: what a booth's camera and microphone made of them tells their offset."""

import numpy as np
import pytest
from numpy.typing import NDArray

from capture.calibration import chirp, chirps_s, flashes_s, offset_between
from capture.sources import SAMPLE_RATE, Samples

EVENTS_S = (0.71, 1.505, 2.333, 3.1, 3.924)
FPS = 30
JITTER_S = (0.004, -0.003, 0.0, 0.002, -0.004)


def heard(starts_s: tuple[float, ...], *, volume: float = 0.1, noise: float = 0.01) -> Samples:
    sound = np.random.default_rng(2).normal(0, noise, 5 * SAMPLE_RATE).astype(np.float32)
    for start_s in starts_s:
        first = round(start_s * SAMPLE_RATE)
        sound[first : first + len(chirp())] += volume * chirp()
    return sound


def seen(starts_s: tuple[float, ...], rise: float = 40.0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean luma of pictures that are exposed for the whole time up to their stamp."""
    stamps = (np.arange(5 * FPS) + 1) / FPS
    light = np.random.default_rng(3).normal(90, 0.3, len(stamps))
    for start_s in starts_s:
        lit_until = np.minimum(stamps, start_s + 0.2)
        light += rise * FPS * np.clip(lit_until - np.maximum(stamps - 1 / FPS, start_s), 0, None)
    return light, stamps


def test_chirps_are_found_to_a_tenth_of_a_millisecond_in_noise_louder_than_they() -> None:
    found = chirps_s(heard(EVENTS_S, volume=0.05, noise=0.02))
    assert found == pytest.approx(EVENTS_S, abs=1e-4)


def test_a_voice_is_no_chirp() -> None:
    seconds = np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE
    voice = sum(0.1 / n * np.sin(2 * np.pi * 140 * n * seconds * (1 + 0.02 * seconds)) for n in range(1, 30))
    assert chirps_s(np.asarray(voice, np.float32)) == []


def test_flashes_are_placed_between_pictures() -> None:
    found = flashes_s(*seen(EVENTS_S))
    assert len(found) == len(EVENTS_S)
    errors = np.array(found) - np.array(EVENTS_S)
    assert np.ptp(errors) < 0.012


def test_a_dark_booth_shows_no_flash() -> None:
    assert flashes_s(*seen(EVENTS_S, rise=1.0)) == []


@pytest.mark.parametrize("late_ms", [-60.0, 0.0, 35.0, 180.0])
def test_a_late_picture_is_measured(late_ms: float) -> None:
    flashes = [at + late_ms / 1000 + jitter for at, jitter in zip(EVENTS_S, JITTER_S, strict=True)]
    offset = offset_between(flashes, list(EVENTS_S))
    assert offset is not None
    assert offset.picture_late_ms == pytest.approx(late_ms, abs=2)
    assert offset.flashes == len(EVENTS_S)


def test_two_flashes_that_were_heard_are_too_few() -> None:
    assert offset_between([0.7, 1.5], list(EVENTS_S)) is None


def test_flashes_that_disagree_say_nothing() -> None:
    assert offset_between([0.7, 1.6, 2.3, 3.2], [0.7, 1.5, 2.3, 3.1]) is None


def test_nothing_heard_says_nothing() -> None:
    assert offset_between(list(EVENTS_S), []) is None
