"""What stands on the keys: a page of letters for each language, one page of signs, digits, invitation codes.

Pages are rows of signs; what a key does besides typing its sign is an ``Act``.
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum, StrEnum


class Act(StrEnum):
    """A key that is no sign."""

    SHIFT = "shift"
    ERASE = "erase"
    SIGNS = "signs"
    LANGUAGE = "language"
    INDENT = "indent"
    SPACE = "space"
    LEFT = "left"
    RIGHT = "right"
    ENTER = "enter"
    HIDE = "hide"


class Writing(Enum):
    """What is written in a field, and so which keys it needs."""

    TEXT = "text"
    PROGRAM = "program"
    CODE = "code"
    """Capital letters and digits."""
    DIGITS = "digits"


Key = str
"""One sign, or the value of an ``Act``."""
Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of letters in one language; some accents are keys of their own, pressed before the letter."""

    digits: str
    upper: str
    middle: str
    lower: str


LAYOUTS: dict[str, Layout] = {
    "en": Layout("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.?"),
    "de": Layout("1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm,.?"),
    "es": Layout("1234567890¿", "qwertyuiop´", "asdfghjklñ¨", "zxcvbnm,.?"),
}
DEAD = {"´": "\u0301", "¨": "\u0308"}
"""Accents that wait for their letter."""
_SIGNS = ("1234567890", "+-*/=%<>&|", "()[]{}'\"`^", "!?:;_#@\\~$€")
_MORE = "¿¡"


def rows(writing: Writing, language: str, *, signs: bool = False) -> Rows:
    """The keys from top to bottom; a language without a layout of its own is written on the English one."""
    if writing is Writing.DIGITS:
        return ((*"12345", Act.ERASE), (*"67890", Act.ENTER, Act.HIDE))
    layout = LAYOUTS.get(language, LAYOUTS["en"])
    if writing is Writing.CODE:
        return _code_rows(layout)
    indent = (Act.INDENT,) if writing is Writing.PROGRAM else ()
    last = (Act.SIGNS, Act.LANGUAGE, *indent, Act.SPACE, Act.LEFT, Act.RIGHT, Act.ENTER, Act.HIDE)
    if signs:
        first, second, third, fourth = _SIGNS
        return tuple(first), tuple(second), (*third, *_MORE), (*fourth, Act.ERASE), last
    lower = (Act.SHIFT, *layout.lower, Act.ERASE)
    return tuple(layout.digits), tuple(layout.upper), tuple(layout.middle), lower, last


def _code_rows(layout: Layout) -> Rows:
    """The letters where people of that language look for them; a code has no others."""

    def capitals(row: str) -> tuple[Key, ...]:
        return tuple(letter.upper() for letter in row if letter.isascii() and letter.isalnum())

    return (
        capitals(layout.digits),
        capitals(layout.upper),
        capitals(layout.middle),
        (*capitals(layout.lower), Act.ERASE),
        (Act.LANGUAGE, Act.LEFT, Act.RIGHT, Act.ENTER, Act.HIDE),
    )


def capital(sign: Key) -> Key:
    """The sign with Shift; a sharp s stays one letter."""
    return upper if len(upper := sign.upper()) == 1 else sign


def composed(accent: str, letter: str) -> str:
    """The letter under the accent, or one after the other where there is no such letter."""
    joined = unicodedata.normalize("NFC", letter + DEAD[accent])
    return joined if len(joined) == 1 else accent + letter
