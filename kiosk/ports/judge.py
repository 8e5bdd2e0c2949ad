"""Whoever runs candidates' programs and says what they came to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.code import CodeLanguage, CodeOrder, CodeResult


@dataclass(frozen=True, slots=True)
class Toolchain:
    """A language that can be run here, and with what."""

    language: CodeLanguage
    version: str
    """For example ``Python 3.11.2``."""


@dataclass(frozen=True, slots=True)
class JudgeStatus:
    """What can be run on this station."""

    toolchains: tuple[Toolchain, ...]
    reason: str = ""
    """One plain sentence when nothing can be run; programs are kept all the same."""


class Judge(Protocol):
    """Orders from any thread; they return at once and are carried out one after the other."""

    def available(self) -> JudgeStatus:
        """What can be run. The first call takes a tenth of a second: not for the screen's thread."""

    def run(self, order: CodeOrder, on_done: Callable[[CodeResult], None]) -> None:
        """Run the program; ``on_done`` is called once, on the judge's thread, unless cancelled before.

        Never raises for anything in a program: what cannot be judged is a ``JUDGE_ERROR`` that says why.
        """

    def cancel(self) -> None:
        """Stop what runs and forget what waits; of neither will anything be heard."""

    def close(self) -> None:
        """Cancel, and wait until nothing runs any more."""
