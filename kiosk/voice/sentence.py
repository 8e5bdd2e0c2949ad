"""What is to be said, by whom, and how fast."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.pack import Language
from kiosk.ports.voice import Pace


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing an avatar says; ``recording`` is somebody's own voice, which takes the place of an engine."""

    text: str
    language: Language
    avatar: str = ""
    recording: Path | None = None
    pace: Pace = Pace.USUAL
