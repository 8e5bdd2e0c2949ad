"""What can go wrong around a coding question; nothing a candidate writes is among it.

CodingError
├── ProblemErrors   a problem folder has mistakes; ``mistakes`` lists every one
└── SandboxError    no program can be run safely on this computer; its text is one plain sentence
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake: the file, relative to the problem's folder, and what is wrong with it."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class CodingError(Exception):
    """A coding question cannot be used."""


class ProblemErrors(CodingError):  # noqa: N818 - it carries many
    """A problem folder has mistakes; its text is one line for each."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


class SandboxError(CodingError):
    """No program can be run safely on this computer."""
