"""What lies in a pack's ``audio`` folder: questions that somebody has spoken.

``audio/<question>.<language>.wav`` or ``.flac``; a follow-up's is called
``audio/<question>.<follow-up>.<language>.wav``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.domain.pack import Pack, Question
from kiosk.packs.errors import PackProblem
from kiosk.ports.voice import VoiceError
from kiosk.voice.recorded import SUFFIXES, look_at

FOLDER = "audio"
LONGEST_BYTES = 32 * 1024 * 1024
MOST_FILES = 2000


def recordings(folder: Path, pack: Pack) -> Mapping[str, Path]:
    """The recordings of a pack by name: question, follow-up if it is one, and language, with dots between."""
    return {_name(file): file for file in _files(folder) if _name(file) in _names(pack)}


def mistakes(folder: Path, pack: Pack) -> Iterator[PackProblem]:
    """Everything wrong with them."""
    names = _names(pack)
    seen: set[str] = set()
    for number, file in enumerate(_files(folder)):
        if number == MOST_FILES:
            yield PackProblem(FOLDER, 1, f"must not hold more than {MOST_FILES} files")
            return
        if why := _fault(file, names, seen):
            yield PackProblem(f"{FOLDER}/{file.name[:120]!r}".replace("'", ""), 1, why)
        seen.add(_name(file))


def _fault(file: Path, names: set[str], seen: set[str]) -> str | None:
    if file.is_symlink() or file.parent.is_symlink():
        return "must not be a link"
    if file.suffix not in SUFFIXES or not file.is_file():
        return "must be a WAV or FLAC file"
    if _name(file) not in names:
        return "is named after no question and language of the pack"
    if _name(file) in seen:
        return "is there twice, as WAV and as FLAC"
    if file.stat().st_size > LONGEST_BYTES:
        return f"is longer than {LONGEST_BYTES // 1024**2} MiB"
    try:
        look_at(file)
    except VoiceError as error:
        return str(error)
    return None


def _files(folder: Path) -> list[Path]:
    found = (folder / FOLDER).iterdir() if (folder / FOLDER).is_dir() else ()
    return sorted(file for file in found if not file.name.startswith("."))


def _name(file: Path) -> str:
    return file.stem


def _names(pack: Pack) -> set[str]:
    asked: tuple[Question, ...] = (*pack.questions, *((pack.practice,) if pack.practice else ()))
    said: list[str] = [question.id for question in asked]
    said += [f"{question.id}.{followup.id}" for question in asked for followup in question.followups]
    return {f"{name}.{language}" for name in said for language in pack.languages}
