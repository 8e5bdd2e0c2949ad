"""The avatar's voice as the runtime sees it: everything is rendered ahead, nothing is spoken live."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.domain.pack import Language


class VoiceError(Exception):
    """The voice cannot speak; the message is one plain sentence for a technician."""


class MouthShape(StrEnum):
    """The mouth positions an avatar can draw."""

    REST = "rest"
    """Closed, relaxed."""
    CLOSED = "closed"
    """m b p"""
    TEETH = "teeth"
    """f v"""
    TONGUE = "tongue"
    """l th d t n"""
    NARROW = "narrow"
    """s z sh ch ee i"""
    SMALL = "small"
    """e uh, k g h r"""
    OPEN = "open"
    """a ah"""
    ROUND = "round"
    """o aw"""
    PURSED = "pursed"
    """oo u w"""


class Pace(StrEnum):
    """How fast a sentence is said; each is rendered ahead."""

    SLOW = "slow"
    USUAL = "usual"

    @property
    def factor(self) -> float:
        """Of the usual pace."""
        return {Pace.SLOW: 0.8, Pace.USUAL: 1.0}[self]


@dataclass(frozen=True, slots=True)
class MouthCue:
    """From ``at_s`` on (seconds from the start of the sound) the mouth has this shape."""

    at_s: float
    shape: MouthShape


@dataclass(frozen=True, slots=True)
class Utterance:
    """A rendered sentence: a mono WAV, its mouth, and what it was made from."""

    text: str
    language: Language
    sound: Path
    duration_s: float
    mouth: tuple[MouthCue, ...]
    sha256: str
    """Of the sound file."""


class Voice(Protocol):
    """Rendering is slow and happens ahead on a worker; looking up is immediate, from any thread."""

    def render(self, texts: Sequence[str], language: Language) -> None:
        """Make sure every text is in the cache. Raises ``VoiceError`` when the engine cannot speak."""

    def utterance(self, text: str, language: Language, pace: Pace = Pace.USUAL) -> Utterance | None:
        """What was rendered for this text, or ``None``; at the usual pace where it has no other."""
