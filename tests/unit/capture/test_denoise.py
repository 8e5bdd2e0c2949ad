"""Less noise at the same times."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from capture.denoise import write_denoised
from capture.errors import CaptureError

CLICKS_S = (1, 2, 3, 4)
LENGTH_S = 5.1


def noisy_clicks(rate: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    sound = np.random.default_rng(1).normal(0, 0.003, int(LENGTH_S * rate))
    click = 0.6 * np.sin(2 * np.pi * 1000 * np.arange(rate // 200) / rate)
    for at_s in CLICKS_S:
        sound[at_s * rate : at_s * rate + len(click)] += click
    return sound


@pytest.mark.parametrize("rate", [16_000, 48_000])
@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_clicks_stay_where_they_were_and_the_noise_goes(tmp_path: Path, rate: int, suffix: str) -> None:
    before = noisy_clicks(rate)
    soundfile.write(tmp_path / "a.wav", before, rate)
    write_denoised(tmp_path / "a.wav", tmp_path / f"b.{suffix}")
    after, _ = soundfile.read(tmp_path / f"b.{suffix}")
    assert len(after) == len(before)
    around = rate // 20
    for at_s in CLICKS_S:
        click = before[at_s * rate : at_s * rate + rate // 200]
        found = np.correlate(after[at_s * rate - around : at_s * rate + around], click, "valid")
        assert int(np.argmax(found)) - around == pytest.approx(0, abs=1)
    quiet = slice(rate // 2, rate)
    assert after[quiet].std() < before[quiet].std() / 2
    assert {path.name for path in tmp_path.iterdir()} == {"a.wav", f"b.{suffix}"}


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("no sound")
    with pytest.raises(CaptureError):
        write_denoised(tmp_path / "a.wav", tmp_path / "b.wav")
    assert {path.name for path in tmp_path.iterdir()} == {"a.wav"}
