"""Reads a coding problem from a folder in the ICPC problem package layout.

::

    problem.yaml                       limits, languages, comparison
    problem_statement/problem.en.md    one statement for each language people speak
    data/sample/1.in  1.ans            shown to the candidate
    data/secret/1.in  1.ans            judged on, never shown
    submissions/accepted/*.py …        solutions that must pass, for ``python -m kiosk.coding check``
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.coding.box import MIB
from kiosk.coding.errors import Mistake, ProblemErrors
from kiosk.domain.code import CodeLanguage, CodingTask, Comparison, Example
from kiosk.domain.pack import Language

MOST_EXAMPLES, LONGEST_EXAMPLE_BYTES = 6, 4 * 1024
MOST_HIDDEN, LONGEST_HIDDEN_BYTES = 60, 4 * MIB
LONGEST_STATEMENT_BYTES = 16 * 1024
LONGEST_SETTINGS_BYTES = 8 * 1024
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,60}")
_EXACT = "case_sensitive space_change_sensitive"


@dataclass(frozen=True, slots=True)
class Problem:
    """A coding problem with everything in its folder that an interview needs."""

    task: CodingTask
    statements: Mapping[Language, str]
    """Markdown."""
    hidden: tuple[Example, ...]


class _Limits(BaseModel):
    model_config = ConfigDict(extra="forbid")

    time_limit: float = Field(2.0, ge=0.1, le=20)
    memory: int = Field(256, ge=32, le=1024)


class _Settings(BaseModel):
    model_config = ConfigDict(extra="ignore")

    name: str | dict[str, str]
    limits: _Limits = _Limits(time_limit=2.0, memory=256)
    languages: list[CodeLanguage] = Field(list(CodeLanguage), min_length=1)
    validator_flags: str = Field("", pattern=f"^({_EXACT})?$")


def load(folder: Path) -> Problem:
    """The problem in ``folder``. Raises ``ProblemErrors`` with every mistake in it."""
    return _Reader(folder).problem()


def hidden_tests(folder: Path) -> tuple[Example, ...]:
    """The tests that are never shown. Raises ``ProblemErrors``."""
    return _Reader(folder).hidden()


def fingerprint(tests: Iterable[Example]) -> str:
    """SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for test in tests:
        for part in (test.name, test.input, test.answer):
            data = part.encode()
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class _Reader:
    """Reads one folder and collects what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mistakes: list[Mistake] = []

    def problem(self) -> Problem:
        settings = self._settings()
        statements = self._statements()
        examples = self._tests("sample", MOST_EXAMPLES, LONGEST_EXAMPLE_BYTES)
        hidden = self._tests("secret", MOST_HIDDEN, LONGEST_HIDDEN_BYTES)
        if self._mistakes or settings is None:
            raise ProblemErrors(self._mistakes)
        task = CodingTask(
            problem=self._folder.name,
            languages=tuple(dict.fromkeys(settings.languages)),
            time_limit_s=settings.limits.time_limit,
            memory_limit_bytes=settings.limits.memory * MIB,
            comparison=Comparison.EXACT if settings.validator_flags else Comparison.TOKENS,
            examples=examples,
            hidden_tests=len(hidden),
            hidden_sha256=fingerprint(hidden),
        )
        return Problem(task, statements, hidden)

    def hidden(self) -> tuple[Example, ...]:
        hidden = self._tests("secret", MOST_HIDDEN, LONGEST_HIDDEN_BYTES)
        if self._mistakes:
            raise ProblemErrors(self._mistakes)
        return hidden

    def _settings(self) -> _Settings | None:
        file = "problem.yaml"
        text = self._text(file, LONGEST_SETTINGS_BYTES)
        try:
            return _Settings.model_validate(yaml.safe_load(text)) if text is not None else None
        except ValidationError as error:
            for detail in error.errors():
                place = ".".join(map(str, detail["loc"])) or "the file"
                self._wrong(file, f"{place}: {detail['msg']}")
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            self._wrong(file, f"is not YAML{f', line {mark.line + 1}' if mark else ''}")
        return None

    def _statements(self) -> dict[Language, str]:
        found = {}
        for path in self._listed("problem_statement", "problem.*.md"):
            text = self._text(f"problem_statement/{path.name}", LONGEST_STATEMENT_BYTES)
            if text is not None:
                found[path.name.split(".")[1]] = text
        if not found:
            self._wrong("problem_statement", "has no problem.en.md or other language")
        return found

    def _tests(self, kind: str, most: int, longest_bytes: int) -> tuple[Example, ...]:
        where = f"data/{kind}"
        names = sorted(path.stem for path in self._listed(where, "*.in"))
        if not 1 <= len(names) <= most:
            self._wrong(where, f"must have 1 to {most} tests, found {len(names)}")
        for name in {path.stem for path in self._listed(where, "*.ans")} - set(names):
            self._wrong(f"{where}/{name}.ans", f"has no {name}.in beside it")
        tests = []
        for name in names[:most]:
            if not _NAME.fullmatch(name):
                self._wrong(where, "a test’s name may have letters, digits, dots, hyphens and underscores")
                continue
            given = self._text(f"{where}/{name}.in", longest_bytes)
            answer = self._text(f"{where}/{name}.ans", longest_bytes)
            if given is not None and answer is not None:
                tests.append(Example(name, given, answer))
        return tuple(tests)

    def _listed(self, where: str, pattern: str) -> list[Path]:
        return sorted((self._folder / where).glob(pattern))

    def _text(self, file: str, longest_bytes: int) -> str | None:
        try:
            return _read(self._folder, Path(file), longest_bytes)
        except OSError as error:
            self._wrong(file, f"cannot be read: {error.strerror}")
        except UnicodeDecodeError:
            self._wrong(file, "is not UTF-8 text")
        except ValueError as error:
            self._wrong(file, str(error))
        return None

    def _wrong(self, file: str, reason: str) -> None:
        self._mistakes.append(Mistake(file, reason))


def _read(folder: Path, file: Path, longest_bytes: int) -> str:
    """The file's text without following a link, waiting for a pipe or filling the memory."""
    if any((folder / part).is_symlink() for part in (file, *file.parents)):
        raise ValueError("must not be a link")
    path = folder / file
    if path.exists() and not path.is_file():
        raise ValueError("is not a file")
    with path.open("rb") as source:
        data = source.read(longest_bytes + 1)
    if len(data) > longest_bytes:
        raise ValueError(f"is longer than {longest_bytes // 1024} KiB")
    return data.decode("utf-8").replace("\r\n", "\n")
