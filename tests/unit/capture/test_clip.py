"""An answer is cut out of real voice tracks to the sample, and joined over an interruption."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from capture.clip import RATE, clip
from capture.encoder import VoiceEncoder
from capture.sources import SAMPLE_RATE
from kiosk.ports.backlog import Stretch, UnheardError


def track(path: Path, *tones_hz: float, killed: bool = False) -> Path:
    """A voice track as the recorder writes it: one second of each tone, and no end when it was killed."""
    seconds = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    with path.open("wb") as file:
        encoder = VoiceEncoder(file)
        for tone_hz in tones_hz:
            encoder.write((0.5 * np.sin(2 * np.pi * tone_hz * seconds)).astype(np.float32))
        kept = path.read_bytes()
        encoder.close()
    if killed:
        path.write_bytes(kept[: len(kept) * 7 // 8])
    return path


def tones_hz(path: Path) -> list[float]:
    """The loudest tone of each half second; 0 where there is none."""
    samples, rate = soundfile.read(path)
    assert rate == RATE
    found = []
    for half in np.split(samples, len(samples) // (RATE // 2)):
        spectrum = np.abs(np.fft.rfft(half * np.hanning(len(half))))
        found.append(2.0 * int(spectrum.argmax()) if spectrum.max() > 1 else 0.0)
    return found


def test_stretches_of_two_tracks_become_one_sound(tmp_path: Path) -> None:
    first = track(tmp_path / "segment_001.flac", 200, 400, 600)
    second = track(tmp_path / "segment_002.flac", 1000, 2000)
    out = tmp_path / "answer.wav"
    clip([Stretch(first, 1.5, 3.0), Stretch(second, 0.0, 1.0)], out)
    assert tones_hz(out) == [400, 600, 600, 1000, 1000]
    about = soundfile.info(out)
    assert (about.channels, about.subtype, about.frames) == (1, "PCM_16", round(2.5 * RATE))


def test_a_track_that_was_cut_off_is_heard_as_far_as_it_goes(tmp_path: Path) -> None:
    torn = track(tmp_path / "segment_001.flac", 200, 400, 600, 800, killed=True)
    whole = track(tmp_path / "segment_002.flac", 1000)
    out = tmp_path / "answer.wav"
    clip([Stretch(torn, 1.0, 6.0), Stretch(whole, 0.0, 1.0)], out)
    assert tones_hz(out)[:4] == [400, 400, 600, 600]
    assert tones_hz(out)[-6:] == [0, 0, 0, 0, 1000, 1000]


def test_what_is_no_sound_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "segment_001.flac").write_text("nothing")
    for missing in ("segment_001.flac", "segment_002.flac"):
        with pytest.raises(UnheardError, match="voice track"):
            clip([Stretch(tmp_path / missing, 0.0, 1.0)], tmp_path / "answer.wav")
