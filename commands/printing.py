"""An interview's report on paper: the results page as PDF, handed to the system's printer queue."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.ids import SessionId
from kiosk.domain.printing import Printed
from kiosk.domain.tongue import Tongue

if TYPE_CHECKING:
    from storage.station import Storage

PATIENCE_S = 30.0
"""A queue that does not answer by then does not print."""


def print_report(storage: "Storage", session: SessionId, tongue: Tongue) -> Printed:
    """Lay a session's results page out and print it; nothing of it stays on the disk."""
    from storage.errors import StorageError
    from storage.export.report import laid_out

    try:
        with laid_out(storage, session, tongue) as pdf:
            return send(pdf)
    except (OSError, StorageError):
        return Printed.NOT_MADE


def send(pdf: Path) -> Printed:
    """Hand a file to CUPS's ``lp``, for the default printer. The title tells nothing of whom it is about."""
    try:
        done = subprocess.run(
            ["lp", "-t", "report", "--", str(pdf)], capture_output=True, timeout=PATIENCE_S, check=False
        )
    except FileNotFoundError:
        return Printed.NO_PRINTER
    except (OSError, subprocess.TimeoutExpired):
        return Printed.REFUSED
    if done.returncode == 0:
        return Printed.SENT
    return Printed.NO_PRINTER if b"no default destination" in done.stderr.lower() else Printed.REFUSED
