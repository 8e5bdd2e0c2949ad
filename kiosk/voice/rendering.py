"""One sentence into one finished sound file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.ports.voice import MouthCue, Pace, VoiceError
from kiosk.voice import mouth, sound
from kiosk.voice.engine import Engine, Phoneme
from kiosk.voice.espeak import EspeakEngine
from kiosk.voice.pace import stretch
from kiosk.voice.recorded import read_recording
from kiosk.voice.style import VoiceStyle

ESPEAK_ENGINE = EspeakEngine()
RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the finished file holds, and the engine that made it, with its version."""

    engine: str
    duration_s: float
    mouth: tuple[MouthCue, ...]


def render_speech(text: str, path: Path, style: VoiceStyle, engine: Engine = ESPEAK_ENGINE) -> Rendering:
    """Speak ``text`` into a mono WAV, 48 kHz, 16 bits, of even loudness, with silence around it.

    Equal text and style give equal bytes, as far as the engine does. Takes about a tenth of a second;
    callable from any thread. Raises ``VoiceError`` when the engine is missing or fails, or the file
    cannot be written.
    """
    try:
        speech = engine.speak(text, style, path)
        return _finished(*sound.read(path), path, speech.engine, speech.phonemes)
    except OSError as error:
        raise VoiceError(f"The voice cannot write {path}: {error.strerror}.") from error


def render_recording(recording: Path, path: Path) -> Rendering:
    """The same from a sound that somebody has spoken. Raises ``VoiceError``."""
    try:
        return _finished(*read_recording(recording), path, RECORDED, ())
    except OSError as error:
        raise VoiceError(f"The voice cannot write {path}: {error.strerror}.") from error


def render_at_pace(usual: Rendering, spoken: Path, pace: Pace, path: Path) -> Rendering:
    """The same at another pace, from what was rendered. Raises ``VoiceError``."""
    samples = stretch(sound.read(spoken)[0], 1 / pace.factor)
    try:
        sound.write(path, samples)
    except OSError as error:
        raise VoiceError(f"The voice cannot write {path}: {error.strerror}.") from error
    cues = tuple(MouthCue(round(cue.at_s / pace.factor, 3), cue.shape) for cue in usual.mouth)
    return Rendering(usual.engine, len(samples) / sound.RATE_HZ, cues)


def _finished(
    raw: sound.Samples, rate_hz: int, path: Path, engine: str, phonemes: tuple[Phoneme, ...]
) -> Rendering:
    samples = sound.finish(raw, rate_hz)
    sound.write(path, samples)
    duration_s = len(samples) / sound.RATE_HZ
    if phonemes:
        cues = mouth.from_phonemes(phonemes, sound.LEAD_S, duration_s)
    else:
        cues = mouth.from_envelope(samples, duration_s)
    return Rendering(engine, duration_s, cues)
