"""A built pack on the disk: ``manifest.json``, ``approvals.jsonl`` and ``voice/<sha256>.wav``.

Sounds are named by their content and never changed, so that an interview that is going on is not touched by
a new build. The manifest is written last: a build without one does not count.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.domain.pack import Pack
from kiosk.library import manifest, sources
from kiosk.library.manifest import Manifest, Saying, Sound
from kiosk.library.sayings import Line, lines
from kiosk.packs.audio import recordings
from kiosk.packs.disk import sync_folder
from kiosk.ports.voice import Pace, Utterance, VoiceError
from kiosk.voice.cache import Entry
from kiosk.voice.rendered import Progress, RenderedVoice
from kiosk.voice.sentence import Sentence

SOUNDS = "voice"
PACES = tuple(Pace)


class BuiltFolder:
    """Where one pack's build lies. Files are written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.path = folder

    def sound(self, sound: Sound) -> Path:
        """Where a sound lies."""
        return self.path / SOUNDS / f"{sound.sha256}.wav"

    def utterances(self, built: Manifest, pace: Pace) -> list[Utterance]:
        """What the avatar says, ready to be played."""
        return [self._utterance(saying, pace) for saying in built.sayings]

    def _utterance(self, saying: Saying, pace: Pace) -> Utterance:
        sound = saying.sounds[pace]
        where, cues = self.sound(sound), saying.cues(pace)
        return Utterance(saying.text, saying.language, where, sound.duration_s, cues, sound.sha256)

    def damaged(self, built: Manifest) -> list[Sound]:
        """The sounds that are missing or not what they were."""
        return [sound for sound in built.sounds if _sha256(self.sound(sound)) != sound.sha256]

    def build(
        self, pack: Pack, source: Path, voice: RenderedVoice, progress: Progress | None = None
    ) -> Manifest:
        """Render what is missing and write the manifest. Raises ``PackErrors`` and ``VoiceError``."""
        said = list(lines(pack, recordings(source, pack)))
        entries = voice.say(_sentences(said), progress)
        rows = [entries[at : at + len(PACES)] for at in range(0, len(entries), len(PACES))]
        sayings = tuple(
            _saying(line, row, voice.describe(line.sentence)) for line, row in zip(said, rows, strict=True)
        )
        built = Manifest(manifest.FORMAT, pack.id, pack.version, sources.hashes(source), sayings)
        with _as_voice_trouble(self.path):
            self._keep(entries, built)
            write_whole(self.path / manifest.FILE, built.content)
        return built

    def restore(self, built: Manifest, pack: Pack, source: Path, voice: RenderedVoice) -> None:
        """Put back sounds that can be rendered as they were; the manifest stays. Raises ``VoiceError``."""
        entries = voice.say(_sentences(lines(pack, recordings(source, pack))))
        with _as_voice_trouble(self.path):
            self._keep(entries, built)

    def remove_unused(self, built: Manifest) -> None:
        """Remove sounds of earlier builds; for a time when no interview can be using them."""
        used = {self.sound(sound) for sound in built.sounds}
        for file in (self.path / SOUNDS).glob("*.wav"):
            if file not in used:
                file.unlink(missing_ok=True)

    def _keep(self, entries: Sequence[Entry], built: Manifest) -> None:
        """Those of the rendered sounds that the manifest names."""
        (self.path / SOUNDS).mkdir(mode=0o700, parents=True, exist_ok=True)
        rendered = {entry.utterance.sha256: entry.utterance.sound for entry in entries}
        for sound in self.damaged(built):
            if sound.sha256 in rendered:
                _place(rendered[sound.sha256], self.sound(sound))


def write_whole(file: Path, content: bytes) -> None:
    """The file with this content, on the disk, or as it was. Raises ``OSError``."""
    part = file.with_suffix(f".{os.getpid()}.part")
    with part.open("wb") as whole:
        whole.write(content)
        whole.flush()
        os.fsync(whole.fileno())
    part.replace(file)
    sync_folder(file.parent)


def _place(rendered: Path, kept: Path) -> None:
    """Without a second copy where the disk can do that."""
    part = kept.with_suffix(f".{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        os.link(rendered, part)
    except OSError:  # another disk, or one without links
        shutil.copyfile(rendered, part)
    part.replace(kept)


@contextmanager
def _as_voice_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise VoiceError(f"The pack cannot be built in {folder}: {error.strerror}.") from error


def _sentences(said: Iterable[Line]) -> list[Sentence]:
    return [replace(line.sentence, pace=pace) for line in said for pace in PACES]


def _saying(line: Line, row: list[Entry], manner: str) -> Saying:
    usual = row[PACES.index(Pace.USUAL)]
    return Saying(
        line.question,
        line.followup,
        line.sentence.language,
        line.sentence.avatar,
        line.sentence.text,
        usual.engine + manner,
        {
            pace: Sound(entry.utterance.sha256, round(entry.utterance.duration_s, 3))
            for pace, entry in zip(PACES, row, strict=True)
        },
        tuple(cue.at_s for cue in usual.utterance.mouth),
        tuple(cue.shape for cue in usual.utterance.mouth),
    )


def _sha256(file: Path) -> str | None:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return None
