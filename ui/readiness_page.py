"""The readiness report as a page: HTML that prints, and the same as PDF. Any thread."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.readiness import ReadinessReport

HTML, PDF = "readiness.html", "readiness.pdf"
_SUM = {
    Verdict.GOOD: ("The booth is ready.", "#1d6b45"),
    Verdict.WARNING: ("The booth is ready; some lines are worth a look.", "#8a5a00"),
    Verdict.BAD: ("The booth is not ready.", "#a3231d"),
}
_MARKS = {Verdict.GOOD: "✓ good", Verdict.WARNING: "! look", Verdict.BAD: "✗ bad"}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font-family: sans-serif; font-size: 10pt; color: #1d1a17; max-width: 46em; margin: 2em auto; }}
h1 {{ font-size: 20pt; margin: 0 0 4pt 0; }}
.sum {{ font-size: 13pt; font-weight: bold; }}
td {{ vertical-align: top; }}
.quiet {{ color: #5a544d; }}
</style></head><body>
<h1>{title}</h1>
<p class="quiet">{made} · Interview Kiosk {version}</p>
<p class="sum" style="color: {colour}">{summary}</p>
<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>
<p><br></p>
<p class="quiet">Checked by: _________________________ &nbsp; Signature: _________________________</p>
</body></html>
"""


def html(report: ReadinessReport) -> str:
    """The whole document; it needs nothing from anywhere."""
    summary, colour = _SUM[report.verdict]
    return _PAGE.format(
        title=escape(f"Readiness of {report.station}"),
        made=escape(report.made_wall[:16].replace("T", " ") + " UTC"),
        version=escape(report.version),
        summary=escape(summary),
        colour=colour,
        rows="".join(map(_row, report.checks)),
    )


def write(report: ReadinessReport, folder: Path) -> None:
    """Both forms into ``folder``, which is made if it is missing. Raises ``OSError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    page = html(report)
    (folder / HTML).write_text(page, "utf-8")
    _write_pdf(page, folder / PDF)


def _row(check: CheckResult) -> str:
    _, colour = _SUM[check.verdict]
    to_do = f'<br><span class="quiet">→ {escape(check.to_do)}</span>' if check.to_do else ""
    return (
        f'<tr><td width="12%" style="color: {colour}"><b>{_MARKS[check.verdict]}</b></td>'
        f'<td width="22%"><b>{escape(check.name)}</b></td><td>{escape(check.finding)}{to_do}</td></tr>'
    )


def _write_pdf(page: str, path: Path) -> None:
    """Letters need an application; a process without a window gets one that has none."""
    app = QGuiApplication.instance() or QGuiApplication(["readiness", "-platform", "offscreen"])
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the document has margins of its own
    writer.setTitle("Readiness report")
    document = QTextDocument()
    document.setHtml(page)
    document.print_(writer)
    del document, app
    if not path.is_file():
        raise OSError(f"cannot write {path}")
