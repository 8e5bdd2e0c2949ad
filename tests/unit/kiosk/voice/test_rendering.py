import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

from kiosk.ports.voice import MouthShape, VoiceError
from kiosk.voice import sound
from kiosk.voice.espeak import EspeakEngine
from kiosk.voice.rendering import render_speech
from kiosk.voice.style import avatar_style, candidate_style

ENGLISH = avatar_style("en")
QUESTION = "What made you apply for this position, and what do you expect from it?"


def test_the_sound_is_mono_48_khz_16_bit_and_as_long_as_it_says(tmp_path: Path) -> None:
    rendering = render_speech(QUESTION, tmp_path / "q.wav", ENGLISH)
    with wave.open(str(tmp_path / "q.wav")) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 48_000, 2)
        assert file.getnframes() / 48_000 == pytest.approx(rendering.duration_s)
    assert 2 < rendering.duration_s < 8
    assert rendering.engine.startswith("espeak-ng ")


@pytest.mark.parametrize(("language", "text"), [("en", QUESTION), ("de", "Was möchten Sie über uns wissen?")])
def test_the_same_text_gives_the_same_bytes_and_mouth(tmp_path: Path, language: str, text: str) -> None:
    first = render_speech(text, tmp_path / "1.wav", avatar_style(language))
    second = render_speech(text, tmp_path / "2.wav", avatar_style(language))
    assert (tmp_path / "1.wav").read_bytes() == (tmp_path / "2.wav").read_bytes()
    assert first == second


def test_a_long_problem_is_spoken_to_its_end(tmp_path: Path) -> None:
    once = render_speech(QUESTION, tmp_path / "1.wav", ENGLISH).duration_s
    many = render_speech(" ".join([QUESTION] * 20), tmp_path / "20.wav", ENGLISH).duration_s
    assert many > 19 * (once - sound.LEAD_S - sound.TAIL_S)


def test_it_begins_and_ends_in_silence_and_is_loud_between(tmp_path: Path) -> None:
    render_speech(QUESTION, tmp_path / "q.wav", ENGLISH)
    samples, _ = sound.read(tmp_path / "q.wav")
    assert not np.abs(samples[:4800]).any()
    assert not np.abs(samples[-9600:]).any()
    blocks = sound.levels(samples)
    spoken = blocks[blocks > blocks.max() / 10]
    assert 20 * np.log10(np.sqrt(np.mean(spoken**2))) == pytest.approx(-20, abs=0.5)


def test_the_mouth_moves_with_the_sound_and_rests_at_both_ends(tmp_path: Path) -> None:
    rendering = render_speech("Mama, papa, ufo.", tmp_path / "q.wav", ENGLISH)
    shapes = {cue.shape for cue in rendering.mouth}
    assert {MouthShape.CLOSED, MouthShape.TEETH, MouthShape.REST} <= shapes
    assert rendering.mouth[0].shape is rendering.mouth[-1].shape is MouthShape.REST
    times = [cue.at_s for cue in rendering.mouth]
    assert times == sorted(times)
    assert times[-1] <= rendering.duration_s


def test_the_candidate_does_not_sound_like_the_avatar(tmp_path: Path) -> None:
    render_speech("Yes.", tmp_path / "a.wav", ENGLISH)
    render_speech("Yes.", tmp_path / "c.wav", candidate_style("en"))
    assert (tmp_path / "a.wav").read_bytes() != (tmp_path / "c.wav").read_bytes()


@pytest.mark.usefixtures("no_engine")
def test_a_missing_engine_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"^The voice engine espeak-ng is not installed\.$"):
        render_speech(QUESTION, tmp_path / "q.wav", ENGLISH)


def test_an_unknown_language_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"^The voice engine has no voice “xx\+f2”\.$"):
        render_speech(QUESTION, tmp_path / "q.wav", avatar_style("xx"))


def test_a_folder_that_is_not_there_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="cannot write"):
        render_speech(QUESTION, tmp_path / "missing" / "q.wav", ENGLISH)


def test_a_full_disk_is_one_clear_sentence() -> None:
    with pytest.raises(VoiceError, match=r"did not finish the sentence|cannot write"):
        render_speech(QUESTION, Path("/dev/full"), ENGLISH)


def test_saying_nothing_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to say"):
        EspeakEngine().speak("  ", ENGLISH, tmp_path / "q.wav")


def test_the_rendered_file_is_what_other_programs_read(tmp_path: Path) -> None:
    rendering = render_speech(QUESTION, tmp_path / "q.wav", ENGLISH)
    command = [
        "ffprobe",
        "-v",
        "error",
        "-show_entries",
        "stream=codec_name:format=duration",
        "-of",
        "csv=p=0",
    ]
    told = subprocess.run([*command, tmp_path / "q.wav"], capture_output=True, text=True, check=True).stdout
    codec, duration = told.split()
    assert codec == "pcm_s16le"
    assert float(duration) == pytest.approx(rendering.duration_s, abs=0.001)
