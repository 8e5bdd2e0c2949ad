"""What was rendered, kept in a folder: ``<key>.wav`` and, written last, ``<key>.json`` beside it.

The key is a hash of everything that shapes the sound, so an entry never goes stale; the engine's
version is kept with the entry but is not part of the key: an engine update must not change a
question that has been approved. An entry counts only while its sound has the hash it was kept
with; power cuts and bit rot therefore cost a new rendering, never a wrong sound.
"""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.ports.voice import MouthCue, MouthShape, Utterance, VoiceError
from kiosk.voice.rendering import Rendering
from kiosk.voice.sentence import Sentence

FORMAT = 2
"""Raise it when sounds or shapes are made differently, and everything is rendered anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence that has been rendered, and the engine that spoke it, with its version."""

    utterance: Utterance
    engine: str


def key(*parts: object) -> str:
    """The name of what these parts shape: 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps([FORMAT, *parts], ensure_ascii=False).encode()).hexdigest()


def find(folder: Path, name: str, sentence: Sentence) -> Entry | None:
    """The entry, or ``None`` when there is none or it is damaged."""
    wav = folder / f"{name}.wav"
    try:
        kept = json.loads((folder / f"{name}.json").read_bytes())
        if hashlib.sha256(wav.read_bytes()).hexdigest() != kept["sha256"]:
            return None
        duration_s, cues = float(kept["duration_s"]), _cues(kept["mouth"])
        spoken = Utterance(sentence.text, sentence.language, wav, duration_s, cues, kept["sha256"])
        return Entry(spoken, str(kept["engine"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def make(folder: Path, name: str, sentence: Sentence, render: Callable[[Path], Rendering]) -> Entry:
    """Render the entry into the file it is told and keep it; raises ``VoiceError``."""
    wav, index = folder / f"{name}.wav", folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _part(wav) as sound, _part(index) as entry:
            made = render(sound)
            sha256 = hashlib.sha256(sound.read_bytes()).hexdigest()
            entry.write_text(json.dumps(_kept(sentence, made, sha256), ensure_ascii=False))
            sound.replace(wav)
            entry.replace(index)
    except OSError as error:
        raise VoiceError(f"The voice cannot write to {folder}: {error.strerror}.") from error
    spoken = Utterance(sentence.text, sentence.language, wav, made.duration_s, made.mouth, sha256)
    return Entry(spoken, made.engine)


def _kept(sentence: Sentence, made: Rendering, sha256: str) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "language": sentence.language,
        "engine": made.engine,
        "sha256": sha256,
        "duration_s": made.duration_s,
        "mouth": [[cue.at_s, cue.shape] for cue in made.mouth],
    }


def _cues(pairs: list[tuple[float, str]]) -> tuple[MouthCue, ...]:
    return tuple(MouthCue(float(at_s), MouthShape(shape)) for at_s, shape in pairs)


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """A file of this thread's own beside ``path``, renamed to it when whole; otherwise removed."""
    part = path.with_name(f"{path.stem}.{os.getpid()}-{threading.get_ident()}{path.suffix}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
