"""From a folder to a ``Pack``, or to the list of everything wrong with it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.pack import Language, Pack, Question
from kiosk.packs import rules
from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.files import LONGEST_PACK_BYTES, LONGEST_STATEMENT_BYTES, read_text
from kiosk.packs.lines import KeyPath, key_lines, line_of, too_deep, without_strings
from kiosk.packs.schema import PackTable, QuestionTable
from kiosk.packs.words import fault_in_markdown

FILE = "pack.toml"
Statements = Mapping[str, Mapping[Language, str]]
"""Problem statements in Markdown by name and language."""

_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a setting of a pack",
    "dict_type": "must be a table, found {found}",
    "model_type": "must be a table, found {found}",
    "list_type": "must be a list, found {found}",
    "too_short": "must have at least {min_length} entry",
    "too_long": "must have at most {max_length} entries",
}


def load(folder: Path) -> Pack:
    """The pack in ``folder``; raises ``PackErrors`` with every mistake in it."""
    text = read_text(folder, FILE, LONGEST_PACK_BYTES)
    bare_lines = without_strings(text)
    if line := too_deep(bare_lines):
        raise PackErrors([PackProblem(FILE, line, "nests too deeply")])
    raw = _parse(text)
    table, findings = _check(raw)
    findings += rules.findings(raw, folder.absolute().name)
    lines = key_lines(bare_lines)
    problems = [PackProblem(FILE, line_of(path, lines), f"{_name(path)} {why}") for path, why in findings]
    statements, unreadable = _read_statements(folder, raw)
    if problems or unreadable or table is None:
        raise PackErrors(problems + unreadable)
    return _pack(table, statements)


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        reason = str(error)[: place.start()] if place else "a value is too large"
        raise PackErrors([PackProblem(FILE, line, f"is not TOML: {reason}")]) from error


def _check(raw: dict[str, Any]) -> tuple[PackTable | None, list[rules.Finding]]:
    try:
        return PackTable.model_validate(raw), []
    except ValidationError as error:
        return None, [(_path(detail), _reason(detail)) for detail in error.errors()]


def _path(detail: ErrorDetails) -> KeyPath:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _reason(detail: ErrorDetails) -> str:
    found = _shown(detail["input"])
    if detail["type"] == "must_be":
        return f"{detail['msg']}, found {found}"
    known = _REASONS.get(detail["type"])
    return known.format(found=found, **detail.get("ctx", {})) if known else detail["msg"]


def _name(path: KeyPath) -> str:
    """``questions[2].answer_limit_s``, as the author would point at it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in path).removeprefix(
        "."
    )


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]{1,48}", name) else _shown(name)


def _shown(value: object) -> str:
    """Short enough for a line, and harmless on a terminal."""
    try:
        shown = repr(value)
    except ValueError:
        return "a number with too many digits"
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _read_statements(folder: Path, raw: dict[str, Any]) -> tuple[Statements, list[PackProblem]]:
    statements: dict[str, dict[Language, str]] = {}
    problems: list[PackProblem] = []
    for _, name in rules.statements(raw):
        for language in rules.languages(raw):
            try:
                statements.setdefault(name, {})[language] = _statement(folder, name, language)
            except PackErrors as error:
                problems += error.problems
    return statements, problems


def _statement(folder: Path, name: str, language: Language) -> str:
    file = f"problems/{name}.{language}.md"
    text = read_text(folder, file, LONGEST_STATEMENT_BYTES)
    if faults := list(_faulty_lines(file, text)):
        raise PackErrors(faults)
    return text


def _faulty_lines(file: str, text: str) -> Iterator[PackProblem]:
    if not text.strip():
        yield PackProblem(file, 1, "must not be empty")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and (why := fault_in_markdown(line)):
            yield PackProblem(file, number, why)


def _pack(table: PackTable, statements: Statements) -> Pack:
    return Pack(
        id=PackId(table.id),
        version=table.version,
        title=table.title,
        languages=tuple(table.languages),
        questions=tuple(_question(question, statements) for question in table.questions),
        practice=_question(table.practice, statements) if table.practice else None,
        about_minutes=table.about_minutes,
        retention_days=table.retention_days,
        notice=table.notice,
    )


def _question(table: QuestionTable, statements: Statements) -> Question:
    return Question(
        id=QuestionId(table.id),
        kind=table.kind,
        text=table.text,
        avatar=table.avatar,
        answer_limit_s=table.answer_limit_s,
        think_time_s=table.think_time_s,
        retakes=table.retakes,
        may_skip=table.may_skip,
        keywords=tuple(table.keywords),
        difficulty=table.difficulty,
        problem=statements[table.problem] if table.problem else None,
    )
