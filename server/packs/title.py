"""What a pack calls itself, read from the ``pack.toml`` in its ZIP: nothing else of it is looked at here."""

import re
import tomllib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from server.errors import InvalidError

FILE = "pack.toml"
MOST_BYTES = 4 << 20
"""Of that file, unpacked."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    ValueError,
)
"""What Python's ZIP and TOML readers say of bytes that somebody made to confuse them."""


@dataclass(frozen=True, slots=True)
class Title:
    """A pack's id and version."""

    pack_id: str
    version: str


def title_of(archive: Path) -> Title:
    """A pack's title; its files lie at the top of the ZIP, or in one folder. Raises ``InvalidError``."""
    if not zipfile.is_zipfile(archive):
        raise InvalidError("a pack is sent as a ZIP of its folder", "not_a_zip")
    try:
        with zipfile.ZipFile(archive) as packed:
            entry = _entry(packed)
            with packed.open(entry) as file:
                found = tomllib.loads(file.read(MOST_BYTES).decode())
    except _UNREADABLE as error:
        raise InvalidError("the ZIP, or the pack.toml in it, cannot be read", "unreadable") from error
    return _title(found)


def _entry(packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one that is nearest to the top."""
    named = [one for one in packed.infolist() if PurePosixPath(one.filename).name == FILE]
    near = [one for one in named if len(PurePosixPath(one.filename).parts) <= 2]
    if not near:
        raise InvalidError("there is no pack.toml in the ZIP", "no_title")
    return min(near, key=lambda one: len(PurePosixPath(one.filename).parts))


def _title(found: dict[str, object]) -> Title:
    pack_id, version = found.get("id"), found.get("version")
    if not isinstance(pack_id, str) or not _ID.fullmatch(pack_id):
        raise InvalidError("the pack.toml gives no id that a pack can have", "no_title")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise InvalidError("the pack.toml gives no version that a pack can have", "no_title")
    return Title(pack_id, version)
