"""The self-test of keeping: whether sessions that are over are sealed, and end when they should."""

from collections.abc import Sequence

from sqlalchemy import func, select

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.standing import SessionStatus
from storage.errors import StorageError
from storage.privacy.keeping import SealPolicy, SqlKeeping
from storage.privacy.sealing import check_readers
from storage.station import Storage
from storage.tables import KeepingRow, SessionRow


def check_sealing(storage: Storage, readers: Sequence[str]) -> CheckResult:
    """Who could read the sessions on this disk."""
    name = "Sealing"
    try:
        check_readers(readers)
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), "Correct seal_to in station.toml.")
    readable = _readable(storage)
    if not readers:
        return CheckResult(
            name,
            Verdict.WARNING,
            f"no keys: {readable} sessions that are over can be read by whoever has this disk",
            "Make a key for HR (main.py reader) and put its public half into station.toml.",
        )
    return CheckResult(name, Verdict.GOOD, f"for {len(readers)} keys; {readable} sessions are still readable")


def check_retention(storage: Storage) -> CheckResult:
    """Whether sessions end by date, and whether something refuses to be erased."""
    name = "Retention"
    keeping = SqlKeeping(storage.database, storage.media, SealPolicy())
    waiting, due = len(keeping.ordered()), len(keeping.past_their_days())
    if waiting:
        to_do = "Follow “A session could not be erased or sealed” in the operator’s guide."
        return CheckResult(name, Verdict.BAD, f"{waiting} sessions wait to be erased", to_do)
    if due and keeping.clock_leapt:
        to_do = "Set the clock; if it is right, main.py erase --due."
        return CheckResult(name, Verdict.WARNING, f"the clock leapt: {due} sessions are kept for now", to_do)
    return CheckResult(name, Verdict.GOOD, f"{due} sessions are past their days")


def _readable(storage: Storage) -> int:
    with storage.database.read() as db:
        over = (
            select(func.count())
            .select_from(SessionRow)
            .join(KeepingRow, KeepingRow.session_id == SessionRow.id)
            .where(
                SessionRow.status == SessionStatus.COMPLETED,
                KeepingRow.sealed_wall.is_(None),
                KeepingRow.ordered_wall.is_(None),
            )
        )
        return db.scalar(over) or 0
