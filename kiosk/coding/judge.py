"""What a program comes to: builds it, runs it on each test, and holds its output against the answer."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.coding.box import MIB
from kiosk.coding.compare import agrees
from kiosk.coding.languages import BUILD, BUILT, LONGEST_MESSAGES_BYTES, RECIPES, Recipe
from kiosk.coding.sandbox import Ending, Finish, Job, Sandbox
from kiosk.domain.code import CodeLanguage, CodeResult, CodeVerdict, CodingTask, Example, TestResult

LONGEST_SOURCE_BYTES = 128 * 1024
LONGEST_OUTPUT_BYTES = 1 * MIB
SHOWN_CHARACTERS = 4000
_SIGXCPU = 128 + 24
_BY_ENDING = {
    Ending.CPU: CodeVerdict.TIME_LIMIT,
    Ending.WALL: CodeVerdict.TIME_LIMIT,
    Ending.MEMORY: CodeVerdict.MEMORY_LIMIT,
    Ending.OUTPUT: CodeVerdict.OUTPUT_LIMIT,
}
_LIMITS_MET = frozenset(_BY_ENDING.values())


class CancelledError(Exception):
    """Nobody wants to know any more."""


@dataclass(frozen=True, slots=True)
class Program:
    """What a candidate wrote."""

    language: CodeLanguage
    source: str


def judge(
    sandbox: Sandbox,
    task: CodingTask,
    program: Program,
    hidden: Sequence[Example],
    cancelled: threading.Event,
) -> CodeResult:
    """Judge ``program`` on the task's examples and the hidden tests, in this order.

    Raises ``SandboxError`` when it cannot be run, ``CancelledError`` once ``cancelled`` is set.
    """
    return _Trial(sandbox, task, RECIPES[program.language], cancelled).of(program.source, hidden)


@dataclass(frozen=True, slots=True)
class _Trial:
    """One program's way through the tests."""

    sandbox: Sandbox
    task: CodingTask
    recipe: Recipe
    cancelled: threading.Event

    def of(self, source: str, hidden: Sequence[Example]) -> CodeResult:
        written = source.encode("utf-8", "replace")
        if len(written) > LONGEST_SOURCE_BYTES:
            too_long = f"The program is longer than {LONGEST_SOURCE_BYTES // 1024} KiB."
            return CodeResult(CodeVerdict.COMPILE_ERROR, message=too_long)
        files = {self.recipe.file: written}
        if self.recipe.build:
            finish = self._run(Job(self.recipe.build_command(), BUILD, files))
            if finish.ending is not Ending.EXITED or finish.exit_code != 0:
                return CodeResult(CodeVerdict.COMPILE_ERROR, message=_build_message(finish))
            files = {BUILT: finish.output}
        return self._tested(files, hidden)

    def _tested(self, files: dict[str, bytes], hidden: Sequence[Example]) -> CodeResult:
        results: list[TestResult] = []
        planned = [(False, test) for test in self.task.examples] + [(True, test) for test in hidden]
        for is_hidden, test in planned:
            result = self._test(files, test)
            told = replace(result, hidden=True, output="", error_output="") if is_hidden else result
            results.append(told)
            if result.verdict in _LIMITS_MET:
                break
        failed = (one.verdict for one in results if one.verdict is not CodeVerdict.ACCEPTED)
        return CodeResult(next(failed, CodeVerdict.ACCEPTED), tuple(results), len(planned))

    def _test(self, files: dict[str, bytes], test: Example) -> TestResult:
        limits = self.recipe.limits(self.task, LONGEST_OUTPUT_BYTES)
        finish = self._run(Job(self.recipe.command(self.task), limits, files, test.input.encode()))
        output = finish.output.decode("utf-8", "replace")
        return TestResult(
            name=test.name,
            hidden=False,
            verdict=self._verdict(finish, output, test.answer),
            cpu_s=round(finish.cpu_s, 3),
            memory_bytes=finish.memory_bytes,
            output=_beginning(output),
            error_output=_end(finish.error_output.decode("utf-8", "replace")),
        )

    def _verdict(self, finish: Finish, output: str, answer: str) -> CodeVerdict:
        if finish.ending is not Ending.EXITED:
            return _BY_ENDING[finish.ending]
        if finish.exit_code == _SIGXCPU:
            return CodeVerdict.TIME_LIMIT
        if finish.exit_code != 0:
            refused = self.recipe.out_of_memory in finish.error_output
            return CodeVerdict.MEMORY_LIMIT if refused else CodeVerdict.RUNTIME_ERROR
        right = agrees(output, answer, self.task.comparison)
        return CodeVerdict.ACCEPTED if right else CodeVerdict.WRONG_ANSWER

    def _run(self, job: Job) -> Finish:
        finish = self.sandbox.run(job, self.cancelled)
        if self.cancelled.is_set():
            raise CancelledError
        return finish


def _build_message(finish: Finish) -> str:
    said = finish.error_output[:LONGEST_MESSAGES_BYTES].decode("utf-8", "replace")
    if finish.ending is Ending.EXITED:
        return _beginning(said)
    return _beginning(f"Building the program took too much {_TOO_MUCH[finish.ending]}.\n{said}")


_TOO_MUCH = {
    Ending.CPU: "time", Ending.WALL: "time", Ending.MEMORY: "memory", Ending.OUTPUT: "space",
}  # fmt: skip


def _beginning(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"


def _end(text: str) -> str:
    """Of an error the last lines say most."""
    return text if len(text) <= SHOWN_CHARACTERS else "…" + text[-SHOWN_CHARACTERS:]
