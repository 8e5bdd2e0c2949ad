"""The display's line in the self-test."""

import subprocess
import sys

from PySide6.QtGui import QFontInfo, QGuiApplication

from kiosk.domain.checks import CheckResult, Verdict
from ui.theme.fonts import FAMILIES, font_px
from ui.virtual_display import has_display

NAME = "Display"
SMALLEST = (1024, 720)
_PATIENCE_S = 20.0


def check_display() -> CheckResult:
    """How large the screen is and whether the typeface is there.

    Asked in a process of its own, because Qt ends a process that cannot reach its display.
    """
    if not has_display() and sys.platform.startswith("linux"):
        to_do = "Start it from the desktop or the kiosk session; “main.py demo” makes a display of its own."
        return CheckResult(NAME, Verdict.WARNING, "There is no display here.", to_do)
    try:
        answer = subprocess.run(
            [sys.executable, "-m", "ui.checks"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=True,
        )
        width, height, family = answer.stdout.strip().split(maxsplit=2)
    except (subprocess.SubprocessError, ValueError):
        return CheckResult(
            NAME, Verdict.BAD, "The display does not answer.", "Check DISPLAY and its permissions."
        )
    return judge(int(width), int(height), family)


def judge(width: int, height: int, family: str) -> CheckResult:
    """Whether a screen of this size with this typeface shows everything as it is meant."""
    finding = f"{width}x{height}, {family}"
    if min(width, height) < SMALLEST[1] or max(width, height) < SMALLEST[0]:
        to_do = f"Use a screen of at least {SMALLEST[0]}x{SMALLEST[1]}."
        return CheckResult(NAME, Verdict.BAD, finding, to_do)
    if family != FAMILIES[0]:
        to_do = f"Install {FAMILIES[0]} with: apt-get install fonts-lato"
        return CheckResult(NAME, Verdict.WARNING, finding, to_do)
    return CheckResult(NAME, Verdict.GOOD, finding)


def _describe() -> str:
    app = QGuiApplication(sys.argv[:1])
    size = app.primaryScreen().size()
    return f"{size.width()} {size.height()} {QFontInfo(font_px(20)).family()}"


if __name__ == "__main__":
    sys.stdout.write(_describe())
