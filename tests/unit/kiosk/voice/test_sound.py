import wave
from pathlib import Path

import numpy as np
import pytest

from kiosk.ports.voice import VoiceError
from kiosk.voice import sound


def tone(frequency_hz: float, rate_hz: int, seconds: float, amplitude: float = 0.5) -> sound.Samples:
    return amplitude * np.sin(2 * np.pi * frequency_hz * np.arange(round(seconds * rate_hz)) / rate_hz)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_a_tone_keeps_pitch_length_and_strength_at_any_rate(rate_hz: int) -> None:
    resampled = sound.resample(tone(440, rate_hz, 1.3), rate_hz)
    expected = tone(440, sound.RATE_HZ, 1.3)
    assert len(resampled) == len(expected)
    inner = slice(4800, -4800)
    assert np.abs(resampled[inner] - expected[inner]).max() < 0.01


def test_quiet_and_loud_speech_come_out_equally_loud() -> None:
    quiet, loud = (sound.finish(tone(300, 22_050, 1.0, strength), 22_050) for strength in (0.01, 0.9))
    assert sound.levels(quiet).max() == pytest.approx(sound.levels(loud).max(), rel=0.01)


def test_pauses_do_not_make_speech_louder() -> None:
    spoken = tone(300, 48_000, 1.0)
    with_pause = np.concatenate([spoken, np.zeros(48_000), spoken])
    finished = sound.finish(with_pause, 48_000)
    assert sound.levels(finished).max() == pytest.approx(0.1, rel=0.05)


def test_a_click_does_not_clip() -> None:
    samples = tone(300, 48_000, 1.0, 0.01)
    samples[20_000] = 1.0
    assert np.abs(sound.finish(samples, 48_000)).max() <= 0.85


def test_silence_stays_silence() -> None:
    assert not sound.finish(np.zeros(4_800), 48_000).any()


def test_edges_are_soft() -> None:
    finished = sound.finish(tone(300, 48_000, 1.0), 48_000)
    assert np.abs(np.diff(finished)).max() < 0.01


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    samples = tone(300, 48_000, 0.2)
    sound.write(tmp_path / "a.wav", samples)
    again, rate_hz = sound.read(tmp_path / "a.wav")
    assert rate_hz == 48_000
    assert np.abs(again - samples).max() < 1 / 16_000


def test_an_empty_a_stereo_and_a_foreign_file_are_refused(tmp_path: Path) -> None:
    sound.write(tmp_path / "empty.wav", np.zeros(0))
    (tmp_path / "text.wav").write_text("no sound")
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(400))
    for name in ("empty", "text", "stereo", "missing"):
        with pytest.raises(VoiceError):
            sound.read(tmp_path / f"{name}.wav")
