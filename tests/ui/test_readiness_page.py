"""The readiness report on paper."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.readiness import ReadinessReport
from ui.readiness_page import HTML, PDF, html, write

GOOD = CheckResult("Camera", Verdict.GOOD, "camera 0")
BAD = CheckResult("Disk <1>", Verdict.BAD, "full & broken", "Replace it.")


def report(*checks: CheckResult) -> ReadinessReport:
    return ReadinessReport("Booth 3", "0.1.0", "2026-11-20T08:00:00.000Z", checks)


def test_the_page_says_whether_the_booth_is_ready_and_why_not() -> None:
    assert "The booth is ready." in html(report(GOOD))
    page = html(report(GOOD, BAD))
    assert "The booth is not ready." in page
    assert "Replace it." in page
    assert "20 November 2026, 08:00 UTC" in page


def test_nothing_in_it_is_taken_for_markup_or_fetched() -> None:
    page = html(report(BAD))
    assert "Disk &lt;1&gt;" in page
    assert "full &amp; broken" in page
    assert "http" not in page


def test_it_is_written_as_a_page_and_as_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    write(report(GOOD, BAD), tmp_path / "new")
    assert "Booth 3" in (tmp_path / "new" / HTML).read_text("utf-8")
    pdf = (tmp_path / "new" / PDF).read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) > 4000
