"""A tongue that nobody speaks, to see what a screen would do in one: mirrored, and a third longer.

Every word of a source is kept and shown from right to left; what is not in brackets was never translated.
"""

from PySide6.QtCore import Qt

from ui.tongue.dictionary import Dictionary
from ui.tongue.spoken import wear, wear_for_staff

_RIGHT, _TURN, _END = "\u200f", "\u202e", "\u202c"
_LONGER = 1.3


class Mirrored(Dictionary):
    """Has an answer to everything."""

    def __init__(self) -> None:
        super().__init__({})

    def isEmpty(self) -> bool:
        """It is as large as anybody wants."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The source in brackets, word by word from right to left, with a tail."""
        tail = "·" * max(1, round((_LONGER - 1) * len(source)) - 2)
        return f"{_RIGHT}[{' '.join(map(_turned, source.split(' ')))} {tail}]"


def speak_mirrored() -> None:
    """Everything in it from now on."""
    wear(_MIRRORED, Qt.LayoutDirection.RightToLeft)
    wear_for_staff(_MIRRORED)


def _turned(word: str) -> str:
    """What is filled in keeps its place; the letters around it turn."""
    return word if "{" in word or "%" in word else f"{_TURN}{word}{_END}"


_MIRRORED = Mirrored()
