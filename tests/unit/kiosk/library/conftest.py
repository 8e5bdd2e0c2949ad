"""A shelf with two small packs, and an engine that hums instead of speaking."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from kiosk.domain.pack import Language
from kiosk.library.library import Library, Shelves
from kiosk.ports.voice import VoiceError
from kiosk.voice import sound
from kiosk.voice.engine import Speech
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.style import Character, VoiceStyle

PACK = """\
id = "{name}"
version = "1.0"
languages = ["en", "de"]
title.en = "Small"
title.de = "Klein"

[[questions]]
id = "first"
kind = "general"
avatar = "mira"
answer_limit_s = 60
text.en = "How are you?"
text.de = "Wie geht es Ihnen?"

[[questions.followups]]
id = "more"
min_words = 5
text.en = "Go on."
text.de = "Und weiter?"
"""


@dataclass
class FakeEngine:
    """Hums a tone for each text; another ``edition`` hums others, as after an update."""

    edition: int = 1
    silent: bool = False
    said: list[str] = field(default_factory=list)

    def style(self, character: Character, language: Language) -> VoiceStyle:
        return VoiceStyle(f"{character.name}-{language}", engine="hum")

    def speak(self, text: str, style: VoiceStyle, path: Path) -> Speech:
        if self.silent:
            raise VoiceError("Nobody hums.")
        self.said.append(text)
        pitch = int.from_bytes(hashlib.sha256(f"{self.edition}{text}{style}".encode()).digest()[:2])
        sound.write(path, 0.1 * np.sin(np.arange(9_600) * (0.01 + pitch / 1e6)))
        return Speech(f"hum {self.edition}")


@dataclass
class Station:
    """A library with its own packs, shipped packs and builds in one folder."""

    folder: Path
    engine: FakeEngine = field(default_factory=FakeEngine)

    def library(self) -> Library:
        """As a program that starts finds it."""
        self.voice = RenderedVoice(self.folder / "cache", self.engine)
        own, received = self.folder / "own", self.folder / "received"
        shelves = Shelves((own,), self.folder / "shipped", self.folder / "built", received)
        return Library(shelves, self.voice)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change one of the packs' files."""
        path = self.folder / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    def sounds(self, name: str) -> list[Path]:
        """The built sounds of a pack."""
        return sorted((self.folder / "built" / name / "voice").glob("*.wav"))


@pytest.fixture
def station(tmp_path: Path) -> Station:
    """With the pack “ours” of its own and the pack “theirs” that ships."""
    for root, name in (("own", "ours"), ("shipped", "theirs")):
        (tmp_path / root / name).mkdir(parents=True)
        (tmp_path / root / name / "pack.toml").write_text(PACK.format(name=name))
    return Station(tmp_path)
