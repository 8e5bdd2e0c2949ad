from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.ports.voice import MouthShape, VoiceError
from kiosk.voice.recorded import read_recording
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence


def tone(
    seconds: float, rate_hz: int, channels: int = 1
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    wave = 0.3 * np.sin(2 * np.pi * 200 * np.arange(round(seconds * rate_hz)) / rate_hz)
    return np.repeat(wave[:, None], channels, axis=1)


@pytest.mark.parametrize(
    ("name", "rate_hz", "channels", "kind"),
    [("a.wav", 44_100, 2, "PCM_24"), ("a.flac", 16_000, 1, "PCM_16"), ("b.wav", 48_000, 1, "FLOAT")],
)
def test_wav_and_flac_of_any_usual_kind_become_the_sound_that_is_played(
    tmp_path: Path, name: str, rate_hz: int, channels: int, kind: str
) -> None:
    soundfile.write(tmp_path / name, tone(1.0, rate_hz, channels), rate_hz, subtype=kind)
    voice = RenderedVoice(tmp_path / "cache")
    (entry,) = voice.say([Sentence("Whatever it says.", "en", recording=tmp_path / name)])
    assert entry.engine == "recorded"
    assert entry.utterance.duration_s == pytest.approx(1.3, abs=0.01)
    assert [cue.shape for cue in entry.utterance.mouth] == [MouthShape.REST, MouthShape.OPEN, MouthShape.REST]


def test_another_recording_of_the_same_words_is_another_sound(tmp_path: Path) -> None:
    voice, sentence = (
        RenderedVoice(tmp_path / "cache"),
        Sentence("Hello.", "en", recording=tmp_path / "a.wav"),
    )
    found = []
    for seconds in (1.0, 2.0):
        soundfile.write(tmp_path / "a.wav", tone(seconds, 16_000), 16_000)
        found += voice.say([sentence])
    assert found[0].utterance.sha256 != found[1].utterance.sha256


def test_what_is_no_usable_sound_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    (tmp_path / "cut.flac").write_bytes(b"fLaC" + bytes(40))
    soundfile.write(tmp_path / "short.wav", tone(0.1, 16_000), 16_000)
    soundfile.write(tmp_path / "long.flac", tone(181, 8_000), 8_000)
    soundfile.write(tmp_path / "many.wav", tone(1.0, 16_000, 4), 16_000)
    soundfile.write(tmp_path / "odd.ogg", tone(1.0, 16_000), 16_000)
    for name, why in (
        ("text.wav", "can be read"),
        ("cut.flac", "can be read"),
        ("missing.wav", "can be read"),
        ("short.wav", "seconds long"),
        ("long.flac", "seconds long"),
        ("many.wav", "one or two channels"),
        ("odd.ogg", "WAV or FLAC"),
    ):
        with pytest.raises(VoiceError, match=why):
            read_recording(tmp_path / name)
