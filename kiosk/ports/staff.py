"""The people who may enter the staff panel, as the runtime sees them."""

from typing import Protocol

from kiosk.domain.moment import Moment
from kiosk.domain.staff import PinAnswer


class StaffList(Protocol):
    """Any thread may ask; never raises for the disk's sake."""

    def names(self) -> tuple[str, ...]:
        """Everybody with a PIN, in alphabetical order; nobody while that cannot be read."""

    def check(self, name: str, pin: str, now: Moment) -> PinAnswer:
        """Whether this is that person's PIN. May take a tenth of a second.

        The attempt is on the disk before it is judged; too many wrong ones make everybody wait.
        """
