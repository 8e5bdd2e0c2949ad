"""The two operations there are: a file with a text, and a symbolic link."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.lockdown.errors import InTheWayError
from kiosk.lockdown.operation import Standing

NOWHERE = "/dev/null"
"""A unit linked there cannot be started by anybody."""


@dataclass(frozen=True, slots=True)
class FilePlaced:
    """A small text file of ours."""

    root: Path
    path: str
    text: str

    @property
    def _place(self) -> Path:
        return self.root / self.path

    def before(self) -> str | None:
        """The text that is there."""
        if self._place.is_symlink() or self._place.is_dir():
            raise InTheWayError(f"/{self.path} is not a plain file; move it away first")
        return self._place.read_text("utf-8") if self._place.exists() else None

    def do(self) -> None:
        """Write it."""
        self._place.parent.mkdir(parents=True, exist_ok=True)
        write_durably(self._place, self.text)

    def undo(self, before: str | None) -> None:
        """Put the former text back, or nothing."""
        _draft_of(self._place)
        if self.standing() is Standing.OPEN:
            return
        if before is None:
            remove_durably(self._place)
        else:
            write_durably(self._place, before)

    def standing(self) -> Standing:
        """Locked while the text is ours."""
        ours = self._place.is_file() and self._place.read_text("utf-8") == self.text
        return Standing.LOCKED if ours else Standing.OPEN


@dataclass(frozen=True, slots=True)
class LinkPlaced:
    """A symbolic link, as units of systemd are masked and chosen."""

    root: Path
    path: str
    target: str

    @property
    def _place(self) -> Path:
        return self.root / self.path

    def before(self) -> str | None:
        """Where the link that is there points."""
        if self._place.is_symlink():
            return str(self._place.readlink())
        if self._place.exists():
            raise InTheWayError(f"/{self.path} is a file of somebody's own; move it away first")
        return None

    def do(self) -> None:
        """Point it there."""
        self._place.parent.mkdir(parents=True, exist_ok=True)
        _link_durably(self._place, self.target)

    def undo(self, before: str | None) -> None:
        """Point it where it pointed, or nowhere."""
        _draft_of(self._place)
        if self.standing() is Standing.OPEN:
            return
        if before is None:
            remove_durably(self._place)
        else:
            _link_durably(self._place, before)

    def standing(self) -> Standing:
        """Locked while it points where we say."""
        ours = self._place.is_symlink() and str(self._place.readlink()) == self.target
        return Standing.LOCKED if ours else Standing.OPEN


def write_durably(place: Path, text: str) -> None:
    """All of it or nothing, also through a power cut."""
    draft = _draft_of(place)
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fchmod(file.fileno(), 0o644)
        os.fsync(file.fileno())
    draft.replace(place)
    _fsync_folder(place.parent)


def remove_durably(place: Path) -> None:
    """It does not come back after a power cut; nothing to do where nothing is."""
    if place.is_symlink() or place.exists():
        place.unlink()
        _fsync_folder(place.parent)


def _link_durably(place: Path, target: str) -> None:
    draft = _draft_of(place)
    draft.symlink_to(target)
    draft.replace(place)
    _fsync_folder(place.parent)


def _draft_of(place: Path) -> Path:
    """Where it is prepared; what a cut-off attempt left there is taken away."""
    draft = place.with_name(f".{place.name}.interview-kiosk")
    draft.unlink(missing_ok=True)
    return draft


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
