"""Packs that the central server sent: unpacked without trust, checked, put on the shelf in one step.

A pack is the old one or the new one, also after a power cut: it is unpacked beside the shelf, then renamed.
Names that begin with a dot are this module's own, and no pack's.
"""

import errno
import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from kiosk.packs.disk import sync_folder
from kiosk.packs.errors import PackErrors, PackMissingError
from kiosk.packs.load import FILE, load
from kiosk.packs.schema import SLUG
from kiosk.packs.shelf import folder_of
from kiosk.ports.packs import PackRefusedError

MOST_FILES = 5000
MOST_BYTES = 256 << 20
"""Unpacked."""
_MOST_DEEP = 8
_ORIGIN = ".origin"
"""In a pack's folder: the hash of the archive it came in."""
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,99}")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class ReceivedPacks:
    """Implements ``kiosk.ports.packs.PackShelf`` in one folder; ``others`` are the station's own shelves."""

    def __init__(self, root: Path, others: Sequence[Path], on_put: Callable[[str], None]) -> None:
        self._root, self._others, self._on_put = root, others, on_put
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for half in root.glob(".new-*"):
            shutil.rmtree(half)
        for old in root.glob(".old-*"):  # the power went between two renames
            if (there := root / old.name.removeprefix(".old-")).exists():
                shutil.rmtree(old)
            else:
                old.rename(there)

    def has(self, pack: str, sha256: str) -> bool:
        """See ``PackShelf``."""
        try:
            return (self._root / pack / _ORIGIN).read_text() == sha256
        except OSError:
            return False

    def put(self, pack: str, sha256: str, archive: Path) -> None:
        """See ``PackShelf``."""
        if not re.fullmatch(SLUG, pack):
            raise PackRefusedError("its id is not one that a pack can have")
        place = self._root / f".new-{sha256}"
        try:
            shutil.rmtree(place, ignore_errors=True)
            folder = place / pack
            _unpack(archive, folder)
            try:
                load(folder)
            except PackErrors as error:
                raise PackRefusedError(f"it has mistakes: {error.problems[0]}") from error
            (folder / _ORIGIN).write_text(sha256)
            _sync(folder)
            self._swap(pack, folder)
        finally:
            shutil.rmtree(place, ignore_errors=True)
        self._on_put(pack)

    def withdraw(self, pack: str) -> None:
        """See ``PackShelf``."""
        if re.fullmatch(SLUG, pack) and (self._root / pack).exists():
            self._swap(pack, None)
            return
        try:
            folder_of(pack, self._others)
        except PackMissingError:
            return
        raise PackRefusedError("this pack is the station's own")

    def _swap(self, pack: str, new: Path | None) -> None:
        there, old = self._root / pack, self._root / f".old-{pack}"
        if there.exists():
            there.rename(old)
        if new is not None:
            new.rename(there)
        sync_folder(self._root)
        shutil.rmtree(old, ignore_errors=True)


def _unpack(archive: Path, folder: Path) -> None:
    """Write the archive's files; nothing outside ``folder``, no links, and no more than a pack may have."""
    try:
        with zipfile.ZipFile(archive) as packed:
            files = dict(_files(packed))
            above = _above(files)
            left = MOST_BYTES
            for name, entry in files.items():
                target = folder.joinpath(*name.parts[above:])
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                left -= _copy(packed, entry, target, left)
    except _DAMAGED as error:
        raise PackRefusedError("it is not a ZIP that can be read") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise PackRefusedError("something in it is a file and a folder at once") from error
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise PackRefusedError("it names a place in itself that is not there") from error


def _files(packed: zipfile.ZipFile) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise PackRefusedError(f"it has more than {MOST_FILES} files")
    for entry in entries:
        name = PurePosixPath(entry.filename)
        if any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in name.parts):
            continue  # what desktops leave in folders
        if len(name.parts) > _MOST_DEEP or not all(map(_NAME.fullmatch, name.parts)):
            raise PackRefusedError("a file in it has a name that no pack's file has")
        if entry.flag_bits & 1 or entry.compress_type not in _METHODS or _is_special(entry):
            raise PackRefusedError(f"{name.name} in it is a link, locked, or packed in an unusual way")
        yield name, entry


def _is_special(entry: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind not in (0, stat.S_IFREG)


def _above(files: dict[PurePosixPath, zipfile.ZipInfo]) -> int:
    """How many folders lie above the pack: one where somebody packed the folder, none for its files."""
    found = [len(name.parts) - 1 for name in files if name.name == FILE]
    above = min(found, default=0)
    if not found or above > 1 or (above and len({name.parts[0] for name in files}) > 1):
        raise PackRefusedError(f"there is no {FILE} in it")
    return above


def _copy(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, left: int) -> int:
    with packed.open(entry) as source, target.open("xb") as file:
        written = 0
        while block := source.read(1 << 16):
            written += len(block)
            if written > left:
                raise PackRefusedError(f"it is larger than {MOST_BYTES >> 20} MiB")
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return written


def _sync(folder: Path) -> None:
    for place, _, _ in os.walk(folder):
        sync_folder(Path(place))
