"""What a results page plays beside the recording, and its small pictures: placed next to the page."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from storage.media import PICTURES, MediaStore
from storage.reports import SessionReport

_POSTER, _SHEET, _INDEX = "thumbnail.jpg", "sprites.jpg", "sprites.vtt"
_CUE = re.compile(
    r"(\d{1,3}):(\d\d):(\d\d(?:\.\d{1,3})?) --> .*\n.*#xywh=(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})\b"
)


@dataclass(frozen=True, slots=True)
class ScreenFilm:
    """A film of the screen beside the page; ``start_s`` is where it begins in the recording."""

    file: str
    start_s: float
    length_s: float


@dataclass(frozen=True, slots=True)
class Glance:
    """One small picture: where it lies on its sheet."""

    at_s: float
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Many small pictures in one file."""

    file: str
    glances: tuple[Glance, ...]

    @property
    def width(self) -> int:
        """Of the whole file."""
        return max(glance.left + glance.width for glance in self.glances)

    @property
    def height(self) -> int:
        """Of the whole file."""
        return max(glance.top + glance.height for glance in self.glances)

    def at(self, seconds: float) -> Glance:
        """The picture of this second."""
        return next((g for g in reversed(self.glances) if g.at_s <= seconds + 1.0), self.glances[0])


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that was placed."""

    screens: tuple[ScreenFilm, ...] = ()
    poster: str = ""
    sheet: Sheet | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all of it."""
        pictures = (_POSTER, _SHEET) if self.poster else ()
        return (*(film.file for film in self.screens), *pictures)


def place(report: SessionReport, media: MediaStore, into: Path) -> Beside:
    """Put films of the screen and small pictures beside the page, if there are any. Raises ``OSError``."""
    session, screens = report.summary.id, []
    for number, film in enumerate(report.screens, start=1):
        source = media.file(session, film.file) if film.file else None
        if source and source.is_file() and film.start_s is not None:
            name = f"screen_{number}.mp4"
            link(source, into / name)
            screens.append(ScreenFilm(name, film.start_s, film.length_s or 0.0))
    pictures = {name: media.file(session, f"{PICTURES}/{name}") for name in (_POSTER, _SHEET, _INDEX)}
    if not all(path.is_file() for path in pictures.values()):
        return Beside(tuple(screens))
    glances = read_index(pictures[_INDEX].read_text("utf-8"))
    for name in (_POSTER, _SHEET):
        link(pictures[name], into / name)
    return Beside(tuple(screens), _POSTER, Sheet(_SHEET, glances) if glances else None)


def read_index(vtt: str) -> tuple[Glance, ...]:
    """What a sheet's WebVTT says."""
    found = []
    for hours, minutes, seconds, *place_on_sheet in _CUE.findall(vtt):
        at_s = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
        found.append(Glance(at_s, *map(int, place_on_sheet)))
    return tuple(found)


def link(source: Path, target: Path) -> None:
    """The same file under another name, or a copy on another disk. Raises ``OSError``."""
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
