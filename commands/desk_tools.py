"""The station's memory as HR's desk asks it, with what other parts of the program do for it."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from commands.printing import print_report
from kiosk.domain.ids import SessionId
from kiosk.domain.tongue import Tongue

if TYPE_CHECKING:
    from storage.desk import SqlDesk
    from storage.privacy.reading_desk import ReadingDesk
    from storage.station import Storage

GROUPS = "groups.csv"
"""Optional, in the data folder: a column ``session`` and one for each attribute, of people who chose to say.

Nothing else in the program reads it."""


@contextmanager
def desk_of(storage: "Storage", tongue: Tongue) -> "Iterator[ReadingDesk]":
    """The station's memory as the desk asks it, reports in ``tongue``; what was opened is wiped."""
    from kiosk.runtime.clock import SystemClock
    from storage.export.outfit import local_drives
    from storage.privacy.reading_desk import ReadingDesk

    desk = ReadingDesk(storage, partial(_reading, tongue), local_drives, SystemClock())
    try:
        yield desk
    finally:
        desk.put_away()


def _reading(tongue: Tongue, storage: "Storage") -> "SqlDesk":
    from kiosk.assessment.fairness import board
    from kiosk.assessment.ratings import rated
    from storage.desk import DeskTools, SqlDesk
    from storage.export.outfit import local_drives
    from storage.export.place import StickPlace
    from storage.export.report import save_report

    tools = DeskTools(
        judge=rated,
        peaks=peaks,
        board=board,
        print_report=partial(print_report, storage, tongue=tongue),
        save_report=lambda session: save_report(storage, session, StickPlace(local_drives()), tongue),
        groups=lambda: groups_in(storage.media.data / GROUPS),
    )
    return SqlDesk(storage.database, storage.media, tools)


def peaks(recording: Path) -> tuple[float, ...]:
    """How loud a recording is; empty where it has no sound that can be read."""
    from capture.errors import ExportError
    from capture.waveform import read_waveform

    try:
        return read_waveform(recording).peaks
    except ExportError:
        return ()


def groups_in(file: Path) -> dict[SessionId, dict[str, str]]:
    """Categories by session; none where there is no such file. Lines without a session are passed over."""
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8-sig", newline="") as content:
        return {
            SessionId(line["session"].strip().lower()): {
                attribute: value.strip()
                for attribute, value in line.items()
                if attribute and attribute != "session" and isinstance(value, str) and value.strip()
            }
            for line in csv.DictReader(content)
            if (line.get("session") or "").strip()
        }
