"""A plain list of questions, from a spreadsheet or a text, and the pack that it becomes."""

import json
import math
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.packs import rules
from kiosk.packs.checked import check, name_of
from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.lines import KeyPath
from kiosk.packs.load import FILE, load
from kiosk.packs.rules import Table
from kiosk.packs.schema import LANGUAGE, MOST_QUESTIONS, PackTable

OTHER_NAMES = {
    "question": "text",
    "think_time": "think_time_s",
    "answer_limit": "answer_limit_s",
    "answer_time": "answer_limit_s",
    "skip": "may_skip",
    "follow_up": "followup",
}
WORDS = ("id", "kind", "avatar", "difficulty")
NUMBERS = ("answer_limit_s", "think_time_s", "retakes")
BY_LANGUAGE = ("text", "followup")
USUALLY: Mapping[str, Any] = {"kind": "general", "avatar": "mira", "answer_limit_s": 120, "think_time_s": 20}
SHORT_ANSWER_WORDS = 20
"""A follow-up from a list is asked when the answer has fewer words than this."""
_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(slots=True)
class Row:
    """One question: its settings as they were written, each with its line."""

    line: int
    settings: dict[str, tuple[int, str]] = field(default_factory=dict)

    def line_of(self, path: KeyPath) -> int:
        """Where a setting stands; for what is missing, where the question begins."""
        name = ".".join(str(part) for part in path)
        found = self.settings.get(name) or self.settings.get(name.partition(".")[0])
        return found[0] if found else self.line


@dataclass(frozen=True, slots=True)
class Wish:
    """What the pack is to be called and in which language a setting without one is."""

    id: str
    language: str = "en"
    title: str = ""


def setting_name(written: str, language: str) -> str | None:
    """The setting that somebody means: ``Think time`` is ``think_time_s``, ``Text de`` is ``text.de``."""
    name, _, suffix = re.sub(r"[\s_-]+", "_", written.strip().lower()).partition(".")
    if not suffix and (cut := re.fullmatch(r"(text|question|followup|follow_up)_([a-z]{2,3})", name)):
        name, suffix = cut.groups()
    name = OTHER_NAMES.get(name, name)
    if name in BY_LANGUAGE and re.fullmatch(LANGUAGE, suffix or language):
        return f"{name}.{suffix or language}"
    known = not suffix and name in (*WORDS, *NUMBERS, "may_skip", "keywords")
    return name if known else None


def write_pack(rows: list[Row], wish: Wish, source: str, into: Path) -> Path:
    """Write the pack into ``into / wish.id``, which must not exist; the folder.

    ``source`` is the list's file name. Raises ``PackErrors`` with every mistake, and ``OSError``.
    """
    mistakes: list[PackProblem] = []
    if not rows:
        raise PackErrors([PackProblem(source, 1, "has no questions")])
    if len(rows) > MOST_QUESTIONS:
        raise PackErrors(
            [PackProblem(source, rows[MOST_QUESTIONS].line, f"has over {MOST_QUESTIONS} questions")]
        )
    tables = [_table(row, source, mistakes) for row in rows]
    _name_all(tables)
    raw = _pack(tables, wish)
    _, findings = check(raw, PackTable)
    for path, why in (*findings, *rules.findings(raw, wish.id)):
        mistakes.append(_mistake(path, why, rows, source))
    if mistakes:
        raise PackErrors(mistakes)
    return _written(raw, into / wish.id)


def _mistake(path: KeyPath, why: str, rows: list[Row], source: str) -> PackProblem:
    if path[:1] == ("questions",) and len(path) > 1 and isinstance(path[1], int):
        inside = path[2:]
        shown = ("followup", inside[3]) if inside[:1] == ("followups",) and len(inside) > 3 else inside
        return PackProblem(source, rows[path[1]].line_of(shown), f"{name_of(shown)} {why}".strip())
    return PackProblem(source, 1, f"{name_of(path)} {why}")


def _table(row: Row, source: str, mistakes: list[PackProblem]) -> Table:
    table: Table = {"id": "", **USUALLY, "text": {}}
    for name, (line, written) in row.settings.items():
        value = written.strip()
        if not value:
            continue
        try:
            _set(table, name, value)
        except ValueError as error:
            mistakes.append(PackProblem(source, line, f"{name} {error}"))
    return table


def _set(table: Table, name: str, value: str) -> None:
    """Raises ``ValueError`` with a reason."""
    setting, _, language = name.partition(".")
    if setting == "text":
        table["text"][language] = value
    elif setting == "followup":
        followups = table.setdefault(
            "followups", [{"id": "more", "min_words": SHORT_ANSWER_WORDS, "text": {}}]
        )
        followups[0]["text"][language] = value
    elif setting in NUMBERS:
        table[setting] = _number(value)
    elif setting == "may_skip":
        if value.lower() not in _TRUTHS:
            raise ValueError(f"must be yes or no, found {value[:40]!r}")
        table[setting] = _TRUTHS[value.lower()]
    elif setting == "keywords":
        table[setting] = [word.strip() for word in re.split("[,;]", value) if word.strip()]
    else:
        table[setting] = value if setting == "id" else value.lower()


def _number(value: str) -> int | float:
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        raise ValueError(f"must be a number, found {value[:40]!r}") from None
    return int(number) if math.isfinite(number) and number == int(number) else number


def _name_all(tables: list[Table]) -> None:
    """Questions without an id get one from their text; nobody's own id is changed."""
    taken = {str(table["id"]) for table in tables if table["id"]}
    for number, table in enumerate(tables, start=1):
        if not table["id"]:
            first = slug(next(iter(table["text"].values()), "")) or f"question-{number}"
            table["id"] = first if first not in taken else f"{first[:42]}-{number}"
            taken.add(table["id"])


def slug(text: str) -> str:
    """The first few words as an id; empty where nothing of them can be one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain)[:5])[:40].strip("-")


def _pack(tables: list[Table], wish: Wish) -> Table:
    languages = [wish.language, *(one for table in tables for one in table["text"])]
    seconds = sum(float(one.get("answer_limit_s", 0)) + float(one.get("think_time_s", 0)) for one in tables)
    minutes = math.ceil(seconds / 60) if math.isfinite(seconds) else 1
    title = wish.title or wish.id.replace("-", " ").capitalize()
    return {
        "id": wish.id,
        "version": "1.0",
        "languages": list(dict.fromkeys(languages)),
        "about_minutes": min(max(minutes, 1), 240),
        "title": dict.fromkeys(languages, title),
        "questions": tables,
    }


def _written(raw: Table, folder: Path) -> Path:
    folder.mkdir(parents=True)
    try:
        (folder / FILE).write_text("\n".join(_toml(raw)) + "\n", "utf-8")
        load(folder)
    except BaseException:
        shutil.rmtree(folder)
        raise
    return folder


def _toml(raw: Table) -> Iterator[str]:
    yield "#:schema ../pack.schema.json"
    yield from _lines({name: value for name, value in raw.items() if name not in ("title", "questions")})
    yield from ("", "[title]", *_lines(raw["title"]))
    for question in raw["questions"]:
        yield from ("", "[[questions]]")
        yield from _lines({name: value for name, value in question.items() if name != "followups"})
        for followup in question.get("followups", []):
            yield from ("", "[[questions.followups]]", *_lines(followup))


def _lines(table: Table) -> Iterator[str]:
    """A text as JSON is the same text as TOML, with one exception."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from (f"{name}.{key} = {_value(text)}" for key, text in value.items())
        else:
            yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
