import numpy as np
import pytest

from capture.sample import Sampler
from capture.sources import SAMPLE_RATE, Samples
from capture.speech import SILENT_DBFS, SpeechGate, dbfs
from kiosk.flow.facts import SampleRecorded

RANDOM = np.random.default_rng(11)


def _noise(seconds: float, rms: float) -> Samples:
    return (RANDOM.standard_normal(round(seconds * SAMPLE_RATE)) * rms).astype(np.float32)


def test_levels_are_relative_to_full_scale() -> None:
    assert dbfs(np.full(100, 0.1, np.float32)) == pytest.approx(-20)
    assert dbfs(np.zeros(100, np.float32)) == SILENT_DBFS


def test_a_voice_above_the_room_is_speech_and_ends() -> None:
    gate = SpeechGate()
    heard = []
    for seconds, rms in ((2, 0.001), (0.5, 0.05), (1, 0.001)):
        gate.hear(_noise(seconds, rms))
        heard.append(gate.speech)
    assert heard == [False, True, False]


def test_steady_noise_is_not_speech_for_long() -> None:
    gate = SpeechGate()
    gate.hear(_noise(20, 0.02))
    assert not gate.speech


def test_a_click_is_not_speech() -> None:
    gate = SpeechGate()
    gate.hear(_noise(2, 0.001))
    gate.hear(_noise(0.05, 0.3))
    assert not gate.speech


def test_a_sample_tells_whether_somebody_spoke() -> None:
    told: list[SampleRecorded] = []
    sampler = Sampler()
    sampler.begin(1.0, told.append)
    sampler.hear(_noise(0.5, 0.001))
    assert not told
    sampler.hear(_noise(0.6, 0.1))
    assert told[0].seconds == 1.0
    assert told[0].speech
    assert -20 < told[0].peak_dbfs <= 0
    sampler.discard()
    assert not len(sampler.samples)


def test_a_quiet_sample_has_no_speech() -> None:
    told: list[SampleRecorded] = []
    sampler = Sampler()
    sampler.begin(0.5, told.append)
    sampler.hear(_noise(0.6, 0.0005))
    assert not told[0].speech
