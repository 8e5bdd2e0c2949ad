"""The program piper, a process for each sentence: the text on its standard input, a WAV where we say.

The station names the program and a model for each language; a model for one avatar is named
``<avatar>.<language>``. Languages without a model are spoken by the engine that ships.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from kiosk.domain.pack import Language
from kiosk.ports.voice import VoiceError
from kiosk.voice.engine import Engine, Speech
from kiosk.voice.espeak import EspeakEngine
from kiosk.voice.style import USUAL_WPM, Character, VoiceStyle

ENGINE = "piper"
TIME_LIMIT_S = 60.0


class PiperEngine:
    """Implements ``kiosk.voice.engine.Engine``; tells no phonemes."""

    def __init__(self, program: Path, models: Mapping[str, Path], otherwise: Engine | None = None) -> None:
        self._program = program
        self._models = models
        self._otherwise = otherwise or EspeakEngine()

    def style(self, character: Character, language: Language) -> VoiceStyle:
        """See ``Engine``."""
        model = self._models.get(f"{character.name}.{language}") or self._models.get(language)
        if model is None:
            return self._otherwise.style(character, language)
        rate, speaker = character.rate_wpm(language), character.speaker
        return VoiceStyle(str(model), rate, engine=ENGINE, speaker=speaker)

    def speak(self, text: str, style: VoiceStyle, sound: Path) -> Speech:
        """See ``Engine``."""
        if style.engine != ENGINE:
            return self._otherwise.speak(text, style, sound)
        sound.write_bytes(b"")
        self._run(text, style, sound)
        return Speech(ENGINE)

    def _run(self, text: str, style: VoiceStyle, sound: Path) -> None:
        command = [str(self._program), "--model", style.voice, "--output_file", str(sound)]
        command += ["--length_scale", f"{USUAL_WPM / style.rate_wpm:.3f}"]
        command += [] if style.speaker is None else ["--speaker", str(style.speaker)]
        line = " ".join(text.split()) + "\n"
        try:
            done = subprocess.run(
                command, input=line.encode(), capture_output=True, timeout=TIME_LIMIT_S, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise VoiceError(
                f"The voice program piper took longer than {TIME_LIMIT_S:.0f} seconds."
            ) from error
        except OSError as error:
            raise VoiceError(f"The voice program {self._program} cannot be run: {error.strerror}.") from error
        if done.returncode != 0:
            raise VoiceError(f"The voice program piper ended with exit code {done.returncode}: {_last(done)}")


def _last(done: "subprocess.CompletedProcess[bytes]") -> str:
    """The last thing it said, short enough for a line."""
    lines = done.stderr.decode(errors="replace").strip().splitlines() or ["it did not say why."]
    return lines[-1][:200]
