"""From a folder to a ``Pack``, or to the list of everything wrong with it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.rubric import FollowUp
from kiosk.packs import rubrics, rules
from kiosk.packs.checked import read_checked
from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.files import LONGEST_STATEMENT_BYTES, read_text
from kiosk.packs.rubrics import Rubrics
from kiosk.packs.schema import FollowUpTable, PackTable, QuestionTable
from kiosk.packs.words import fault_in_markdown

FILE = "pack.toml"
Statements = Mapping[str, Mapping[Language, str]]
"""Problem statements in Markdown by name and language."""


def load(folder: Path) -> Pack:
    """The pack in ``folder``; raises ``PackErrors`` with every mistake in it."""
    name = folder.absolute().name
    raw, table, problems = read_checked(folder, FILE, PackTable, lambda raw: rules.findings(raw, name))
    statements, unreadable = _read_statements(folder, raw)
    judging, unclear = rubrics.read(folder, raw)
    problems += unreadable + unclear
    if problems or table is None or judging is None:
        raise PackErrors(problems)
    return _pack(table, statements, judging)


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


def _pack(table: PackTable, statements: Statements, judging: Rubrics) -> Pack:
    return Pack(
        id=PackId(table.id),
        version=table.version,
        title=table.title,
        languages=tuple(table.languages),
        questions=tuple(_question(question, statements, judging) for question in table.questions),
        practice=_question(table.practice, statements, judging) if table.practice else None,
        about_minutes=table.about_minutes,
        retention_days=table.retention_days,
        notice=table.notice,
        weights=judging.weights,
    )


def _question(table: QuestionTable, statements: Statements, judging: Rubrics) -> Question:
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
        rubric=judging.of(table.id),
        followups=tuple(_followup(followup) for followup in table.followups),
    )


def _followup(table: FollowUpTable) -> FollowUp:
    missing = {language: tuple(terms) for language, terms in table.missing.items()}
    return FollowUp(table.id, table.text, table.min_words, missing)
