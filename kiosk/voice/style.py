"""Who speaks: which voice, at what pace and pitch, for each character and language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.pack import Language

ESPEAK = "espeak"
"""The engine that speaks unless a station says otherwise."""
USUAL_WPM = 150
"""A pace that leaves a listener who is nervous, or hears badly, time to follow."""
CANDIDATE_VARIANT = "m7"


@dataclass(frozen=True, slots=True)
class VoiceStyle:
    """One way of speaking."""

    voice: str
    """The name by which the engine knows the voice; espeak's is language and variant, like ``en-us+f2``."""
    rate_wpm: int = USUAL_WPM
    """Words a minute."""
    pitch: int = 45
    """0 (low) to 99 (high); 50 is the voice's own. Engines without pitch pass over it."""
    engine: str = ESPEAK
    speaker: int | None = None
    """Which of the voices in a piper model that has several."""


@dataclass(frozen=True, slots=True)
class Character:
    """How an avatar speaks, whatever engine does it.

    The ``f2`` variant of espeak is the one with the liveliest melody and the mildest sibilants of its
    female voices.
    """

    name: str = ""
    """The avatar's id."""
    espeak: Mapping[Language, str] = field(
        default_factory=lambda: {"en": "en-us+f2", "de": "de+f2", "es": "es-419+f2"}
    )
    """espeak's voice for each language; others are spoken by the ``variant`` in the engine's own voice."""
    variant: str = "f2"
    rates_wpm: Mapping[Language, int] = field(default_factory=lambda: {"en": 150, "de": 140, "es": 145})
    pitch: int = 45
    server: str = "nova"
    """The voice's name on a voice server."""
    speaker: int | None = None
    """Which of the voices in a piper model that has several."""

    def rate_wpm(self, language: Language) -> int:
        """Words a minute in this language."""
        return self.rates_wpm.get(language, USUAL_WPM)

    def espeak_style(self, language: Language) -> VoiceStyle:
        """How espeak speaks for this character."""
        voice = self.espeak.get(language) or f"{language}+{self.variant}"
        return VoiceStyle(voice, self.rate_wpm(language), self.pitch)


ANYBODY = Character()
"""How a character speaks that has no file of its own."""


def avatar_style(language: Language) -> VoiceStyle:
    """How a character without a file of its own speaks a language."""
    return ANYBODY.espeak_style(language)


def candidate_style(language: Language) -> VoiceStyle:
    """How the simulated candidate speaks: a lower voice, a little faster, never taken for the avatar."""
    return VoiceStyle(f"{avatar_style(language).voice.split('+')[0]}+{CANDIDATE_VARIANT}", rate_wpm=165)
