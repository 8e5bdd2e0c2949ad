"""The voice's line in the self-test."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.pack import Language
from kiosk.ports.voice import VoiceError
from kiosk.voice.engine import Engine
from kiosk.voice.rendering import ESPEAK_ENGINE, render_speech
from kiosk.voice.style import ANYBODY, ESPEAK

NAME = "Voice"
INSTALL = "Install the engine with: apt-get install espeak-ng. Until then candidates read the questions."
SETTINGS = "Mend the voice_… settings. Packs that are built keep their voice; new ones are only read."


def check_voice(engine: Engine = ESPEAK_ENGINE, languages: Sequence[Language] = ("en",)) -> CheckResult:
    """Speak one word in every language into a temporary file; espeak takes some 0.1 s for each."""
    styles = [engine.style(ANYBODY, language) for language in languages]
    try:
        speaking = {_speaks(engine, language) for language in languages}
    except VoiceError as error:
        ours = all(style.engine == ESPEAK for style in styles)
        return CheckResult(NAME, Verdict.WARNING, str(error), INSTALL if ours else SETTINGS)
    voices = ", ".join(
        f"{language} as {Path(style.voice).name}" for language, style in zip(languages, styles, strict=True)
    )
    return CheckResult(NAME, Verdict.GOOD, f"{', '.join(sorted(speaking))} speaks {voices}")


def _speaks(engine: Engine, language: Language) -> str:
    with tempfile.TemporaryDirectory(prefix="voice-check-") as folder:
        style = engine.style(ANYBODY, language)
        return render_speech("OK", Path(folder) / "word.wav", style, engine).engine
