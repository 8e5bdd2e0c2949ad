"""A BagIt bag (RFC 8493): what lies in it, listed with SHA-256 hashes, and the lists signed by the station.

bagit.txt  bag-info.txt            what this is
manifest-sha256.txt                every file under data/
tagmanifest-sha256.txt             every other file but the next
signature.json                     Ed25519 over tagmanifest-sha256.txt, and the station's public key
index.html  verify.html            for people
data/…                             what it is all about
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from storage.signing import StationKey

DECLARATION = "bagit.txt"
INFORMATION = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.json"
PAYLOAD = "data/"

_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,7}}")


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a bag, and where its content lies now."""

    name: str
    """Relative to the bag, with slashes."""
    source: Path
    size_bytes: int
    sha256: str


def safe_name(name: str) -> str:
    """A name that stays inside its folder on every file system. Raises ``ValueError`` for any other."""
    if not _NAME.fullmatch(name) or any(part.endswith(".") for part in name.split("/")):
        raise ValueError("a file name that could lead out of its folder")
    return name


def item(name: str, source: Path) -> Item:
    """A file as it is now. Raises ``OSError``."""
    with source.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        return Item(safe_name(name), source, content.tell(), sha256)


def manifest(items: Iterable[Item]) -> str:
    """Hashes and names, a line each."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in sorted(items, key=lambda one: one.name))


def declaration() -> str:
    """The content of ``bagit.txt``."""
    return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def information(export: str, day: str, payload: Iterable[Item]) -> str:
    """The content of ``bag-info.txt``; ``day`` is ``2026-11-20``."""
    sizes = [one.size_bytes for one in payload]
    lines = {
        "Bag-Software-Agent": "Interview Kiosk",
        "Bagging-Date": day,
        "External-Identifier": export,
        "Payload-Oxum": f"{sum(sizes)}.{len(sizes)}",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def signature(key: StationKey, tag_manifest: bytes) -> str:
    """The content of ``signature.json``."""
    said = {
        "algorithm": "Ed25519",
        "signed": TAG_MANIFEST,
        "public_key": key.public.hex(),
        "signature": key.sign(tag_manifest).hex(),
    }
    return json.dumps(said, indent=2) + "\n"
