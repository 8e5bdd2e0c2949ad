"""What lies in a pack's ``problems`` folder: statements to read, and folders of coding problems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.coding import problem as coding
from kiosk.coding.errors import ProblemErrors
from kiosk.domain.code import CodingTask
from kiosk.domain.pack import Language
from kiosk.packs import rules
from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.files import LONGEST_STATEMENT_BYTES, read_text
from kiosk.packs.schema import QuestionTable
from kiosk.packs.words import fault_in_markdown


@dataclass(frozen=True, slots=True)
class Problems:
    """By name: statements in Markdown by language, and coding tasks, which have statements too."""

    statements: Mapping[str, Mapping[Language, str]]
    tasks: Mapping[str, CodingTask]

    def statement(self, question: QuestionTable) -> Mapping[Language, str] | None:
        """What the candidate reads beside the question."""
        name = question.coding or question.problem
        return self.statements[name] if name else None

    def task(self, question: QuestionTable) -> CodingTask | None:
        """What the candidate is to program."""
        return self.tasks[question.coding] if question.coding else None


def read(folder: Path, raw: dict[str, Any]) -> tuple[Problems, list[PackProblem]]:
    """Whatever the pack's questions refer to, and everything wrong with it."""
    found = _Shelf(folder, rules.languages(raw))
    for name in rules.named(raw, "problem"):
        found.add_statement(name)
    for name in rules.named(raw, "coding"):
        found.add_coding(name)
    return Problems(found.statements, found.tasks), found.problems


class _Shelf:
    def __init__(self, folder: Path, languages: list[Language]) -> None:
        self._folder, self._languages = folder, languages
        self.statements: dict[str, dict[Language, str]] = {}
        self.tasks: dict[str, CodingTask] = {}
        self.problems: list[PackProblem] = []

    def add_statement(self, name: str) -> None:
        for language in self._languages:
            file = f"problems/{name}.{language}.md"
            try:
                self._add(name, language, file, read_text(self._folder, file, LONGEST_STATEMENT_BYTES))
            except PackErrors as error:
                self.problems += error.problems

    def add_coding(self, name: str) -> None:
        try:
            problem = coding.load(self._folder / "problems" / name)
        except ProblemErrors as error:
            self.problems += [
                PackProblem(f"problems/{name}/{one.file}", 1, one.reason) for one in error.mistakes
            ]
            return
        self.tasks[name] = problem.task
        for language in self._languages:
            file = f"problems/{name}/problem_statement/problem.{language}.md"
            if language in problem.statements:
                self._add(name, language, file, problem.statements[language])
            else:
                self.problems.append(PackProblem(file, 1, "is missing, but the pack speaks this language"))

    def _add(self, name: str, language: Language, file: str, text: str) -> None:
        self.statements.setdefault(name, {})[language] = text
        self.problems += _faulty_lines(file, text)


def _faulty_lines(file: str, text: str) -> Iterator[PackProblem]:
    if not text.strip():
        yield PackProblem(file, 1, "must not be empty")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and (why := fault_in_markdown(line)):
            yield PackProblem(file, number, why)
