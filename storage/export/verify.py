"""Whether an exported folder is what the station wrote: names every changed, missing and added file.

Nothing that the folder says about itself is believed before it is checked, and nothing outside it is read,
whatever names its lists contain.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from storage.chain import Entry
from storage.copies import read_copy
from storage.errors import NotFoundError, plain_errors
from storage.export.bag import DECLARATION, MANIFEST, SIGNATURE, TAG_MANIFEST, safe_name
from storage.signing import verify as is_signed

_LONGEST_LIST = 64 << 20
_LONGEST_SIGNATURE = 1 << 16
_UNLISTED = frozenset({TAG_MANIFEST, SIGNATURE})


class Flaw(StrEnum):
    """What is wrong with one file."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNREADABLE = "unreadable"


class Seal(StrEnum):
    """What the signature is worth."""

    GOOD = "good"
    """Signed by the key that was asked for, or, if none was, by the one that is named."""
    WRONG = "wrong"
    FOREIGN = "foreign"
    """Signed rightly, but by another station than the one that was asked for."""
    MISSING = "missing"


SEALS = {
    Seal.GOOD: "right",
    Seal.WRONG: "wrong: the lists of files are not what was signed",
    Seal.FOREIGN: "right, but by another station than the one that was asked for",
    Seal.MISSING: "missing: nobody vouches for the lists of files",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One file that is not as it should be."""

    file: str
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a whole folder found."""

    files: int
    """How many are listed."""
    findings: tuple[Finding, ...]
    seal: Seal
    signer: str
    """The public key, 64 hexadecimal digits; empty when there is none."""
    journal_breaks: tuple[str, ...] = ()
    """Journals whose entries do not hold together."""

    @property
    def ok(self) -> bool:
        """Whether everything is as the station wrote it."""
        return not self.findings and not self.journal_breaks and self.seal is Seal.GOOD


def verify(folder: Path, known: str = "") -> Verdict:
    """Check the bag in ``folder``, signed by the station with the public key ``known`` if one is given.

    Reads every byte of it. Raises ``StorageError`` where there is no bag at all.
    """
    root = folder.absolute()
    with plain_errors(root):
        if not (root / DECLARATION).is_file() and not (root / TAG_MANIFEST).is_file():
            raise NotFoundError(f"there is no exported bundle in {folder}")
        found = dict(_files(root))
        there = {name: path for name, path in found.items() if _is_plain(path)}
        wanted: dict[str, str] = {}
        flaws = []
        for name in (TAG_MANIFEST, MANIFEST):
            if name not in there:
                flaws.append(Finding(name, Flaw.MISSING))
                continue
            wanted |= _listed(there[name])
        flaws += [flaw for name, right in wanted.items() if (flaw := _judge(name, right, found))]
        flaws += [Finding(name, Flaw.ADDED) for name in found if name not in wanted and name not in _UNLISTED]
        seal, signer = _seal(there, known)
        breaks = tuple(_broken_journals(there))
    return Verdict(len(wanted), tuple(sorted(set(flaws), key=lambda one: one.file)), seal, signer, breaks)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Everything that lies there, links included, none of them followed."""
    for folder, folders, files in os.walk(root):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *links):
            path = Path(folder) / name
            yield path.relative_to(root).as_posix(), path


def _is_plain(path: Path) -> bool:
    """Whether it may be read at all: a link leads elsewhere, a pipe never ends."""
    return stat.S_ISREG(path.lstat().st_mode)


def _listed(manifest: Path) -> dict[str, str]:
    if manifest.stat().st_size > _LONGEST_LIST:
        return {}
    lines = (line.partition("  ") for line in manifest.read_text("utf-8", errors="replace").splitlines())
    return {name: sha256 for sha256, _, name in lines if name}


def _judge(name: str, right: str, there: dict[str, Path]) -> Finding | None:
    path = there.get(name)
    if path is None:
        return Finding(name, Flaw.MISSING)
    try:
        safe_name(name)
        if not _is_plain(path):
            return Finding(name, Flaw.UNREADABLE)
        return None if _sha256(path) == right else Finding(name, Flaw.CHANGED)
    except (OSError, ValueError):
        return Finding(name, Flaw.UNREADABLE)


def _sha256(path: Path) -> str:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _seal(there: dict[str, Path], known: str) -> tuple[Seal, str]:
    if SIGNATURE not in there or TAG_MANIFEST not in there:
        return Seal.MISSING, ""
    if there[SIGNATURE].stat().st_size > _LONGEST_SIGNATURE:
        return Seal.WRONG, ""
    try:
        said = json.loads(there[SIGNATURE].read_text("utf-8"))
        signer = str(said["public_key"])
        public, signature = bytes.fromhex(signer), bytes.fromhex(said["signature"])
        good = is_signed(public, signature, there[TAG_MANIFEST].read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return Seal.WRONG, ""
    if not good:
        return Seal.WRONG, signer
    return (Seal.GOOD if public.hex() == known.lower() or not known else Seal.FOREIGN), signer


def _broken_journals(there: dict[str, Path]) -> Iterator[str]:
    for name, path in there.items():
        if name.endswith("/journal.jsonl"):
            try:
                whole = _holds(list(read_copy(path)))
            except (OSError, ValueError):
                whole = False
            if not whole:
                yield name


def _holds(entries: list[Entry]) -> bool:
    """Each entry holds by itself, and follows the one before it where no other session's lies between."""
    return all(entry.hash == entry.right_hash() for entry in entries) and all(
        after.prev_hash == before.hash for before, after in pairwise(entries) if after.seq == before.seq + 1
    )
