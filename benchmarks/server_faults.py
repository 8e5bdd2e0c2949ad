"""What faults of the line and of the server cost: rows 13 to 17, 19, 20, 27, 28 and 33.

Run `python -m benchmarks.server_faults [ROW…]` from the project's folder. The fault tests of a row run with
their full counts (`FULL_COUNTS=1`, minutes to hours), and what they tell becomes the row's section of
`benchmarks/faults.md`. A row whose test fails gets none.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.faults import Figure, put_section, table
from tests.trouble.figures import PROPERTY

_LINE = "tests/faults/test_14_the_stations_line.py"
ROWS: dict[int, tuple[str, tuple[str, ...]]] = {
    13: ("server away", (f"{_LINE}::test_nothing_is_lost_while_the_server_is_away",)),
    14: ("network cut in a piece", (f"{_LINE}::test_a_cut_costs_no_more_than_a_piece",)),
    15: (
        "server answers with errors",
        (
            "tests/faults/test_15_server_errors.py",
            f"{_LINE}::test_a_third_of_all_answers_failing_loses_and_doubles_nothing",
        ),
    ),
    16: ("slow clients", ("tests/faults/test_16_slow_clients.py",)),
    17: ("duplicates and reordering", ("tests/faults/test_17_duplicates_and_reordering.py",)),
    19: (
        "a piece corrupted",
        (
            "tests/faults/test_19_piece_corrupted.py",
            f"{_LINE}::test_what_is_flipped_on_its_way_is_sent_again",
        ),
    ),
    20: (
        "one identity twice",
        (
            "tests/faults/test_20_one_identity_twice.py",
            f"{_LINE}::test_a_copied_disk_freezes_both_and_mixes_nothing",
        ),
    ),
    27: ("endless upload", ("tests/faults/test_27_endless_upload.py",)),
    28: (
        "replayed requests",
        (
            "tests/faults/test_28_replayed_requests.py",
            f"{_LINE}::test_a_recorded_line_played_again_changes_nothing",
        ),
    ),
    33: (
        "server restored from a backup",
        (
            "tests/faults/test_33_server_restored.py",
            f"{_LINE}::test_yesterdays_server_is_offered_again_what_it_lacks",
        ),
    ),
}


def figures(report: Path, row: int) -> Iterator[Figure]:
    """What the tests of a run told of a row; the values of one figure put together."""
    found: dict[tuple[str, str], list[float]] = {}
    for told in ElementTree.parse(report).iter("property"):
        if told.get("name") == PROPERTY:
            of_row, what, promise, values = json.loads(told.get("value", ""))
            if of_row == row:
                found.setdefault((what, promise), []).extend(map(float, values))
    for (what, promise), values in found.items():
        yield Figure(what, promise, values)


def main(rows: list[int]) -> int:
    """Run the tests of these rows and write their sections; 1 when one of them failed."""
    worst = 0
    for row in rows:
        title, tests = ROWS[row]
        print(f"row {row}: {title}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.xml"
            command = [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-x",
                "--timeout",
                "14400",
                f"--junitxml={report}",
            ]
            run = subprocess.run([*command, *tests], env=os.environ | {"FULL_COUNTS": "1"}, check=False)
            if run.returncode:
                worst = 1
                continue
            put_section(row, title, table(figures(report, row)))
    return worst


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or list(ROWS)))
