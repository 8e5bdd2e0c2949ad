"""What a pack consists of on the disk, file by file, with SHA-256."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.packs import audio, load, rubrics
from kiosk.packs.errors import PackErrors, PackProblem

FOLDERS = ("problems", audio.FOLDER)
MOST_FILES = 5000
LONGEST_BYTES = 256 * 1024 * 1024


def hashes(folder: Path) -> Mapping[str, str]:
    """Hash by path inside the pack, sorted; what no part of the program reads is passed over.

    Raises ``PackErrors`` when a file cannot be read or there are too many.
    """
    found: dict[str, str] = {}
    for file in _files(folder):
        name = file.relative_to(folder).as_posix()
        if len(found) == MOST_FILES:
            raise PackErrors([PackProblem(name, 1, f"is one of more than {MOST_FILES} files")])
        found[name] = _sha256(file, name)
    return dict(sorted(found.items()))


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in (load.FILE, rubrics.FILE) if (folder / name).is_file())
    for name in FOLDERS:
        for file in (folder / name).rglob("*"):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                yield file


def _sha256(file: Path, name: str) -> str:
    try:
        if file.stat().st_size > LONGEST_BYTES:
            raise PackErrors([PackProblem(name, 1, f"is longer than {LONGEST_BYTES // 1024**2} MiB")])
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise PackErrors([PackProblem(name, 1, f"cannot be read: {error.strerror}")]) from error
