"""One sentence into one finished sound file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.ports.voice import MouthCue, VoiceError
from kiosk.voice import mouth, sound
from kiosk.voice.engine import speak
from kiosk.voice.style import VoiceStyle


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the finished file holds, and the engine that made it, with its version."""

    engine: str
    duration_s: float
    mouth: tuple[MouthCue, ...]


def render_speech(text: str, path: Path, style: VoiceStyle) -> Rendering:
    """Speak ``text`` into a mono WAV, 48 kHz, 16 bits, of even loudness, with silence around it.

    Equal text and style give equal bytes. Takes about a tenth of a second; callable from any
    thread. Raises ``VoiceError`` when the engine is missing or fails, or the file cannot be written.
    """
    try:
        speech = speak(text, style, path)
        samples = sound.finish(*sound.read(path))
        sound.write(path, samples)
    except OSError as error:
        raise VoiceError(f"The voice cannot write {path}: {error.strerror}.") from error
    duration_s = len(samples) / sound.RATE_HZ
    if speech.phonemes:
        cues = mouth.from_phonemes(speech.phonemes, sound.LEAD_S, duration_s)
    else:
        cues = mouth.from_envelope(samples, duration_s)
    return Rendering(speech.engine, duration_s, cues)
