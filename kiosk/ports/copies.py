"""Copies of a recording in another form, made by whoever knows pictures and sound."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.copies import CopyForm, CopyOutcome


class CopyError(Exception):
    """The copy cannot be made; the recording is untouched. The message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished recording on this station and where what is made of it belongs."""

    file: Path
    has_picture: bool
    pictures: Path
    copies: Path

    @property
    def pictured(self) -> bool:
        """Whether its small pictures are there; their index is written last."""
        return (self.pictures / "sprites.vtt").exists()


class CopyJob(Protocol):
    """One copy being made."""

    @property
    def progress(self) -> float:
        """How much is done, 0 to 1. Any thread."""

    def run(self) -> CopyOutcome:
        """Make it; blocks. Raises ``CopyError``."""

    def cancel(self) -> None:
        """Give up within a moment; harmless at any time. Any thread."""


class CopyMaker(Protocol):
    """Where copies come from."""

    def __call__(self, source: Path, target: Path, form: CopyForm) -> CopyJob:
        """A copy that is not begun yet."""
