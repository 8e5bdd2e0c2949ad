"""Introducing the station to a server, once."""

from pathlib import Path

from kiosk.wire.enrolment import Enrol, Enrolled
from storage.signing import StationKey
from storage.sync.line import Line, Pace
from storage.sync.memory import keep_enrolment


def enrol(data: Path, url: str, asked: Enrol) -> Enrolled:
    """Tell the server at ``url`` who we are, and keep who it is. Raises ``SyncError``, ``StorageError``."""
    with Line(url, StationKey.load_or_create(data), Pace(0.0)) as line:
        told = line.ask("POST", "/enrol", Enrolled, asked)
    keep_enrolment(data, url, told)
    return told
