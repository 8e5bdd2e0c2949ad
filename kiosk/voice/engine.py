"""What every speech engine is to the voice: text in, a raw sound and perhaps its phonemes out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.pack import Language
from kiosk.voice.style import Character, VoiceStyle


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A sound of speech by its IPA name, from ``at_s`` on; a pause has an empty name."""

    at_s: float
    name: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What the engine said: its name and version, and the phonemes in the order of time, if it tells them."""

    engine: str
    phonemes: tuple[Phoneme, ...] = ()


class Engine(Protocol):
    """Speaks sentences into files; callable from any thread, several at a time."""

    def style(self, character: Character, language: Language) -> VoiceStyle:
        """How a character speaks a language with this engine."""

    def speak(self, text: str, style: VoiceStyle, sound: Path) -> Speech:
        """Speak into a mono 16-bit WAV at the engine's own rate.

        Raises ``VoiceError`` when the engine is missing or fails, ``OSError`` when it cannot write.
        """
