"""Who may enter the staff panel of the stations. Any thread may call; raises ``ServerError``."""

from sqlalchemy import select

from kiosk.wire.orders import SetStaff
from server.audit.service import record
from server.database import Database
from server.errors import NotFoundError
from server.identity.roles import Person
from server.identity.secrets import hash_password
from server.orders.service import active_stations, give
from server.tables.stations import StaffRow


class Staff:
    """Names and PINs; stations check a PIN themselves, offline too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> list[str]:
        """Everybody, in alphabetical order."""
        with self._database.read() as db:
            return list(db.scalars(select(StaffRow.name).order_by(StaffRow.name)))

    def set_pin(self, by: Person, name: str, pin: str) -> None:
        """Let somebody in from now on, or give them another PIN."""
        pin_hash = hash_password(pin)
        with self._database.write() as db:
            db.merge(StaffRow(name=name, pin_hash=pin_hash))
            give(db, active_stations(db), SetStaff(name=name, pin_hash=pin_hash), by.name)
            record(db, by, "staff_pin_set", name)

    def remove(self, by: Person, name: str) -> None:
        """Let somebody in no more."""
        with self._database.write() as db:
            row = db.get(StaffRow, name)
            if row is None:
                raise NotFoundError("nobody of this name is on the staff")
            db.delete(row)
            give(db, active_stations(db), SetStaff(name=name, pin_hash=None), by.name)
            record(db, by, "staff_removed", name)
