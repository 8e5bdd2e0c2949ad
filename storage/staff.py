"""The people who may enter the proctor's panel, each with a name and a PIN of their own."""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import select

from storage.database import Database
from storage.errors import RefusedError
from storage.tables import StaffRow

SHORTEST_PIN = 6
LONGEST_PIN = 12
_MEMORY_KIB = 19 * 1024


class Staff:
    """Names and PINs. Any thread may call; every look takes some 30 ms per member of staff."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = PasswordHasher(time_cost=2, memory_cost=_MEMORY_KIB, parallelism=1)

    def add(self, name: str, pin: str) -> None:
        """Let somebody in from now on, or give them another PIN. Raises ``StorageError``."""
        name = name.strip()
        if not name:
            raise RefusedError("a member of staff needs a name")
        if not (SHORTEST_PIN <= len(pin) <= LONGEST_PIN and pin.isascii() and pin.isdigit()):
            raise RefusedError(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits")
        if self.who(pin) not in (None, name):
            raise RefusedError("this PIN cannot be used; please choose another")
        member = StaffRow(name=name, pin_hash=self._hasher.hash(pin))
        with self._database.write() as db:
            db.merge(member)

    def who(self, pin: str) -> str | None:
        """Whose PIN this is. Raises ``StorageError``."""
        with self._database.read() as db:
            members = list(db.scalars(select(StaffRow)))
        return next((member.name for member in members if self._fits(member.pin_hash, pin)), None)

    def names(self) -> tuple[str, ...]:
        """Everybody, in alphabetical order. Raises ``StorageError``."""
        with self._database.read() as db:
            return tuple(db.scalars(select(StaffRow.name).order_by(StaffRow.name)))

    def _fits(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(pin_hash, pin)
        except VerificationError:
            return False
