"""The rules of pyproject.toml and tests/conftest.py, seen to fail the tests that break them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TIDY = """
def test_tidy():
    with open(__file__):
        pass
"""

TIDY_WINDOW = """
from PySide6.QtWidgets import QWidget
def test_tidy_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(320, 240)
    window.show()
    qtbot.waitExposed(window)
"""

LEAKS = {
    "thread": """
import threading
GO = threading.Event()
def test_leak():
    threading.Thread(target=GO.wait, daemon=True, name="forgotten").start()
""",
    "process": """
import subprocess
CHILDREN = []
def test_leak():
    CHILDREN.append(subprocess.Popen(["sleep", "5"]))
def teardown_module():
    for child in CHILDREN:
        child.kill()
        child.wait()
""",
    "file": """
FILES = []
def test_leak():
    FILES.append(open(__file__))
def teardown_module():
    FILES.pop().close()
""",
}

BREACHES = {
    "a warning": """
import warnings
def test_breach():
    warnings.warn("deprecated")
""",
    "a Qt warning": """
from PySide6.QtCore import qWarning
def test_breach(qapp):
    qWarning("QWidget: something is wrong")
""",
    "an exception in a Qt slot": """
from PySide6.QtCore import QTimer
def test_breach(qapp):
    QTimer.singleShot(0, lambda: 1 / 0)
    qapp.processEvents()
""",
}


@pytest.fixture
def house(pytester: pytest.Pytester) -> pytest.Pytester:
    """Give a folder with this project's test configuration and no tests yet."""
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text("utf-8"))
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text("utf-8"))
    return pytester


def test_tidy_tests_pass(house: pytest.Pytester) -> None:
    house.makepyfile(TIDY + TIDY_WINDOW)
    house.runpytest_subprocess("test_tidy_tests_pass.py").assert_outcomes(passed=2)


@pytest.mark.slow
@pytest.mark.parametrize("kind", LEAKS)
def test_a_leak_is_an_error(kind: str, house: pytest.Pytester) -> None:
    house.makepyfile(LEAKS[kind])
    result = house.runpytest_subprocess("test_a_leak_is_an_error.py")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(f"*leaked: {kind} *")


@pytest.mark.parametrize("kind", BREACHES)
def test_what_others_only_print_is_a_failure(kind: str, house: pytest.Pytester) -> None:
    house.makepyfile(BREACHES[kind])
    result = house.runpytest_subprocess("test_what_others_only_print_is_a_failure.py")
    result.assert_outcomes(failed=1)
