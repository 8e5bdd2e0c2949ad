"""A booth that locks itself: at the start, and whenever somebody has gone."""

from collections.abc import Callable

from kiosk.flow.events import Event
from kiosk.flow.staff import LockRequested
from kiosk.flow.states import Welcome
from kiosk.ports.station import Snapshot


class LockBetween:
    """Watches the station on the engine's thread."""

    def __init__(self, post: Callable[[Event], None]) -> None:
        self._post = post
        self._open = True

    def see(self, snapshot: Snapshot) -> None:
        """Lock as soon as nobody is here any more."""
        welcome = isinstance(snapshot.kiosk.scene, Welcome)
        if welcome and self._open:
            self._post(LockRequested(""))
        self._open = not welcome
