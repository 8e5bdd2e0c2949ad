"""The self-test of the station's memory; also made daily for the readiness report."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, text

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import FaultCode
from kiosk.domain.plain import NotPlainError
from kiosk.domain.recording import HD, Quality
from storage.database import Database
from storage.errors import StorageError
from storage.journal import LAST_WALL, SqlJournal
from storage.media import MediaStore, open_private
from storage.station import Storage
from storage.tables import SessionRow
from storage.times import instant, wall
from storage.truth import CURSOR, Truth, compare_some

COMPARE_S = 2.0
FEW_HOURS = 8.0
"""A day in the booth."""
TOO_FEW_HOURS = 1.0
SAMPLE_BYTES = 16 << 20
SLOW_BYTES_PER_S = 10e6
"""A recording writes well under 1 MB/s; a disk this slow stalls for seconds now and then."""
RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right shows an earlier time."""
BACKWARDS = timedelta(minutes=1)


def check_all(storage: Storage, quality: Quality = HD) -> tuple[CheckResult, ...]:
    """Every check, in the order in which they should be read; a second or two."""
    now = datetime.now(UTC)
    return (
        check_folder(storage.media),
        check_space(storage.media, quality),
        check_speed(storage.media),
        check_durability(storage.database),
        check_journal(storage.database, storage.journal),
        check_tables(storage),
        check_clock(storage.database, now),
        check_calibration(storage.database),
    )


def check_folder(media: MediaStore) -> CheckResult:
    """The folders exist and can be written."""
    name = "Data folder"
    try:
        media.prepare()
    except StorageError as error:
        return CheckResult(
            name,
            Verdict.BAD,
            str(error),
            "Check the folder’s owner, permissions and disk.",
            FaultCode.DATA_UNWRITABLE,
        )
    return CheckResult(name, Verdict.GOOD, str(media.data))


def check_space(media: MediaStore, quality: Quality = HD) -> CheckResult:
    """How long can be recorded."""
    name = "Disk space"
    try:
        space = media.space(quality)
    except StorageError as error:
        return CheckResult(
            name, Verdict.BAD, str(error), "Check that the disk is there.", FaultCode.DISK_FULL
        )
    finding = f"{space.free_bytes / 1e9:.1f} GB free, {space.hours:.0f} hours of recording"
    to_do = "" if space.hours >= FEW_HOURS else "Export and remove old sessions, or free some space."
    return CheckResult(name, space_verdict(space.hours), finding, to_do, FaultCode.DISK_SHORT)


def space_verdict(hours: float) -> Verdict:
    """A day's worth is good, less than an interview's is bad."""
    if hours < TOO_FEW_HOURS:
        return Verdict.BAD
    return Verdict.GOOD if hours >= FEW_HOURS else Verdict.WARNING


def check_speed(media: MediaStore) -> CheckResult:
    """How fast the disk takes data so that a power cut cannot undo it."""
    name = "Disk speed"
    try:
        per_s = SAMPLE_BYTES / _seconds_to_write(media.data / "run" / "speed.tmp")
    except OSError as error:
        return CheckResult(
            name, Verdict.BAD, f"cannot write: {error.strerror}", "Check the disk.", FaultCode.DATA_UNWRITABLE
        )
    finding = f"{per_s / 1e6:.0f} MB/s written and synced"
    if per_s < SLOW_BYTES_PER_S:
        return CheckResult(name, Verdict.WARNING, finding, "Use a faster disk; a slow one may be dying.")
    return CheckResult(name, Verdict.GOOD, finding)


def _seconds_to_write(path: Path) -> float:
    path.unlink(missing_ok=True)
    block = os.urandom(1 << 20)  # a disk or file system that compresses cannot shorten this
    try:
        with open_private(path) as file:
            begun = time.monotonic()
            for _ in range(SAMPLE_BYTES // len(block)):
                file.write(block)
            os.fdatasync(file.fileno())
            return time.monotonic() - begun
    finally:
        path.unlink(missing_ok=True)


def check_durability(database: Database) -> CheckResult:
    """Whether SQLite really syncs every commit."""
    name = "Database"
    try:
        mode, level = database.durability()
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), "Check the data folder.", FaultCode.DATA_UNWRITABLE)
    finding = f"journal mode {mode.upper()}, synchronous {'FULL' if level == 2 else level}"
    if mode != "wal" or level < 2:
        return CheckResult(
            name,
            Verdict.BAD,
            finding,
            "Put the data on a local disk: WAL needs one.",
            FaultCode.DATA_UNWRITABLE,
        )
    return CheckResult(name, Verdict.GOOD, finding)


def check_journal(database: Database, journal: SqlJournal) -> CheckResult:
    """Whether the file is sound and every entry of the journal holds."""
    name = "Journal"
    to_do = "Start no interview; follow “Journal damaged” in the operator’s guide."
    try:
        with database.read() as db:
            sound = str(db.execute(text("PRAGMA quick_check(1)")).scalar_one())
        verdict = journal.verify()
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), to_do, FaultCode.JOURNAL_DAMAGED)
    if sound != "ok":
        return CheckResult(
            name, Verdict.BAD, f"the database file is damaged: {sound}", to_do, FaultCode.JOURNAL_DAMAGED
        )
    finding = str(verdict).removeprefix("journal: ")
    return CheckResult(
        name,
        Verdict.GOOD if verdict.ok else Verdict.BAD,
        finding,
        "" if verdict.ok else to_do,
        FaultCode.JOURNAL_DAMAGED,
    )


def check_tables(storage: Storage, seconds: float = COMPARE_S) -> CheckResult:
    """Whether the tables say what the journal says: some sessions each time, others the next; mends them."""
    name = "Tables"
    to_do = "Start no interview; stop the kiosk and run main.py repair."
    try:
        truth = Truth(storage.database, storage.journal.keys)
        found = compare_some(truth, storage.media.data / CURSOR, seconds)
    except (OSError, StorageError, NotPlainError) as error:
        return CheckResult(name, Verdict.BAD, str(error), to_do, FaultCode.JOURNAL_DAMAGED)
    compared = f"{found.compared} of {found.of} sessions compared with the journal"
    if found.damaged:
        finding = f"{len(found.damaged)} tell something else than the journal; {compared}"
        return CheckResult(name, Verdict.BAD, finding, to_do, FaultCode.JOURNAL_DAMAGED)
    if found.mended:
        finding = f"{len(found.mended)} mended from the journal; {compared}"
        return CheckResult(name, Verdict.WARNING, finding, "Have the disk looked at.")
    return CheckResult(name, Verdict.GOOD, compared)


def check_clock(database: Database, now: datetime) -> CheckResult:
    """Whether the wall clock can be right: not before the journal's last entry, nor before this program."""
    name = "Clock"
    to_do = "Set the clock, and let the station synchronise it (timedatectl set-ntp true)."
    try:
        with database.read() as db:
            last = db.scalar(LAST_WALL)
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), "Check the data folder.")
    if now < RELEASED:
        return CheckResult(name, Verdict.BAD, f"it shows {wall(now)}, which cannot be", to_do)
    if last is not None and now < instant(last) - BACKWARDS:
        return CheckResult(name, Verdict.WARNING, f"it shows {wall(now)}, before the last entry", to_do)
    return CheckResult(name, Verdict.GOOD, wall(now))


def check_calibration(database: Database) -> CheckResult:
    """How far picture and sound lay apart when the last candidate checked in."""
    name = "Picture and sound"
    table = SessionRow.__table__.c
    last = (
        select(table.picture_late_ms, table.consented_wall)
        .where(table.started_wall.is_not(None))
        .order_by(table.created_wall.desc())
        .limit(1)
    )
    try:
        with database.read() as db:
            found = db.execute(last).one_or_none()
    except StorageError as error:
        return CheckResult(name, Verdict.BAD, str(error), "Check the data folder.")
    if found is None:
        return CheckResult(name, Verdict.GOOD, "measured when the first candidate checks in")
    late_ms, consented = found
    if late_ms is None:
        finding = f"not measured on {consented[:10]}, nothing was corrected"
        return CheckResult(name, Verdict.WARNING, finding, "Turn up loudspeaker and screen.")
    return CheckResult(name, Verdict.GOOD, f"{late_ms:+.0f} ms on {consented[:10]}, corrected")
