"""Somebody who sits at the window for the program: whoever does, ``run`` lets them begin."""

from collections.abc import Callable
from typing import Protocol

from ui.shell import Shell


class Visitor(Protocol):
    """Acts on the real window, through what everybody else can touch."""

    def sit_down(self, shell: Shell, leave: Callable[[int], None]) -> None:
        """Begin on this window; ``leave`` gets the exit code when it is over."""
