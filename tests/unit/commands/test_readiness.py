"""The readiness report as a technician gets it."""

from pathlib import Path

import pytest

from tests.station import Station


@pytest.mark.slow
def test_a_booth_is_tested_from_the_command_line(tmp_path: Path) -> None:
    station = Station(tmp_path / "data")
    done = station.run("readiness", "--seconds", "4", "--out", str(tmp_path / "report"))
    assert "Test recording" in done.stdout, done.stderr
    assert (tmp_path / "report" / "readiness.pdf").read_bytes().startswith(b"%PDF-")
    assert "Test recording" in (tmp_path / "report" / "readiness.html").read_text("utf-8")
    assert done.returncode in (0, 1)
