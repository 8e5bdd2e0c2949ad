"""What can be wrong with a pack.

PackError
├── PackMissingError   no pack of that name is installed
├── PackChangedError   the pack is not, or not quite, the one that was built or approved
└── PackErrors         the pack is there and has mistakes; ``problems`` lists every one
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PackProblem:
    """One mistake: where (file in the pack, line from 1) and what, in words for the pack's author."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.reason}"


class PackError(Exception):
    """A pack cannot be used."""


class PackMissingError(PackError):
    """No pack of that name is installed."""


class PackChangedError(PackError):
    """The pack is not the one that was built or approved; the text says what to do."""


class PackErrors(PackError):  # noqa: N818 - it carries many
    """A pack has mistakes; its text is one line for each."""

    def __init__(self, problems: Iterable[PackProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
