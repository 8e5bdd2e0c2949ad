"""The judge of a station: one thread, one program at a time, in the sandbox."""

import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import structlog

from kiosk.coding.box import MIB, Limits, Surroundings
from kiosk.coding.errors import ProblemErrors, SandboxError
from kiosk.coding.judge import CancelledError, Program, judge
from kiosk.coding.languages import RECIPES
from kiosk.coding.problem import fingerprint, hidden_tests
from kiosk.coding.sandbox import Job, Sandbox
from kiosk.domain.code import (
    CodeLanguage,
    CodeOrder,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
    Example,
)
from kiosk.domain.ids import PackId
from kiosk.ports.judge import JudgeStatus, Toolchain

log = structlog.get_logger()
_FOLDER_NAME = re.compile("[a-z0-9][a-z0-9-]{0,47}")
_VERSION = Limits(cpu_s=5, wall_s=10, memory_bytes=512 * MIB, output_bytes=4096, reserve_bytes=2048 * MIB)


class LocalJudge:
    """A ``Judge`` that runs programs on this computer; ``pack_roots`` are where hidden tests are found."""

    def __init__(self, pack_roots: Sequence[Path], sandbox: Sandbox | None = None) -> None:
        self._roots = tuple(pack_roots)
        self._sandbox = sandbox or Sandbox(Surroundings(hidden=self._roots))
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judge")
        self._looking = threading.Lock()
        self._status: JudgeStatus | None = None
        self._cancelled = threading.Event()

    def available(self) -> JudgeStatus:
        """What can be run; looked up once."""
        with self._looking:
            if self._status is None:
                self._status = _look(self._sandbox)
        return self._status

    def run(self, order: CodeOrder, on_done: Callable[[CodeResult], None]) -> None:
        """Judge soon; see the port."""
        cancelled = self._cancelled
        self._thread.submit(self._carry_out, order, on_done, cancelled).add_done_callback(_report)

    def cancel(self) -> None:
        """Stop what runs, forget what waits."""
        self._cancelled.set()
        self._cancelled = threading.Event()

    def close(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _carry_out(
        self, order: CodeOrder, on_done: Callable[[CodeResult], None], cancelled: threading.Event
    ) -> None:
        if cancelled.is_set():
            return
        try:
            result = self._judged(order, cancelled)
        except CancelledError:
            return
        except (SandboxError, ProblemErrors) as error:
            log.error("a program could not be judged", problem=order.task.problem, reason=str(error))
            result = CodeResult(CodeVerdict.JUDGE_ERROR, message=str(error))
        on_done(result)

    def _judged(self, order: CodeOrder, cancelled: threading.Event) -> CodeResult:
        toolchain = self._toolchain(order.language)
        hidden = self._hidden(order.pack, order.task) if order.purpose is CodePurpose.SUBMIT else ()
        program = Program(order.language, order.source)
        result = judge(self._sandbox, order.task, program, hidden, cancelled)
        return replace(result, toolchain=toolchain.version)

    def _toolchain(self, language: CodeLanguage) -> Toolchain:
        status = self.available()
        if status.reason:
            raise SandboxError(status.reason)
        for toolchain in status.toolchains:
            if toolchain.language is language:
                return toolchain
        raise SandboxError(f"{RECIPES[language].product} is not installed on this station.")

    def _hidden(self, pack: PackId, task: CodingTask) -> tuple[Example, ...]:
        """The hidden tests, provided that they are the ones the interview began with."""
        folder = self._folder(pack, task.problem)
        hidden = hidden_tests(folder) if folder else ()
        if fingerprint(hidden) != task.hidden_sha256:
            raise SandboxError("The hidden tests are missing or have been changed since the interview began.")
        return hidden

    def _folder(self, pack: str, problem: str) -> Path | None:
        if not (_FOLDER_NAME.fullmatch(pack) and _FOLDER_NAME.fullmatch(problem)):
            return None
        folders = (root / pack / "problems" / problem for root in self._roots if (root / pack).is_dir())
        return next(folders, None)


def _look(sandbox: Sandbox) -> JudgeStatus:
    try:
        sandbox.check()
        found = [one for language in RECIPES if (one := _toolchain(sandbox, language)) is not None]
    except SandboxError as error:
        log.warning("programs cannot be run", reason=str(error))
        return JudgeStatus((), str(error))
    return JudgeStatus(tuple(found))


def _toolchain(sandbox: Sandbox, language: CodeLanguage) -> Toolchain | None:
    recipe = RECIPES[language]
    finish = sandbox.run(Job(recipe.version, _VERSION))
    number = re.search(rb"\d+(\.\d+)+", finish.output.partition(b"\n")[0])
    if finish.exit_code != 0 or number is None:
        return None
    return Toolchain(language, f"{recipe.product} {number[0].decode()}")


def _report(job: "Future[None]") -> None:
    if not job.cancelled() and (error := job.exception()) is not None:
        log.error("judging failed", exc_info=error)
