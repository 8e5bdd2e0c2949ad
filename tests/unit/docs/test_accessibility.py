"""The page about accessibility leaves no criterion out and points at tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "accessibility.md"
WCAG_2_2_A_AND_AA = {
    "1.1": "1",
    "1.2": "1 2 3 4 5",
    "1.3": "1 2 3 4 5",
    "1.4": "1 2 3 4 5 10 11 12 13",
    "2.1": "1 2 4",
    "2.2": "1 2",
    "2.3": "1",
    "2.4": "1 2 3 4 5 6 7 11",
    "2.5": "1 2 3 4 7 8",
    "3.1": "1 2",
    "3.2": "1 2 3 4 6",
    "3.3": "1 2 3 4 7 8",
    "4.1": "2 3",
}
"""The success criteria of both levels, by guideline."""


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if re.match(r"\| \d", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_criterion_has_its_line() -> None:
    three = [row[0].split()[0] for row in rows() if re.match(r"\d\.\d\.\d+ ", row[0])]
    wanted = [
        f"{guideline}.{number}"
        for guideline, numbers in WCAG_2_2_A_AND_AA.items()
        for number in numbers.split()
    ]
    assert len(wanted) == 55
    assert three == wanted


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_line_names_a_test_that_exists_or_a_decision(row: list[str]) -> None:
    _criterion, here, shown = row
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", shown)
    assert named or here.startswith("Decision:")
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{file} has no {test}"
