"""Which language a page is in: the one its reader chose here, else the first of the browser's that we know.

The catalogues are gettext's ``.po`` files, read as they are. Pages ask for words while they are made, so the
language of the request is kept beside it (a context variable), not handed through every call.
"""

import io
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(__file__).parent / "locale"
COOKIE = "kiosk_language"
_MOST_WISHES = 20


class Tongue(StrEnum):
    """A language with a catalogue; the value is its tag. The sources are English."""

    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"

    @property
    def locale(self) -> Locale:
        """How it writes numbers, dates and times."""
        return Locale.parse("en_GB" if self is Tongue.ENGLISH else str(self))


ENDONYMS = {Tongue.ENGLISH: "English", Tongue.GERMAN: "Deutsch", Tongue.SPANISH: "Español"}


@dataclass(frozen=True, slots=True)
class Reader:
    """What a page must know of the request that it answers."""

    tongue: Tongue = Tongue.ENGLISH
    path: str = "/"
    """Where they come back to when they choose another language."""


_ANYBODY = Reader()
_READER: ContextVar[Reader] = ContextVar("reader", default=_ANYBODY)


class Reading:
    """An ASGI middleware: knows the reader while a request is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Remember who reads, answer, forget."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        token = _READER.set(_reader(HTTPConnection(scope)))
        try:
            await self._app(scope, receive, send)
        finally:
            _READER.reset(token)


def reader() -> Reader:
    """Whom this page is for."""
    return _READER.get()


def gettext(text: str) -> str:
    """The words in the reader's language."""
    return _catalogue(reader().tongue).gettext(text) if text else text


def ngettext(one: str, many: str, count: int) -> str:
    """The form for a number."""
    return _catalogue(reader().tongue).ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's name for words that are translated where they are shown
    """Mark words for the collector; they stay as they are."""
    return text


class Words(Mapping[str, str]):
    """The words of a closed list, in the reader's language whenever they are looked up."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __getitem__(self, code: str) -> str:
        return gettext(self._texts[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def file_of(tongue: Tongue) -> Path:
    """Where a tongue's catalogue is kept."""
    return FOLDER / f"{tongue}.po"


@cache
def _catalogue(tongue: Tongue) -> NullTranslations:
    """Read once; English is what the sources say."""
    if tongue is Tongue.ENGLISH:
        return NullTranslations()
    compiled = io.BytesIO()
    with file_of(tongue).open("rb") as file:
        write_mo(compiled, read_po(file, locale=str(tongue), domain="server"))
    compiled.seek(0)
    return Translations(compiled)


def _reader(asked: HTTPConnection) -> Reader:
    chosen = asked.cookies.get(COOKIE, "")
    wished = [chosen] if chosen in set(Tongue) else _wished(asked.headers.get("accept-language", ""))
    known = negotiate_locale(wished, [str(tongue) for tongue in Tongue], sep="-")
    query = f"?{asked.url.query}" if asked.url.query else ""
    return Reader(Tongue(known) if known else Tongue.ENGLISH, f"{asked.url.path}{query}")


def _wished(header: str) -> list[str]:
    """The tags of an ``Accept-Language``, the most wanted first; what cannot be read is left out."""
    found = []
    for at, part in enumerate(header[:500].split(",")[:_MOST_WISHES]):
        tag, _, weight = part.strip().partition(";q=")
        try:
            found.append((-float(weight or 1), at, tag.strip()))
        except ValueError:
            continue
    return [tag for weight, _, tag in sorted(found) if tag and tag != "*" and weight < 0]
