"""The station's memory as HR's desk asks it, with what other parts of the program do for it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.desk import SqlDesk
    from storage.station import Storage


def desk_of(storage: "Storage") -> "SqlDesk":
    """The station's memory as the desk asks it."""
    from kiosk.assessment.ratings import rated
    from storage.desk import DeskTools, SqlDesk

    return SqlDesk(storage.database, storage.media, DeskTools(rated, peaks))


def peaks(recording: Path) -> tuple[float, ...]:
    """How loud a recording is; empty where it has no sound that can be read."""
    from capture.errors import ExportError
    from capture.waveform import read_waveform

    try:
        return read_waveform(recording).peaks
    except ExportError:
        return ()
