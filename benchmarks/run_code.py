"""How much longer does "Run" take in the sandbox than the same program outside, and how near do limits hold?

Run `PYTHONPATH=. python benchmarks/run_code.py`. The figures and the decision:
docs/decisions/0012-run-code-in-bubblewrap.md
"""

import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.coding.box import MIB
from kiosk.coding.judge import Program, judge
from kiosk.coding.languages import RECIPES
from kiosk.coding.local import LocalJudge
from kiosk.coding.problem import load
from kiosk.coding.sandbox import Sandbox
from kiosk.domain.code import LANGUAGE_NAMES, CodeLanguage, CodeVerdict

TIMES = 9
FOLDER = Path(__file__).parent.parent / "assets/packs/engineer/problems/open-counter"
TASK = load(FOLDER).task
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"
BOMBS = {
    "endless loop": ("while True: pass", CodeVerdict.TIME_LIMIT),
    "memory bomb": ("hoard = []\nwhile True: hoard.append(bytearray(1_000_000))", CodeVerdict.MEMORY_LIMIT),
    "endless output": ("while True: print('x' * 9999)", CodeVerdict.OUTPUT_LIMIT),
}


def source(language: CodeLanguage) -> str:
    """The problem's own solution: ten to thirty lines."""
    suffix = Path(RECIPES[language].file).suffix
    return (FOLDER / f"submissions/accepted/solution{suffix}").read_text()


def taken_ms(work: Callable[[], object]) -> float:
    """Wall-clock milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def bare(language: CodeLanguage) -> None:
    """Build once, run once an example, as anybody would in a shell."""
    recipe = RECIPES[language]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / recipe.file).write_text(source(language))
        if recipe.build:
            subprocess.run(["sh", "-c", recipe.build], cwd=folder, check=True)
        # The same programs as inside, not what the caller's PATH puts before them.
        command = ["env", f"PATH={SYSTEM_PATH}", *(word.replace("{heap}", "192") for word in recipe.run)]
        for example in TASK.examples:
            subprocess.run(command, cwd=folder, input=example.input.encode(), capture_output=True, check=True)


def verdict_on(language: CodeLanguage, program: str) -> CodeVerdict:
    """What the station does when somebody presses "Run"."""
    small = replace(TASK, time_limit_s=1.0, memory_limit_bytes=256 * MIB)
    return judge(Sandbox(), small, Program(language, program), (), threading.Event()).verdict


def compare(language: CodeLanguage) -> str:
    """Turn about, so that a busy machine slows both."""
    assert verdict_on(language, source(language)) is CodeVerdict.ACCEPTED
    pairs = [
        (taken_ms(lambda: bare(language)), taken_ms(lambda: verdict_on(language, source(language))))
        for _ in range(TIMES)
    ]
    alone, inside = (statistics.median(column) for column in zip(*pairs, strict=True))
    more = statistics.median(inside - alone for alone, inside in pairs)
    name = f"{LANGUAGE_NAMES[language]:10}"
    return f"{name} bare {alone:6.0f} ms, Run {inside:6.0f} ms, difference {more:+5.0f} ms"


def endured_ms(bomb: str, verdict: CodeVerdict) -> float:
    """How long a bomb lasts."""
    assert verdict_on(CodeLanguage.PYTHON, bomb) is verdict
    return statistics.median(taken_ms(lambda: verdict_on(CodeLanguage.PYTHON, bomb)) for _ in range(TIMES))


def main() -> None:
    """One line for each language, three examples each, and for each bomb."""
    local = LocalJudge([])
    for toolchain in local.available().toolchains:
        print(compare(toolchain.language))
    local.close()
    for name, (bomb, verdict) in BOMBS.items():
        print(f"{name:14} ended after {endured_ms(bomb, verdict):6.0f} ms")


if __name__ == "__main__":
    main()
