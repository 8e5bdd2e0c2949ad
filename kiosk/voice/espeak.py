"""The engine that ships: espeak-ng through pyttsx3, each sentence in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from kiosk.domain.pack import Language
from kiosk.ports.voice import VoiceError
from kiosk.voice.engine import Phoneme, Speech
from kiosk.voice.style import Character, VoiceStyle

TIME_LIMIT_S = 30.0
_IMPORT_ROOT = Path(__file__).parents[2]


class EspeakEngine:
    """Implements ``kiosk.voice.engine.Engine``; tells phonemes. A sentence takes some 60 ms."""

    def style(self, character: Character, language: Language) -> VoiceStyle:
        """See ``Engine``."""
        return character.espeak_style(language)

    def speak(self, text: str, style: VoiceStyle, sound: Path) -> Speech:
        """See ``Engine``."""
        if not text.strip():
            raise ValueError("there is nothing to say")
        sound.write_bytes(b"")
        request = {
            "text": text,
            "voice": style.voice,
            "rate_wpm": style.rate_wpm,
            "pitch": style.pitch,
            "sound": str(sound.absolute()),
        }
        answer = _ask(request)
        if "error" in answer:
            raise VoiceError(answer["error"])
        return Speech(answer["engine"], tuple(Phoneme(at_s, name) for at_s, name in answer["phonemes"]))


def _ask(request: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "kiosk.voice.speak"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=_IMPORT_ROOT,
            timeout=TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise VoiceError(f"The voice engine did not answer within {TIME_LIMIT_S:.0f} seconds.") from error
    except OSError as error:
        raise VoiceError(f"The voice engine could not be started: {error.strerror}.") from error
    try:
        return dict(json.loads(done.stdout))
    except ValueError as error:
        raise VoiceError(
            f"The voice engine ended without an answer (exit code {done.returncode})."
        ) from error
