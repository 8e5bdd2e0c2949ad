"""The voice's line in the self-test."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.pack import Language
from kiosk.ports.voice import VoiceError
from kiosk.voice.rendering import render_speech
from kiosk.voice.style import avatar_style

NAME = "Voice"
TO_DO = "Install the engine with: apt-get install espeak-ng. Until then candidates read the questions."


def check_voice(languages: Sequence[Language] = ("en",)) -> CheckResult:
    """Speak one word in every language into a temporary file; takes some 0.1 s for each."""
    try:
        engines = {_engine_speaking(language) for language in languages}
    except VoiceError as error:
        return CheckResult(NAME, Verdict.WARNING, str(error), TO_DO)
    voices = ", ".join(f"{language} as {avatar_style(language).voice}" for language in languages)
    return CheckResult(NAME, Verdict.GOOD, f"{', '.join(sorted(engines))} speaks {voices}")


def _engine_speaking(language: Language) -> str:
    with tempfile.TemporaryDirectory(prefix="voice-check-") as folder:
        return render_speech("OK", Path(folder) / "word.wav", avatar_style(language)).engine
