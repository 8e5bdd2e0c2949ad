"""What becomes of a program: every verdict, in every language that is installed."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.coding.box import MIB
from kiosk.coding.judge import LONGEST_SOURCE_BYTES, CancelledError, Program, judge
from kiosk.coding.local import LocalJudge
from kiosk.coding.problem import load
from kiosk.coding.sandbox import Sandbox
from kiosk.domain.code import CodeLanguage, CodeResult, CodeVerdict, CodingTask, Comparison, Example

ROOT = Path(__file__).parents[4]
COUNTER = ROOT / "assets/packs/engineer/problems/open-counter"
SUM = CodingTask(
    problem="sum",
    languages=tuple(CodeLanguage),
    time_limit_s=0.5,
    memory_limit_bytes=64 * MIB,
    comparison=Comparison.TOKENS,
    examples=(Example("1", "3 4\n", "7\n"), Example("2", "-1 1\n", "0\n")),
    hidden_tests=1,
    hidden_sha256="",
)
HIDDEN = (Example("secret-1", "20 22\n", "42\n"),)
RIGHT = "print(sum(map(int, input().split())))"


def judged(source: str, task: CodingTask = SUM, hidden: tuple[Example, ...] = ()) -> CodeResult:
    return judge(Sandbox(), task, Program(CodeLanguage.PYTHON, source), hidden, threading.Event())


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        (RIGHT, CodeVerdict.ACCEPTED),
        ("print(7)", CodeVerdict.WRONG_ANSWER),
        ("", CodeVerdict.WRONG_ANSWER),
        ("print(1/0)", CodeVerdict.RUNTIME_ERROR),
        ("while True: pass", CodeVerdict.TIME_LIMIT),
        ("hoard = []\nwhile True: hoard.append(bytearray(1_000_000))", CodeVerdict.MEMORY_LIMIT),
        ("bytearray(10**9)", CodeVerdict.MEMORY_LIMIT),
        ("while True: print('7' * 9999)", CodeVerdict.OUTPUT_LIMIT),
        ("def", CodeVerdict.RUNTIME_ERROR),
        ("#" * (LONGEST_SOURCE_BYTES + 1), CodeVerdict.COMPILE_ERROR),
        ("print('\ud800')", CodeVerdict.WRONG_ANSWER),
    ],
)
def test_every_program_comes_to_its_verdict(source: str, verdict: CodeVerdict) -> None:
    assert judged(source).verdict is verdict


def test_a_result_tells_what_each_example_did() -> None:
    first, second = judged("a, b = map(int, input().split())\nprint(a + b)\nassert a > 0").tests
    assert (first.verdict, first.output) == (CodeVerdict.ACCEPTED, "7\n")
    assert (second.verdict, second.output) == (CodeVerdict.RUNTIME_ERROR, "0\n")
    assert "AssertionError" in second.error_output
    assert 0 < first.cpu_s < 0.5
    assert 0 < first.memory_bytes < 64 * MIB


def test_of_a_hidden_test_nothing_is_told_but_the_verdict() -> None:
    result = judged("import sys\nline = input()\nprint(line)\nprint(line, file=sys.stderr)", hidden=HIDDEN)
    assert [test.hidden for test in result.tests] == [False, False, True]
    assert (result.tests[2].output, result.tests[2].error_output) == ("", "")
    assert (result.passed, result.tests_planned) == (0, 3)


def test_after_a_limit_was_met_the_other_tests_are_not_run() -> None:
    result = judged("while True: pass", hidden=HIDDEN)
    assert len(result.tests) == 1
    assert result.tests_planned == 3


def test_an_exact_problem_minds_case_and_space() -> None:
    task = replace(SUM, comparison=Comparison.EXACT, examples=(Example("1", "", "Yes  no\n"),))
    assert judged("print('Yes  no')", task).verdict is CodeVerdict.ACCEPTED
    assert judged("print('yes no')", task).verdict is CodeVerdict.WRONG_ANSWER
    assert (
        judged("print('yes no')", replace(task, comparison=Comparison.TOKENS)).verdict is CodeVerdict.ACCEPTED
    )


def test_a_cancelled_program_comes_to_nothing() -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(CancelledError):
        judge(Sandbox(), SUM, Program(CodeLanguage.PYTHON, RIGHT), (), cancelled)


@pytest.fixture(scope="module")
def installed() -> Iterator[set[CodeLanguage]]:
    local = LocalJudge([])
    yield {toolchain.language for toolchain in local.available().toolchains}
    local.close()


SUFFIXES = {CodeLanguage.PYTHON: "py", CodeLanguage.JAVASCRIPT: "js"}
BROKEN = {
    CodeLanguage.C: "int main(void) { return nothing; }",
    CodeLanguage.CPP: "int main() { return nothing; }",
    CodeLanguage.JAVA: "class Main { int nothing() { } }",
}
HOARDS = {
    CodeLanguage.JAVASCRIPT: "const hoard = []; for (;;) hoard.push({ of: [1, 2, 3] });",
    CodeLanguage.C: "#include <stdlib.h>\n#include <string.h>\n"
    "int main(void) { for (;;) memset(malloc(9999), 1, 9999); }",
    CodeLanguage.CPP: "#include <vector>\nint main() { std::vector<int> v; for (;;) v.push_back(1); }",
    CodeLanguage.JAVA: "import java.util.*; class Main { public static void main(String[] a) {"
    " List<int[]> hoard = new ArrayList<>(); for (;;) hoard.add(new int[9999]); } }",
}


@pytest.mark.parametrize("language", CodeLanguage)
def test_a_good_solution_is_accepted_in_every_language(
    language: CodeLanguage, installed: set[CodeLanguage]
) -> None:
    if language not in installed:
        pytest.skip(f"{language} is not installed")
    problem = load(COUNTER)
    source = (COUNTER / f"submissions/accepted/solution.{SUFFIXES.get(language, language)}").read_text()
    program = Program(language, source)
    result = judge(Sandbox(), problem.task, program, problem.hidden[:2], threading.Event())
    assert (result.verdict, result.message) == (CodeVerdict.ACCEPTED, "")


@pytest.mark.parametrize("language", BROKEN)
def test_a_compiler_says_what_is_wrong(language: CodeLanguage, installed: set[CodeLanguage]) -> None:
    if language not in installed:
        pytest.skip(f"{language} is not installed")
    result = judge(Sandbox(), SUM, Program(language, BROKEN[language]), (), threading.Event())
    assert result.verdict is CodeVerdict.COMPILE_ERROR
    assert "error:" in result.message
    assert "ain." in result.message


@pytest.mark.parametrize("language", HOARDS)
def test_a_hoarder_is_called_one_in_every_language(
    language: CodeLanguage, installed: set[CodeLanguage]
) -> None:
    if language not in installed:
        pytest.skip(f"{language} is not installed")
    task = replace(SUM, time_limit_s=9.0, memory_limit_bytes=128 * MIB)
    result = judge(Sandbox(), task, Program(language, HOARDS[language]), (), threading.Event())
    assert result.verdict is CodeVerdict.MEMORY_LIMIT
