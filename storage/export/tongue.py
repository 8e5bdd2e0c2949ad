"""Which language a document speaks, and its words in it.

The catalogues are gettext's ``.po`` files, read as they are. A document asks for words while it is made, so
its language is kept beside the work (a context variable), not handed through every call. Any thread.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TypeVar

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from kiosk.domain.tongue import Tongue

WORDS = Path(__file__).parents[2] / "assets" / "words"
ENDONYMS = {Tongue.ENGLISH: "English", Tongue.GERMAN: "Deutsch", Tongue.SPANISH: "Español"}
LOCALES = {Tongue.ENGLISH: "en_GB", Tongue.GERMAN: "de_DE", Tongue.SPANISH: "es_ES"}
"""How each writes numbers, dates and times."""

_SPOKEN: ContextVar[Tongue] = ContextVar("spoken", default=Tongue.ENGLISH)
Code = TypeVar("Code")


@contextmanager
def speaking(tongue: Tongue) -> Iterator[None]:
    """What is made in this block is in this language."""
    before = _SPOKEN.set(tongue)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> Tongue:
    """The language of what is being made."""
    return _SPOKEN.get()


def locale() -> Locale:
    """How it writes numbers, dates and times, and on which side its lines begin."""
    return Locale.parse(LOCALES[spoken()])


def gettext(text: str) -> str:
    """The words in the document's language."""
    return _catalogue(spoken()).gettext(text) if text else text


def ngettext(one: str, many: str, count: int) -> str:
    """The form for a number."""
    return _catalogue(spoken()).ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's name for words that are translated where they are shown
    """Mark words for the collector; they stay as they are."""
    return text


class Words(Mapping[Code, str]):
    """The words of a closed list, in the document's language whenever they are looked up."""

    def __init__(self, texts: Mapping[Code, str]) -> None:
        self._texts = texts

    def __getitem__(self, code: Code) -> str:
        return gettext(self._texts[code])

    def __iter__(self) -> Iterator[Code]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def file_of(tongue: Tongue) -> Path:
    """Where a tongue's catalogue is kept."""
    return WORDS / f"papers.{tongue}.po"


@cache
def _catalogue(tongue: Tongue) -> NullTranslations:
    """Read once; English is what the sources say."""
    if tongue is Tongue.ENGLISH:
        return NullTranslations()
    compiled = io.BytesIO()
    with file_of(tongue).open("rb") as file:
        write_mo(compiled, read_po(file, locale=str(tongue), domain="papers"))
    compiled.seek(0)
    return Translations(compiled)
