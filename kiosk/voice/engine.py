"""Run the speaking program and hand over what it made."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.ports.voice import VoiceError
from kiosk.voice.style import VoiceStyle

TIME_LIMIT_S = 30.0
_IMPORT_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A sound of speech by its IPA name, from ``at_s`` on; a pause has an empty name."""

    at_s: float
    name: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What the engine said: its name and version, and the phonemes in the order of time."""

    engine: str
    phonemes: tuple[Phoneme, ...]


def speak(text: str, style: VoiceStyle, sound: Path) -> Speech:
    """Speak ``text`` into the WAV file ``sound``, at the engine's own rate.

    Takes some 60 ms in a process of its own; callable from any thread.
    Raises ``VoiceError`` when the engine is missing, lacks the voice or fails, and ``OSError``
    when ``sound`` cannot be written.
    """
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
