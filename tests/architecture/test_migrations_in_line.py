"""Every step of the schema has its own number: two with one would let no station open its data."""

import re
from pathlib import Path

from storage.migrations.run import HEAD

VERSIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"
STEP = re.compile(r'^revision = "(\d+)"\ndown_revision = (?:None|"(\d+)")', re.MULTILINE)


def steps(texts: list[str]) -> list[tuple[int, int]]:
    """Each step's number and the one before it, 0 for none."""
    found = [match for text in texts if (match := STEP.search(text))]
    return sorted((int(step[1]), int(step[2] or 0)) for step in found)


def in_line(found: list[tuple[int, int]]) -> bool:
    return found == [(number, number - 1) for number in range(1, len(found) + 1)]


def test_the_steps_stand_in_one_line_that_ends_where_the_program_expects() -> None:
    texts = [path.read_text("utf-8") for path in sorted(VERSIONS.glob("v*.py"))]
    found = steps(texts)
    assert len(found) == len(texts)
    assert in_line(found)
    assert found[-1][0] == int(HEAD)


def test_two_steps_with_one_number_are_seen() -> None:
    first, second = 'revision = "0001"\ndown_revision = None', 'revision = "0002"\ndown_revision = "0001"'
    assert in_line(steps([first, second]))
    assert not in_line(steps([first, second, second]))
