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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiosk.domain.pack import Language
from kiosk.ports.voice import MouthCue, MouthShape, Utterance, VoiceError
from kiosk.voice.rendering import Rendering, render_speech
from kiosk.voice.style import ENGINE, VoiceStyle

FORMAT = 1
"""Raise it when sounds or shapes are made differently, and everything is rendered anew."""


def key(text: str, language: Language, style: VoiceStyle) -> str:
    """The entry's name: 64 hexadecimal digits."""
    parts = [FORMAT, ENGINE, style.voice, style.rate_wpm, style.pitch, language, text]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def find(folder: Path, text: str, language: Language, style: VoiceStyle) -> Utterance | None:
    """The entry, or ``None`` when there is none or it is damaged."""
    name = key(text, language, style)
    wav = folder / f"{name}.wav"
    try:
        entry = json.loads((folder / f"{name}.json").read_bytes())
        if hashlib.sha256(wav.read_bytes()).hexdigest() != entry["sha256"]:
            return None
        return Utterance(
            text, language, wav, float(entry["duration_s"]), _cues(entry["mouth"]), entry["sha256"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def make(folder: Path, text: str, language: Language, style: VoiceStyle) -> Utterance:
    """Render the entry and keep it; raises ``VoiceError``."""
    name = key(text, language, style)
    wav, index = folder / f"{name}.wav", folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _part(wav) as sound, _part(index) as entry:
            rendering = render_speech(text, sound, style)
            sha256 = hashlib.sha256(sound.read_bytes()).hexdigest()
            entry.write_text(json.dumps(_entry(text, style, rendering, sha256), ensure_ascii=False))
            sound.replace(wav)
            entry.replace(index)
    except OSError as error:
        raise VoiceError(f"The voice cannot write to {folder}: {error.strerror}.") from error
    return Utterance(text, language, wav, rendering.duration_s, rendering.mouth, sha256)


def _entry(text: str, style: VoiceStyle, rendering: Rendering, sha256: str) -> dict[str, Any]:
    return {
        "text": text,
        **asdict(style),
        "engine": rendering.engine,
        "sha256": sha256,
        "duration_s": rendering.duration_s,
        "mouth": [[cue.at_s, cue.shape] for cue in rendering.mouth],
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
