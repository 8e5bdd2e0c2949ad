"""Rules that span several places of a pack.

They read the raw table, not the checked one, so that their findings stand beside those of the
schema and an author sees everything at once. What has the wrong type is passed over here: the
schema reports it.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeGuard

from kiosk.packs.lines import KeyPath
from kiosk.packs.schema import LANGUAGE, MOST_LANGUAGES, MOST_QUESTIONS, SLUG

Finding = tuple[KeyPath, str]
"""Where, and what is wrong there."""
Table = dict[str, Any]


def findings(raw: Table, folder_name: str) -> Iterator[Finding]:
    """Everything wrong between the parts of a pack whose folder has this name."""
    if isinstance(raw.get("id"), str) and raw["id"] != folder_name:
        yield ("id",), f"must be the name of the pack’s folder, “{folder_name}”"
    yield from _repeated_languages(raw)
    yield from _uneven_languages(raw)
    yield from _repeated_ids(raw)


def languages(raw: Table) -> list[str]:
    """The languages the pack says it speaks, as far as they are such."""
    return [one for one in _list(raw, "languages", MOST_LANGUAGES) if _matches(one, LANGUAGE)]


def questions(raw: Table) -> Iterator[tuple[KeyPath, Table]]:
    """The practice question and the questions, each with its place."""
    if isinstance(raw.get("practice"), dict):
        yield ("practice",), raw["practice"]
    for index, question in enumerate(_list(raw, "questions", MOST_QUESTIONS)):
        if isinstance(question, dict):
            yield ("questions", index), question


def statements(raw: Table) -> Iterator[tuple[KeyPath, str]]:
    """The problem statements that are asked for, each with its place."""
    for path, question in questions(raw):
        name = question.get("problem")
        if _matches(name, SLUG):
            yield (*path, "problem"), name


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
    spoken = set(languages(raw))
    for path, texts in _texts(raw):
        for language in sorted(spoken - set(texts)):
            yield (*path, language), "is missing, but the pack speaks this language"
        for language in sorted(set(texts) - spoken):
            yield (*path, language), "is not one of the pack’s languages"


def _texts(raw: Table) -> Iterator[tuple[KeyPath, Table]]:
    for name in ("title", "notice"):
        if isinstance(raw.get(name), dict):
            yield (name,), raw[name]
    for path, question in questions(raw):
        if isinstance(question.get("text"), dict):
            yield (*path, "text"), question["text"]


def _repeated_ids(raw: Table) -> Iterator[Finding]:
    first: dict[str, KeyPath] = {}
    for path, question in questions(raw):
        name = question.get("id")
        if isinstance(name, str) and first.setdefault(name, path) != path:
            yield (*path, "id"), f"“{name}” is the id of another question already"
