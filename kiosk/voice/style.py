"""Who speaks: the engine's voice, its pace and its pitch, for each language.

The ``f2`` variant is the one with the liveliest melody and the mildest sibilants of the
engine's female voices; the pace leaves a listener who is nervous, or hears badly, time to follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.pack import Language

ENGINE = "espeak"
"""The pyttsx3 driver that speaks; it loads libespeak-ng on every platform."""


@dataclass(frozen=True, slots=True)
class VoiceStyle:
    """One way of speaking."""

    voice: str
    """A voice file of the engine, for example ``en-us+f2``: language, then variant."""
    rate_wpm: int = 150
    """Words a minute."""
    pitch: int = 45
    """0 (low) to 99 (high); 50 is the voice's own."""


AVATAR_STYLES: Mapping[Language, VoiceStyle] = {
    "en": VoiceStyle("en-us+f2"),
    "de": VoiceStyle("de+f2", rate_wpm=140),
    "es": VoiceStyle("es-419+f2", rate_wpm=145),
}
CANDIDATE_VARIANT = "m7"


def avatar_style(language: Language) -> VoiceStyle:
    """How the avatar speaks a language; one without an entry gets the engine's own voice for it."""
    return AVATAR_STYLES.get(language) or VoiceStyle(f"{language}+f2")


def candidate_style(language: Language) -> VoiceStyle:
    """How the simulated candidate speaks: a lower voice, a little faster, never taken for the avatar."""
    return VoiceStyle(f"{avatar_style(language).voice.split('+')[0]}+{CANDIDATE_VARIANT}", rate_wpm=165)
