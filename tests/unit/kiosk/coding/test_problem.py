import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.coding.box import MIB
from kiosk.coding.errors import ProblemErrors
from kiosk.coding.problem import fingerprint, hidden_tests, load
from kiosk.domain.code import CodeLanguage, Comparison, Example

ROOT = Path(__file__).parents[4]
SHIPPED = sorted((ROOT / "assets/packs").glob("*/problems/*/problem.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a problem without mistakes."""
    files = {
        "problem.yaml": "name: Sum\n",
        "problem_statement/problem.en.md": "# Sum\n",
        "data/sample/1.in": "1 2\n",
        "data/sample/1.ans": "3\n",
        "data/secret/big.in": "4 5\n",
        "data/secret/big.ans": "9\n",
    }
    for name, text in files.items():
        (tmp_path / "sum" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "sum" / name).write_text(text)
    return tmp_path / "sum"


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(ProblemErrors) as caught:
        load(folder)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_small_problem_has_sensible_limits(folder: Path) -> None:
    problem = load(folder)
    task = problem.task
    assert (task.problem, task.time_limit_s, task.memory_limit_bytes) == ("sum", 2.0, 256 * MIB)
    assert (task.languages, task.comparison) == (tuple(CodeLanguage), Comparison.TOKENS)
    assert task.examples == (Example("1", "1 2\n", "3\n"),)
    assert problem.statements == {"en": "# Sum\n"}
    assert problem.hidden == hidden_tests(folder) == (Example("big", "4 5\n", "9\n"),)


def test_a_problem_says_its_own_limits(folder: Path) -> None:
    (folder / "problem.yaml").write_text(
        "name: Sum\nlimits: {time_limit: 1.5, memory: 64}\nlanguages: [c, python3]\n"
        "validator_flags: case_sensitive space_change_sensitive\nauthor: known elsewhere\n"
    )
    task = load(folder).task
    assert (task.time_limit_s, task.memory_limit_bytes) == (1.5, 64 * MIB)
    assert task.languages == (CodeLanguage.C, CodeLanguage.PYTHON)
    assert task.comparison is Comparison.EXACT


def test_the_task_holds_no_hidden_test_only_their_print(folder: Path) -> None:
    task = load(folder).task
    assert "4 5" not in repr(task)
    assert (task.hidden_tests, task.hidden_sha256) == (1, fingerprint([Example("big", "4 5\n", "9\n")]))


def test_every_change_of_a_hidden_test_changes_the_print() -> None:
    tests = [Example("a", "1", "2"), Example("a", "12", ""), Example("a", "", "12"), Example("b", "1", "2")]
    assert len({fingerprint([test]) for test in tests}) == len(tests)


def test_every_mistake_is_told_at_once(folder: Path) -> None:
    (folder / "problem.yaml").write_text("limits: {time_limit: 90}\nlanguages: [cobol]\n")
    (folder / "data/sample/1.ans").unlink()
    (folder / "data/secret/odd.ans").write_text("")
    (folder / "problem_statement/problem.en.md").unlink()
    found = "\n".join(mistakes(folder))
    for words in (
        "name:",
        "limits.time_limit",
        "languages.0",
        "1.ans: cannot be read",
        "no odd.in",
        "problem.en.md",
    ):
        assert words in found


@pytest.mark.parametrize(
    "text", ["a: [", "- 1", "", "\x00", "!!python/object:os.system {}", "[" * 4000, "name: &a [*a]"]
)
def test_settings_that_are_no_settings_are_a_mistake(text: str, folder: Path) -> None:
    (folder / "problem.yaml").write_text(text)
    assert mistakes(folder)


def test_a_link_is_not_followed_out_of_the_pack(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secrets").write_text("of the station")
    (folder / "data/sample/1.in").unlink()
    (folder / "data/sample/1.in").symlink_to(tmp_path / "secrets")
    assert mistakes(folder) == ["data/sample/1.in: must not be a link"]


def test_a_file_that_is_too_long_or_no_text_is_refused(folder: Path) -> None:
    (folder / "data/sample/1.in").write_bytes(b"1" * 5000)
    (folder / "data/sample/1.ans").write_bytes(b"\xff")
    assert mistakes(folder) == [
        "data/sample/1.ans: is not UTF-8 text",
        "data/sample/1.in: is longer than 4 KiB",
    ]


@pytest.mark.parametrize("settings", SHIPPED, ids=lambda path: path.parent.name)
def test_a_shipped_problem_speaks_every_language_of_its_pack(settings: Path) -> None:
    assert {"en", "de"} <= set(load(settings.parent).statements)


@pytest.mark.slow
@pytest.mark.parametrize("settings", SHIPPED, ids=lambda path: path.parent.name)
def test_the_solutions_of_a_shipped_problem_are_accepted(settings: Path) -> None:
    command = [sys.executable, "-m", "kiosk.coding", "check", str(settings.parent)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=90)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_problem_with_mistakes_is_named_on_the_command_line(folder: Path) -> None:
    (folder / "problem.yaml").unlink()
    command = [sys.executable, "-m", "kiosk.coding", "check", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "problem.yaml: cannot be read" in run.stdout
