"""The station's question packs: found, built at first use, and opened only as they were built or approved.

Whoever may *move the pin*, that is let another build count: a person by building, and by approving where
somebody approved before; the station itself only when there is no build, or when a pack that ships with the
program, or that HR sent through the central server, came in a new version and nobody had approved the old one
here (decision 0013).
"""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from kiosk.domain.ids import PackId
from kiosk.domain.pack import Language, Pack
from kiosk.library import approval, manifest, sources
from kiosk.library.approval import Approval
from kiosk.library.built import PACES, BuiltFolder
from kiosk.library.manifest import Manifest
from kiosk.packs.errors import PackChangedError, PackError
from kiosk.packs.load import load
from kiosk.packs.shelf import available, folder_of
from kiosk.ports.voice import VoiceError
from kiosk.voice.rendered import Progress, RenderedVoice


@dataclass(frozen=True, slots=True)
class ReadyPack:
    """A pack that may be asked. Without ``built`` there is no voice, and candidates read the questions."""

    pack: Pack
    built: Manifest | None = None
    approved_by: str = ""
    trouble: str = ""
    """Why there is no voice."""

    def kept_at_most(self, days: int) -> "ReadyPack":
        """The same pack, whose recordings stay no longer than a station lets them."""
        shorter = min(self.pack.retention_days, days)
        return replace(self, pack=replace(self.pack, retention_days=shorter))

    @property
    def voices(self) -> Mapping[Language, str]:
        """How each language is spoken: who, with which engine or recording."""
        return {language: self._voice(language) for language in self.pack.languages} if self.built else {}

    def _voice(self, language: Language) -> str:
        said = self.built.sayings if self.built else ()
        who = {f"{one.avatar}: {one.voice}" for one in said if one.language == language}
        return "; ".join(sorted(who))


class Standing(StrEnum):
    """How a pack stands on this station."""

    NEW = "new"
    BUILT = "built"
    APPROVED = "approved"
    CHANGED = "changed"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class PackStanding:
    """One pack of the station, and why it cannot be asked, if so."""

    pack: PackId
    standing: Standing
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where packs are looked for, the station's own before the shipped ones, and where builds are kept."""

    own: Sequence[Path]
    shipped: Path
    built: Path
    received: Path | None = None
    """Those that HR sends through the central server."""

    @property
    def roots(self) -> tuple[Path, ...]:
        """All folders with packs, in order."""
        return (*self.own, *self.sent)

    @property
    def sent(self) -> tuple[Path, ...]:
        """Those whose packs somebody else answers for: a new version of one may be built unasked."""
        return (*([self.received] if self.received else ()), self.shipped)


class Library:
    """Any thread. Opening a pack reads all its files; building one renders its voice."""

    def __init__(self, shelves: Shelves, voice: RenderedVoice) -> None:
        self._shelves = shelves
        self._voice = voice
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def recall(self, going_on: str = "") -> None:
        """Let the voice know what was built before, and drop what no build uses any more.

        For the start of the kiosk: a session that goes on with the pack of this name asks for its sounds
        at once, and where packs say the same words it must hear its own.
        """
        for folder in sorted(
            self._shelves.built.glob("*/"), key=lambda one: (one.name == going_on, one.name)
        ):
            if built := manifest.read(folder):
                BuiltFolder(folder).remove_unused(built)
                self._teach(BuiltFolder(folder), built)

    def names(self) -> tuple[PackId, ...]:
        """Every pack there is."""
        return available(self._shelves.roots)

    def open(self, name: str) -> ReadyPack:
        """The pack, and the voice speaks as it was built. Raises ``PackError`` with a sentence for staff."""
        ready = self.prepare(name)
        if ready.built:
            self._teach(self._folder(name), ready.built)
        return ready

    def prepare(self, name: str) -> ReadyPack:
        """The same for later: what is being said meanwhile stays as it is. Raises ``PackError``."""
        source = folder_of(name, self._shelves.roots)
        with self._one_at_a_time[name]:
            return self._opened(load(source), source)

    def build(self, name: str, progress: Progress | None = None) -> Manifest:
        """Render and pin the pack as it is now. Raises ``PackError`` and ``VoiceError``."""
        source = folder_of(name, self._shelves.roots)
        with self._one_at_a_time[name]:
            return self._build(load(source), source, progress)

    def to_approve(self, name: str) -> ReadyPack:
        """The pack as it is built, for listening; built where it never was, refused where it has changed.

        Unlike ``open`` it shows a build that waits for approval. Raises ``PackError`` and ``VoiceError``.
        """
        source, folder = folder_of(name, self._shelves.roots), self._folder(name)
        pack, built, given = load(source), manifest.read(folder.path), approval.latest(folder.path)
        if built is None or self._may_move(source, given):
            built = self.build(name)
        self._compare(pack, source, built)
        self._mend(folder, built, pack, source)
        counts = given is not None and given.manifest_sha256 == built.sha256
        return ReadyPack(pack, built, given.by if given and counts else "")

    def approve(self, name: str, by: str) -> Approval:
        """Keep that this person approved the pack as it is built. Raises ``PackError`` and ``OSError``."""
        source = folder_of(name, self._shelves.roots)
        pack, folder = load(source), self._folder(name)
        built = manifest.read(folder.path)
        if built is None:
            raise PackChangedError(
                f"The question pack “{name}” is not built yet: run main.py pack build {name}."
            )
        self._compare(pack, source, built)
        if folder.damaged(built):
            raise _damaged(name)
        given = Approval(built.sha256, by, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        approval.add(folder.path, given)
        return given

    def standing(self, name: PackId) -> PackStanding:
        """How a pack stands; nothing is built and no sound is read."""
        try:
            source = folder_of(name, self._shelves.roots)
            pack, folder = load(source), self._folder(name)
            built, given = manifest.read(folder.path), approval.latest(folder.path)
            if built is None:
                return PackStanding(name, Standing.NEW)
            if not self._may_move(source, given):
                self._compare(pack, source, built)
                _demand_approval(name, built, given)
        except PackChangedError as error:
            return PackStanding(name, Standing.CHANGED, str(error))
        except PackError as error:
            return PackStanding(name, Standing.FAULTY, str(error))
        return PackStanding(name, Standing.APPROVED if given else Standing.BUILT)

    def folder(self, name: str) -> BuiltFolder:
        """Where the build of a pack lies. Raises ``PackMissingError``."""
        folder_of(name, self._shelves.roots)
        return self._folder(name)

    def _folder(self, name: str) -> BuiltFolder:
        return BuiltFolder(self._shelves.built / name)

    def _opened(self, pack: Pack, source: Path) -> ReadyPack:
        folder = self._folder(pack.id)
        built, given = manifest.read(folder.path), approval.latest(folder.path)
        if built is None and given is None:
            return self._first_built(pack, source)
        if built is None:
            raise _damaged(pack.id)
        if self._may_move(source, given) and self._outdated(built, folder, source):
            return self._first_built(pack, source)
        self._compare(pack, source, built)
        _demand_approval(pack.id, built, given)
        self._mend(folder, built, pack, source)
        return ReadyPack(pack, built, given.by if given else "")

    def _may_move(self, source: Path, given: Approval | None) -> bool:
        return given is None and source.parent in self._shelves.sent

    def _outdated(self, built: Manifest, folder: BuiltFolder, source: Path) -> bool:
        changed = built.format != manifest.FORMAT or built.sources != sources.hashes(source)
        return changed or bool(folder.damaged(built))

    def _first_built(self, pack: Pack, source: Path) -> ReadyPack:
        """Without a voice the screen's text must do; the next use tries again."""
        try:
            return ReadyPack(pack, self._build(pack, source, None))
        except VoiceError as error:
            return ReadyPack(pack, trouble=str(error))

    def _build(self, pack: Pack, source: Path, progress: Progress | None) -> Manifest:
        return self._folder(pack.id).build(pack, source, self._voice, progress)

    def _compare(self, pack: Pack, source: Path, built: Manifest) -> None:
        now = sources.hashes(source)
        different = sorted(
            name for name in now.keys() | built.sources.keys() if now.get(name) != built.sources.get(name)
        )
        if different:
            more = f" and {len(different) - 1} more" if len(different) > 1 else ""
            raise PackChangedError(
                f"The question pack “{pack.id}” has changed since it was built ({different[0]}{more}): "
                f"run main.py pack build {pack.id}."
            )

    def _mend(self, folder: BuiltFolder, built: Manifest, pack: Pack, source: Path) -> None:
        """A sound that got lost is rendered again, and counts only when it is byte for byte the same."""
        if not folder.damaged(built):
            return
        with suppress(VoiceError):
            folder.restore(built, pack, source, self._voice)
        if folder.damaged(built):
            raise _damaged(pack.id)

    def _teach(self, folder: BuiltFolder, built: Manifest) -> None:
        for pace in PACES:
            self._voice.know(folder.utterances(built, pace), pace)


def _demand_approval(name: str, built: Manifest, given: Approval | None) -> None:
    if given is not None and given.manifest_sha256 != built.sha256:
        raise PackChangedError(
            f"The question pack “{name}” is not the one that {given.by} approved: listen to it with "
            f"main.py pack preview {name}, then run main.py pack approve {name}."
        )


def _damaged(name: str) -> PackChangedError:
    return PackChangedError(
        f"Sounds of the question pack “{name}” are damaged or gone, and this station would not make them the "
        f"same again: run main.py pack build {name}."
    )
