"""Copies of a recording in another form, made by whoever knows pictures and sound."""

from pathlib import Path
from typing import Protocol

from kiosk.domain.copies import CopyForm, CopyOutcome


class CopyError(Exception):
    """The copy cannot be made; the recording is untouched. The message is one plain sentence."""


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
