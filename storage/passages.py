"""The place in a text where what was looked for stands, short enough for a line of the list."""

import re
import unicodedata

from storage.search import phrases_of

_BEFORE, _LONGEST = 40, 140


def passage(text: str, words: str) -> tuple[str, ...]:
    """Cut from ``text`` in pieces: every second one is what was looked for; empty where nothing of it is."""
    phrases = phrases_of(words)
    if not text or not phrases:
        return ()
    sought = re.compile(
        "|".join(r"\b" + r"\W+".join(map(re.escape, phrase)) + r"\w*" for phrase in phrases), re.I
    )
    hit = sought.search(text)
    if hit is None:
        text, sought = _plain(text), re.compile(_plain(sought.pattern), re.I)
        hit = sought.search(text)
    return _cut(text, sought, hit.start()) if hit else ()


def _cut(text: str, sought: re.Pattern[str], at: int) -> tuple[str, ...]:
    start = max(0, at - _BEFORE)
    start = text.find(" ", start, at) + 1 or start if start else 0
    end = start + _LONGEST
    end = max(text.rfind(" ", at, end), at) if end < len(text) else len(text)
    line = " ".join(text[start:end].split())
    pieces = re.split(f"({sought.pattern})", line, flags=re.I)
    pieces[0] = "…" + pieces[0] if start else pieces[0]
    pieces[-1] += "…" if end < len(text) else ""
    return tuple(pieces)


def _plain(text: str) -> str:
    """Without accents, as the index sees it."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
