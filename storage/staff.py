"""The people who may enter the staff panel: a name, a role and a PIN each.

A wrong PIN is counted on the disk before it is known to be wrong, so that no kill and no power cut gives
a guess back. Waits are measured by the monotonic clock; where the station was started anew nobody knows
how long it was off, and the wait begins again. The wall clock counts nothing.
"""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, select

from kiosk.domain.moment import Moment
from kiosk.domain.staff import (
    MOST_TRIES,
    PinAnswer,
    PinProblem,
    PinRefused,
    Role,
    StaffMember,
    wait_after_s,
)
from storage.database import Database
from storage.errors import RefusedError, StorageError
from storage.tables import StaffRow

SHORTEST_PIN = 6
LONGEST_PIN = 12
_MEMORY_KIB = 19 * 1024
_ARGON2ID = "$argon2id$"


class Staff:
    """Implements ``kiosk.ports.staff.StaffList``. Any thread may call; a PIN takes some 30 ms."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = PasswordHasher(time_cost=2, memory_cost=_MEMORY_KIB, parallelism=1)

    def add(self, name: str, pin: str, role: Role = Role.PROCTOR) -> None:
        """Let somebody in from now on, or give them another PIN or role. Raises ``StorageError``."""
        name = name.strip()
        if not name:
            raise RefusedError("a member of staff needs a name")
        if not (SHORTEST_PIN <= len(pin) <= LONGEST_PIN and pin.isascii() and pin.isdigit()):
            raise RefusedError(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits")
        member = StaffRow(
            name=name,
            pin_hash=self._hasher.hash(pin),
            role=role,
            failures=0,
            failed_boot_id="",
            failed_mono_s=0.0,
        )
        with self._database.write() as db:
            db.merge(member)

    def admit(self, name: str, pin_hash: str) -> None:
        """Let somebody in by the hash of a PIN that was chosen elsewhere. Raises ``StorageError``.

        A new PIN forgives wrong ones; the same one, told again, forgives nothing.
        """
        if not pin_hash.startswith(_ARGON2ID):
            raise RefusedError("the PIN is not hashed as this station does")
        with self._database.write() as db:
            row = db.get(StaffRow, name)
            if row is None:
                row = StaffRow(name=name, pin_hash="", role=Role.PROCTOR)
                db.add(row)
            if row.pin_hash != pin_hash:
                row.pin_hash, row.failures = pin_hash, 0
                row.failed_boot_id, row.failed_mono_s = "", 0.0

    def dismiss(self, name: str) -> None:
        """Let somebody in no more. Raises ``StorageError``."""
        with self._database.write() as db:
            db.execute(delete(StaffRow).where(StaffRow.name == name))

    def members(self) -> tuple[StaffMember, ...]:
        """Everybody, in alphabetical order. Raises ``StorageError``."""
        with self._database.read() as db:
            rows = db.scalars(select(StaffRow).order_by(StaffRow.name))
            return tuple(StaffMember(row.name, row.role) for row in rows)

    # --- the port --------------------------------------------------------------------------
    def names(self) -> tuple[str, ...]:
        """See ``StaffList``."""
        try:
            return tuple(member.name for member in self.members())
        except StorageError:
            return ()

    def check(self, name: str, pin: str, now: Moment) -> PinAnswer:
        """See ``StaffList``."""
        try:
            counted = self._count(name, now)
            if isinstance(counted, PinRefused):
                return counted
            if not self._fits(counted.pin_hash, pin):
                return _wrong(counted.failures)
            self._forgive(name)
        except StorageError:
            return PinRefused(PinProblem.UNAVAILABLE)
        return StaffMember(counted.name, counted.role)

    def _count(self, name: str, now: Moment) -> StaffRow | PinRefused:
        """Write down that a PIN is about to be tried, unless none may be."""
        with self._database.write() as db:
            row = db.get(StaffRow, name)
            if row is None:
                return PinRefused(PinProblem.WRONG)
            if row.failures >= MOST_TRIES:
                return PinRefused(PinProblem.LOCKED)
            left_s = _wait_left_s(row, now)
            if left_s > 0:
                return PinRefused(PinProblem.WAIT, left_s)
            row.failures += 1
            row.failed_boot_id, row.failed_mono_s = now.boot_id, now.mono_s
            db.flush()
            db.expunge(row)
            return row

    def _forgive(self, name: str) -> None:
        with self._database.write() as db:
            row = db.get(StaffRow, name)
            if row is not None:
                row.failures = 0

    def _fits(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, ValueError):  # what came from elsewhere need not be a hash
            return False


def _wait_left_s(row: StaffRow, now: Moment) -> float:
    wait_s = wait_after_s(row.failures)
    if wait_s and row.failed_boot_id != now.boot_id:
        row.failed_boot_id, row.failed_mono_s = now.boot_id, now.mono_s
    return row.failed_mono_s + wait_s - now.mono_s if wait_s else 0.0


def _wrong(failures: int) -> PinRefused:
    if failures >= MOST_TRIES:
        return PinRefused(PinProblem.LOCKED)
    return PinRefused(PinProblem.WRONG, wait_after_s(failures))
