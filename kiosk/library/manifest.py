"""What was built: every file of a pack and everything the avatar will say, each with its SHA-256.

The manifest holds no time and no name of a machine: the same pack, spoken by the same engine, has the same
manifest, and the hash of the manifest is the name of exactly these questions (N11).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.ids import PackId
from kiosk.domain.pack import Language
from kiosk.domain.plain import from_plain, to_plain
from kiosk.ports.voice import MouthCue, MouthShape, Pace

FILE = "manifest.json"
FORMAT = 1
"""Raise it when a build holds other things than before; what nobody approved is then built anew."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A WAV file, named by its hash."""

    sha256: str
    duration_s: float


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing the avatar says, at every pace."""

    question: str
    """Its id; empty for the loudspeaker test."""
    followup: str
    """The follow-up's id, where it is one."""
    language: Language
    avatar: str
    text: str
    voice: str
    """Who speaks: engine with version, or that it was recorded."""
    sounds: Mapping[Pace, Sound]
    mouth_at_s: tuple[float, ...]
    """When each shape begins, at the usual pace."""
    mouth: tuple[MouthShape, ...]

    @property
    def usual(self) -> Sound:
        """The sound at the usual pace."""
        return self.sounds[Pace.USUAL]

    def cues(self, pace: Pace) -> tuple[MouthCue, ...]:
        """The mouth at a pace."""
        at_pace = zip(self.mouth_at_s, self.mouth, strict=True)
        return tuple(MouthCue(round(at_s / pace.factor, 3), shape) for at_s, shape in at_pace)


@dataclass(frozen=True, slots=True)
class Manifest:
    """One build of one pack."""

    format: int
    pack: PackId
    version: str
    sources: Mapping[str, str]
    """The pack's own files: hash by path."""
    sayings: tuple[Saying, ...]

    @property
    def content(self) -> bytes:
        """As it stands on the disk."""
        return (json.dumps(to_plain(self), indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()

    @property
    def sha256(self) -> str:
        """The name of exactly these questions."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def sounds(self) -> tuple[Sound, ...]:
        """Every sound there is."""
        return tuple(sound for saying in self.sayings for sound in saying.sounds.values())


def read(folder: Path) -> Manifest | None:
    """The manifest in a built folder; ``None`` when there is none or it is damaged."""
    try:
        return from_plain(Manifest, json.loads((folder / FILE).read_bytes()))
    except (OSError, ValueError):
        return None
