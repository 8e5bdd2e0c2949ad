"""The self-test of the line to the central server."""

from datetime import UTC, datetime, timedelta

from kiosk.domain.checks import CheckResult, Verdict
from storage.errors import StorageError
from storage.station import Storage
from storage.sync.line import listens
from storage.sync.memory import LineState, enrolment_of, line_state
from storage.times import instant

_LONG = timedelta(days=1)
_GIB = 2**30


def check_server(storage: Storage) -> CheckResult:
    """Whether the server that this station belongs to is there, and has been heard lately."""
    name = "Central server"
    try:
        enrolment = enrolment_of(storage.media.data)
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), "Introduce the station anew: main.py enrol.")
    if enrolment is None:
        return CheckResult(name, Verdict.GOOD, "none; everything stays on this station")
    state = line_state(storage.media.data)
    if not listens(enrolment.url):
        to_do = "Check the network, and whether the server runs. Nothing is lost meanwhile."
        return CheckResult(name, Verdict.WARNING, f"nobody listens at {enrolment.url}", to_do)
    if state.trouble:
        return CheckResult(name, Verdict.WARNING, state.trouble, "main.py sync tells more.")
    if not state.contact_wall or datetime.now(UTC) - instant(state.contact_wall) > _LONG:
        heard = f"last heard {state.contact_wall}" if state.contact_wall else "never heard"
        return CheckResult(name, Verdict.WARNING, heard, "Start the kiosk: it sends what waits.")
    return CheckResult(name, Verdict.GOOD, f"{enrolment.url}; {waiting(state)}")


def waiting(state: LineState) -> str:
    """What the server has not confirmed yet, in words."""
    if not state.sessions:
        return "everything has been sent"
    words = f"{state.sessions} session{'s' if state.sessions > 1 else ''} not sent yet"
    if not state.size_bytes:
        return words
    left = f", about {state.size_bytes / state.bytes_per_s / 60:.0f} min" if state.bytes_per_s else ""
    return f"{words} ({state.size_bytes / _GIB:.2f} GiB{left})"
