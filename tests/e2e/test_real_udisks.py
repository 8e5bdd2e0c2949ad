"""Sticks through the real UDisks, with the real udev and message bus, in namespaces of their own."""

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from kiosk.domain.export import ExportOutcome
from tests.e2e.udisks_station import UDEV, UDISKS
from tests.sticks import needs_sticks

pytestmark = [
    needs_sticks,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        os.geteuid() != 0 or not all(map(shutil.which, (UDEV, UDISKS, "dbus-daemon"))),
        reason="only root may have a UDisks of its own",
    ),
]

Found = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What came of an export onto each stick, by the stick's name."""
    folder = tmp_path_factory.mktemp("station")
    command = ["unshare", "--mount", "--net", sys.executable, "-m", "tests.e2e.udisks_station", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=540)
    logs = {log.name: log.read_text() for log in folder.glob("*.log")}
    assert done.returncode == 0, (done.stderr, logs)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line["stick"]: line for line in lines}


@pytest.mark.parametrize("kind", ["ext4", "ntfs"])
def test_a_stick_is_found_mounted_written_proved_and_let_go_of(kind: str, found: Found) -> None:
    stick = found[kind]
    assert (stick["outcome"], stick["kind"], stick["left"]) == (ExportOutcome.DONE, kind, "")
    assert stick["size"] == 400 << 20
    assert stick["holds"]
    assert stick["unmounted"]


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("write-protected", ExportOutcome.READ_ONLY),
        ("xfs", ExportOutcome.FOREIGN_FILE_SYSTEM),
        ("not formatted", ExportOutcome.NO_FILE_SYSTEM),
    ],
)
def test_a_stick_that_will_not_do_is_told_and_never_mounted(
    name: str, outcome: ExportOutcome, found: Found
) -> None:
    assert found[name]["outcome"] == outcome
    assert found[name]["left"] == ""


def test_a_pulled_stick_is_told_and_goes_on_when_it_is_back(found: Found) -> None:
    stick = found["pulled"]
    assert (stick["outcome"], stick["again"]) == (ExportOutcome.STICK_GONE, ExportOutcome.DONE)
    assert stick["holds"]
