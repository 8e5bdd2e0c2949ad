"""Rules that span several places of a pack.

They read the raw table, not the checked one, so that their findings stand beside those of the
schema and an author sees everything at once. What has the wrong type is passed over here: the
schema reports it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from kiosk.packs.lines import KeyPath
from kiosk.packs.schema import LANGUAGE, MOST_LANGUAGES, SLUG

Finding = tuple[KeyPath, str]
"""Where, and what is wrong there."""
Table = dict[str, Any]
MOST_ENTRIES = 120


def findings(raw: Table, folder_name: str) -> Iterator[Finding]:
    """Everything wrong between the parts of a pack whose folder has this name."""
    if isinstance(raw.get("id"), str) and raw["id"] != folder_name:
        yield ("id",), f"must be the name of the pack’s folder, “{folder_name}”"
    yield from _repeated_languages(raw)
    yield from _uneven_languages(raw)
    yield from _repeated_ids(raw)
    yield from _aimless_followups(raw)
    yield from _misplaced_coding(raw)


def languages(raw: Table) -> list[str]:
    """The languages the pack says it speaks, as far as they are such."""
    return [one for one in _list(raw, "languages", MOST_LANGUAGES) if _matches(one, LANGUAGE)]


def questions(raw: Table) -> Iterator[tuple[KeyPath, Table]]:
    """The practice question and the questions, each with its place."""
    if isinstance(raw.get("practice"), dict):
        yield ("practice",), raw["practice"]
    yield from entries((), raw, "questions")


def named(raw: Table, setting: str) -> list[str]:
    """The names that questions give in this setting, each once."""
    given = (question.get(setting) for _, question in questions(raw))
    return sorted({name for name in given if _matches(name, SLUG)})


def entries(path: KeyPath, table: Table, name: str) -> Iterator[tuple[KeyPath, Table]]:
    """The tables in a list of tables, each with its place."""
    for index, entry in enumerate(_list(table, name, MOST_ENTRIES)):
        if isinstance(entry, dict):
            yield (*path, name, index), entry


def tables_in(path: KeyPath, table: Table, *names: str) -> Iterator[tuple[KeyPath, Table]]:
    """The tables of these names, each with its place, as far as they are there."""
    for name in names:
        if isinstance(table.get(name), dict):
            yield (*path, name), table[name]


def uneven(path: KeyPath, texts: Table, spoken: set[str]) -> Iterator[Finding]:
    """Where texts by language lack one that the pack speaks, or have one that it does not."""
    for language in sorted(spoken - set(texts)):
        yield (*path, language), "is missing, but the pack speaks this language"
    for language in sorted(set(texts) - spoken):
        yield (*path, language), "is not one of the pack’s languages"


def _list(raw: Table, name: str, most: int) -> list[Any]:
    """The first entries: of a list that is too long, the rest is not worth the time it may cost."""
    listed = raw.get(name)
    return listed[:most] if isinstance(listed, list) else []


def _matches(value: object, pattern: str) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _repeated_languages(raw: Table) -> Iterator[Finding]:
    listed = languages(raw)
    for language in sorted({one for one in listed if listed.count(one) > 1}):
        yield ("languages",), f"must name each language once, “{language}” is repeated"


def _uneven_languages(raw: Table) -> Iterator[Finding]:
    for path, texts in _texts(raw):
        yield from uneven(path, texts, set(languages(raw)))


def _texts(raw: Table) -> Iterator[tuple[KeyPath, Table]]:
    yield from tables_in((), raw, "title", "notice")
    for path, question in questions(raw):
        yield from tables_in(path, question, "text")
        for place, followup in entries(path, question, "followups"):
            yield from tables_in(place, followup, "text", "missing")


def _repeated_ids(raw: Table) -> Iterator[Finding]:
    yield from repeated_ids(questions(raw), "question")
    for path, question in questions(raw):
        yield from repeated_ids(entries(path, question, "followups"), "follow-up question")


def repeated_ids(named: Iterable[tuple[KeyPath, Table]], what: str) -> Iterator[Finding]:
    """The tables whose id another one has already."""
    first: dict[str, KeyPath] = {}
    for path, table in named:
        name = table.get("id")
        if isinstance(name, str) and first.setdefault(name, path) != path:
            yield (*path, "id"), f"“{name}” is the id of another {what} already"


def _aimless_followups(raw: Table) -> Iterator[Finding]:
    for path, question in questions(raw):
        for place, followup in entries(path, question, "followups"):
            if not followup.get("min_words") and not followup.get("missing"):
                yield place, "must say when it is asked: min_words, missing, or both"


def _misplaced_coding(raw: Table) -> Iterator[Finding]:
    for path, question in questions(raw):
        if "coding" in question and question.get("kind") != "coding":
            yield (*path, "coding"), "is for questions of the kind coding"
        if "coding" in question and "problem" in question:
            yield (*path, "problem"), "must not stand beside coding, whose folder has the statement"
