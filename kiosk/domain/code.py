"""Programs that candidates write: the task, what a run of theirs came to, and each attempt as a fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.moment import Moment


class CodeLanguage(StrEnum):
    """Programming languages, by their names in the ICPC problem package format."""

    PYTHON = "python3"
    JAVASCRIPT = "javascript"
    C = "c"
    CPP = "cpp"
    JAVA = "java"


LANGUAGE_NAMES: Mapping[CodeLanguage, str] = {
    CodeLanguage.PYTHON: "Python",
    CodeLanguage.JAVASCRIPT: "JavaScript",
    CodeLanguage.C: "C",
    CodeLanguage.CPP: "C++",
    CodeLanguage.JAVA: "Java",
}
"""As people write them, the same in every tongue."""


class CodeVerdict(StrEnum):
    """What a program came to."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong_answer"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    RUNTIME_ERROR = "runtime_error"
    COMPILE_ERROR = "compile_error"
    STOPPED = "stopped"
    """By the candidate, before it had come to anything."""
    JUDGE_ERROR = "judge_error"
    """Our fault, not the program's: nothing is known about it."""


class CodePurpose(StrEnum):
    """Why a program is run."""

    RUN = "run"
    """To try it on the visible examples."""
    SUBMIT = "submit"
    """To hand it in; judged on the hidden tests as well."""


class Comparison(StrEnum):
    """How an output is held against the expected one."""

    TOKENS = "tokens"
    """Word by word: case and the amount of space do not matter."""
    EXACT = "exact"
    """Byte by byte, but for the line break at the very end."""


@dataclass(frozen=True, slots=True)
class Example:
    """One test: what the program reads and what it is to write."""

    name: str
    input: str
    answer: str


@dataclass(frozen=True, slots=True)
class CodingTask:
    """What is known of a coding problem wherever the question goes; the hidden tests stay in the pack."""

    problem: str
    """The folder's name under the pack's ``problems``."""
    languages: tuple[CodeLanguage, ...]
    time_limit_s: float
    """Processor time for one test."""
    memory_limit_bytes: int
    comparison: Comparison
    examples: tuple[Example, ...]
    hidden_tests: int
    """How many there are."""
    hidden_sha256: str
    """Of the hidden tests' names and contents: nobody can exchange them unnoticed."""


@dataclass(frozen=True, slots=True)
class CodeOrder:
    """A program to run."""

    pack: PackId
    task: CodingTask
    purpose: CodePurpose
    language: CodeLanguage
    source: str


@dataclass(frozen=True, slots=True)
class TestResult:
    """What the program did on one test. Of a hidden one, what it wrote is not told."""

    __test__ = False  # for pytest, which would take the name for a test's

    name: str
    hidden: bool
    verdict: CodeVerdict
    cpu_s: float
    memory_bytes: int
    output: str = ""
    error_output: str = ""


@dataclass(frozen=True, slots=True)
class CodeResult:
    """What a program came to: the first verdict that is not "accepted", and the tests that were run."""

    verdict: CodeVerdict
    tests: tuple[TestResult, ...] = ()
    tests_planned: int = 0
    """More than were run when one met a limit: the others would only have cost time."""
    message: str = ""
    """What the compiler said, or why nothing could be judged."""
    toolchain: str = ""
    """The compiler or interpreter with its version."""

    @property
    def passed(self) -> int:
        """How many tests were accepted."""
        return sum(test.verdict is CodeVerdict.ACCEPTED for test in self.tests)

    @property
    def cpu_s(self) -> float:
        """Of the slowest test."""
        return max((test.cpu_s for test in self.tests), default=0.0)

    @property
    def memory_bytes(self) -> int:
        """Of the largest test."""
        return max((test.memory_bytes for test in self.tests), default=0)


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """What stands in the editor and was not handed in yet."""

    question: QuestionId
    language: CodeLanguage
    source: str


@dataclass(frozen=True, slots=True)
class CodeAttempt:
    """A program as it stood when the candidate pressed "Run" or "Submit"."""

    question: QuestionId
    number: int
    """From 1, runs and submissions together."""
    purpose: CodePurpose
    language: CodeLanguage
    source: str
    at: Moment
    result: CodeResult | None = None
    """``None`` while it runs, and for good where nothing can be run."""
