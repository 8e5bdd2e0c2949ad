"""Reports on paper: what the printer's queue says is what HR reads."""

import os
from pathlib import Path

import pytest

from commands.printing import print_report, send
from kiosk.domain.ids import SessionId
from kiosk.domain.printing import Printed
from kiosk.domain.tongue import Tongue
from storage.station import open_station
from tests.interviews import SESSION, Interview


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF")
    return file


def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """A program named ``lp`` that does as ``script`` says; the folder it may write into."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    return tmp_path


def test_a_queue_that_takes_it_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: Path
) -> None:
    there = queue(tmp_path, monkeypatch, f'cp "$4" {tmp_path}/printed; echo "$@" > {tmp_path}/asked')
    assert send(pdf) is Printed.SENT
    assert (there / "printed").read_bytes() == b"%PDF"
    assert (there / "asked").read_text().startswith("-t report -- ")


def test_no_printer_and_a_refusal_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: Path
) -> None:
    queue(tmp_path, monkeypatch, 'echo "lp: Error - no default destination available." >&2; exit 1')
    assert send(pdf) is Printed.NO_PRINTER
    (tmp_path / "bin/lp").write_text("#!/bin/sh\nexit 1\n")
    assert send(pdf) is Printed.REFUSED
    (tmp_path / "bin/lp").unlink()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert send(pdf) is Printed.NO_PRINTER


def test_the_whole_report_is_printed_and_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = queue(tmp_path, monkeypatch, f'cp "$4" {tmp_path}/printed')
    storage = open_station(tmp_path / "data")
    Interview(storage.journal).whole()
    assert print_report(storage, SESSION, Tongue.GERMAN) is Printed.SENT
    assert (there / "printed").read_bytes().startswith(b"%PDF-")
    assert list((tmp_path / "data/cache").glob("report-*")) == []
    assert print_report(storage, SessionId("0" * 32), Tongue.GERMAN) is Printed.NOT_MADE
    storage.close()
