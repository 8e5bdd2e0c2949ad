"""Whether the disk could hold another interview: while it could not, none begins."""

import threading
from collections.abc import Callable

from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.states import Welcome
from kiosk.ports.station import Snapshot
from kiosk.runtime.station import LocalStation

LOOK_S = 5.0


class Room:
    """Looks every few seconds and whenever the welcome appears. ``lacking`` says what is missing, or nothing.

    A running interview is never stopped by this: the recorder knows when there is really no space left.
    """

    def __init__(self, station: LocalStation, lacking: Callable[[], str], every_s: float = LOOK_S) -> None:
        self._station = station
        self._every_s = every_s
        self._lacking = lacking
        self._short = False
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="room")

    def start(self) -> None:
        """Begin looking."""
        self._station.watch(self._see)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._look.set()
        self._thread.join()

    def _see(self, snapshot: Snapshot) -> None:
        if isinstance(snapshot.kiosk.scene, Welcome):
            self._look.set()

    def _run(self) -> None:
        while not self._over.is_set():
            if self._short or self._nobody_is_here():
                self._report(self._lacking())
            self._look.wait(self._every_s)
            self._look.clear()

    def _nobody_is_here(self) -> bool:
        return isinstance(self._station.engine.snapshot.kiosk.scene, Welcome)

    def _report(self, lacking: str) -> None:
        if lacking and not self._short and self._nobody_is_here():
            self._short = True
            self._station.post(FaultRaised(Fault(FaultCode.DISK_SHORT, lacking)))
        elif not lacking and self._short:
            self._short = False
            self._station.post(FaultCleared(FaultCode.DISK_SHORT))
