"""How the bundle begins: as a helper, as the program itself, and with the libraries of the system."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENTRY = ROOT / "packaging/pyinstaller/entry.py"


def begin(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ENTRY), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_helper_is_started_by_its_modules_name() -> None:
    helped = begin("-m", "capture", "record", "--help")
    assert (helped.returncode, "record to one MP4" in helped.stdout or "--seconds" in helped.stdout) == (
        0,
        True,
    )


@pytest.mark.parametrize("words", [("journal", "--help"), ("/somewhere/main.py", "journal", "--help")])
def test_the_program_is_started_with_and_without_its_files_name(words: tuple[str, ...]) -> None:
    helped = begin(*words)
    assert (helped.returncode, "Check the journal" in helped.stdout) == (0, True), helped.stderr


@pytest.mark.parametrize(
    ("before", "after"), [({}, "none"), ({"LD_LIBRARY_PATH_ORIG": "/opt/lib"}, "/opt/lib")]
)
def test_programs_of_the_system_find_the_systems_libraries(
    before: dict[str, str], after: str, tmp_path: Path
) -> None:
    (tmp_path / "told.py").write_text("import os; print(os.environ.get('LD_LIBRARY_PATH', 'none'))")
    paths = os.pathsep.join((str(ROOT), str(tmp_path)))
    told = begin("-m", "told", PYTHONPATH=paths, LD_LIBRARY_PATH="/bundle/lib", **before)
    assert told.stdout.strip() == after, told.stderr


def test_every_dependency_that_reads_its_own_version_is_bundled_with_it() -> None:
    from commands.support import LIBRARIES

    spec = (ROOT / "packaging/pyinstaller/interview-kiosk.spec").read_text("utf-8")
    assert [name for name in LIBRARIES if f'"{name}"' not in spec] == []
