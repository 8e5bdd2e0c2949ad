"""For authors of problems: ``python -m kiosk.coding check FOLDER…`` runs each problem's own solutions."""

import argparse
import sys
import threading
from pathlib import Path

from kiosk.coding.errors import CodingError
from kiosk.coding.judge import Program, judge
from kiosk.coding.languages import RECIPES
from kiosk.coding.problem import Problem, load
from kiosk.coding.sandbox import Sandbox
from kiosk.domain.code import LANGUAGE_NAMES, CodeLanguage, CodeVerdict


def main(arguments: list[str] | None = None) -> int:
    """The exit code is 1 when a problem has mistakes or one of its solutions fails."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.coding", description="Check coding problems.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="read these problems and run their accepted solutions")
    check.add_argument("folder", nargs="+", type=Path, help="a folder with a problem.yaml")
    return max(_check(folder) for folder in parser.parse_args(arguments).folder)


def _check(folder: Path) -> int:
    try:
        problem = load(folder.absolute())
        solutions = sorted((folder / "submissions/accepted").iterdir())
        return max([_solve(problem, solution) for solution in solutions], default=1)
    except (CodingError, OSError) as error:
        sys.stdout.write("".join(f"{folder}: {line}\n" for line in str(error).splitlines()))
        return 1


def _solve(problem: Problem, solution: Path) -> int:
    language = _language(solution)
    program = Program(language, solution.read_text(encoding="utf-8"))
    result = judge(Sandbox(), problem.task, program, problem.hidden, threading.Event())
    sys.stdout.write(
        f"{problem.task.problem} {LANGUAGE_NAMES[language]}: {result.verdict}, "
        f"{result.passed} of {result.tests_planned} tests, {result.cpu_s:.2f} s, "
        f"{result.memory_bytes / 2**20:.0f} MiB\n{result.message}"
    )
    return int(result.verdict is not CodeVerdict.ACCEPTED)


def _language(solution: Path) -> CodeLanguage:
    for language, recipe in RECIPES.items():
        if Path(recipe.file).suffix == solution.suffix:
            return language
    raise OSError(f"{solution.name} is of no known language")


if __name__ == "__main__":
    raise SystemExit(main())
