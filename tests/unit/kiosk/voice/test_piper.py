"""The program piper, in the shape of a small stand-in that takes the same command line."""

import sys
from pathlib import Path

import pytest

from kiosk.ports.voice import VoiceError
from kiosk.voice.piper import PiperEngine
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence

STAND_IN = """\
#!{python}
import argparse, math, sys, wave
parser = argparse.ArgumentParser()
parser.add_argument("--model", required=True)
parser.add_argument("--output_file", required=True)
parser.add_argument("--length_scale", type=float, default=1.0)
parser.add_argument("--speaker", type=int)
asked = parser.parse_args()
text = sys.stdin.read()
if "fail" in text:
    sys.exit("RuntimeError: the model cannot be loaded")
open(asked.model).close()
count = round(22050 * 0.05 * len(text) * asked.length_scale)
with wave.open(asked.output_file, "wb") as file:
    file.setnchannels(1), file.setsampwidth(2), file.setframerate(22050)
    samples = [int(9000 * math.sin(at / 30)) for at in range(count)]
    file.writeframes(b"".join(one.to_bytes(2, "little", signed=True) for one in samples))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Hums; longer texts longer, slower speech longer."""
    program = tmp_path / "piper"
    program.write_text(STAND_IN.format(python=sys.executable))
    program.chmod(0o755)
    for model in ("anna", "karl"):
        (tmp_path / f"{model}.onnx").touch()
    return program


def voice(program: Path, **models: str) -> RenderedVoice:
    folder = program.parent
    (folder / "mira.toml").write_text("rates_wpm.en = 100\n")
    where = {name.replace("_", "."): folder / f"{model}.onnx" for name, model in models.items()}
    return RenderedVoice(folder / "cache", PiperEngine(program, where), folder)


def test_piper_speaks_with_the_model_of_the_avatar_and_language(program: Path) -> None:
    said = [Sentence("Hello there.", "en", avatar) for avatar in ("mira", "jonas")]
    mira, jonas = voice(program, en="anna", jonas_en="karl").say(said)
    assert (mira.engine, jonas.engine) == ("piper", "piper")
    assert mira.utterance.sha256 != jonas.utterance.sha256
    assert mira.utterance.duration_s - 0.3 == pytest.approx(
        1.5 * (jonas.utterance.duration_s - 0.3), rel=0.05
    )


def test_a_language_without_a_model_is_spoken_by_the_engine_that_ships(program: Path) -> None:
    (entry,) = voice(program, en="anna").say([Sentence("Guten Tag.", "de", "mira")])
    assert entry.engine.startswith("espeak-ng ")


@pytest.mark.parametrize(
    ("text", "model", "sentence"),
    [
        ("Please fail.", "anna", "exit code 1: RuntimeError: the model cannot be loaded"),
        ("Hello.", "nobody", "exit code 1: FileNotFoundError"),
    ],
)
def test_a_program_that_fails_is_one_clear_sentence(
    program: Path, text: str, model: str, sentence: str
) -> None:
    with pytest.raises(VoiceError, match=sentence):
        voice(program, en=model).say([Sentence(text, "en", "mira")])
    assert not list((program.parent / "cache").iterdir())


def test_a_program_that_is_not_there_is_one_clear_sentence(program: Path) -> None:
    program.unlink()
    with pytest.raises(VoiceError, match="cannot be run: No such file"):
        voice(program, en="anna").say([Sentence("Hello.", "en")])
