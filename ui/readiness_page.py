"""The readiness report as a page: HTML that prints, and the same as PDF. Any thread."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QMarginsF, QTranslator
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.readiness import ReadinessReport
from kiosk.domain.tongue import Tongue
from ui.tongue.spoken import LOCALES, dictionary_of

HTML, PDF = "readiness.html", "readiness.pdf"
_COLOURS = {Verdict.GOOD: "#1d6b45", Verdict.WARNING: "#8a5a00", Verdict.BAD: "#a3231d"}
_PAGE = """<!doctype html>
<html lang="{tongue}"><head><meta charset="utf-8"><title>{title}</title>
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
<p class="quiet">{checked}: _________________________ &nbsp; {signature}: _________________________</p>
</body></html>
"""


def html(report: ReadinessReport, tongue: Tongue = Tongue.ENGLISH) -> str:
    """The whole document; it needs nothing from anywhere. What the self-test found stays as it says it."""
    words = dictionary_of(tongue)
    made = QDateTime.fromString(report.made_wall[:16], "yyyy-MM-ddTHH:mm")
    return _PAGE.format(
        tongue=tongue,
        title=escape(_words("Readiness of {station}", words).format(station=report.station)),
        made=escape(QLocale(LOCALES[tongue]).toString(made, _words("d MMMM yyyy, HH:mm", words)) + " UTC"),
        version=escape(report.version),
        summary=escape(_summary(report.verdict, words)),
        colour=_COLOURS[report.verdict],
        rows="".join(_row(check, words) for check in report.checks),
        checked=escape(_words("Checked by", words)),
        signature=escape(_words("Signature", words)),
    )


def write(report: ReadinessReport, folder: Path, tongue: Tongue = Tongue.ENGLISH) -> None:
    """Both forms into ``folder``, which is made if it is missing. Raises ``OSError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    page = html(report, tongue)
    (folder / HTML).write_text(page, "utf-8")
    title = _words("Readiness of {station}", dictionary_of(tongue)).format(station=report.station)
    _write_pdf(page, folder / PDF, title)


def _summary(verdict: Verdict, dictionary: QTranslator) -> str:
    match verdict:
        case Verdict.GOOD:
            return _words("The booth is ready.", dictionary)
        case Verdict.WARNING:
            return _words("The booth is ready; some lines are worth a look.", dictionary)
        case Verdict.BAD:
            return _words("The booth is not ready.", dictionary)


def _mark(verdict: Verdict, dictionary: QTranslator) -> str:
    match verdict:
        case Verdict.GOOD:
            return "✓ " + _words("good", dictionary)
        case Verdict.WARNING:
            return "! " + _words("look", dictionary)
        case Verdict.BAD:
            return "✗ " + _words("bad", dictionary)


def _row(check: CheckResult, dictionary: QTranslator) -> str:
    colour, mark = _COLOURS[check.verdict], escape(_mark(check.verdict, dictionary))
    to_do = f'<br><span class="quiet">→ {escape(check.to_do)}</span>' if check.to_do else ""
    return (
        f'<tr><td width="12%" style="color: {colour}"><b>{mark}</b></td>'
        f'<td width="22%"><b>{escape(check.name)}</b></td><td>{escape(check.finding)}{to_do}</td></tr>'
    )


def _words(source: str, dictionary: QTranslator) -> str:
    """In the station's language, whatever the screen speaks now."""
    return dictionary.translate("ReadinessPage", source) or source


def _write_pdf(page: str, path: Path, title: str) -> None:
    """Letters need an application; a process without a window gets one that has none."""
    app = QGuiApplication.instance() or QGuiApplication(["readiness", "-platform", "offscreen"])
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the document has margins of its own
    writer.setTitle(title)
    document = QTextDocument()
    document.setHtml(page)
    document.print_(writer)
    del document, app
    if not path.is_file():
        raise OSError(f"cannot write {path}")
