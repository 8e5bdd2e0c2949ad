"""The only door to the engine: states come in as a Qt signal, wishes go out, live values are polled.

Everything here lives on the Qt thread; the station may call from any.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from kiosk.domain.receipt import Receipt
from kiosk.flow.events import Event
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.judge import JudgeStatus
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.station import Snapshot, Speaking, Station, StationFacts
from kiosk.ports.sync import SyncQueue

LIVELY_MS = 40
"""While a screen shows picture, level or mouth."""
CALM_MS = 500
"""Otherwise: the status line. It also lets Python see SIGTERM, which Qt alone would not notice."""


@dataclass(frozen=True, slots=True)
class Live:
    """What is true at this moment; never kept."""

    now_mono_s: float
    recorder: RecorderStatus | None = None
    speaking: Speaking | None = None
    preview: PreviewPicture | None = None
    """Only polled for a screen that asks for it."""
    sync: SyncQueue | None = None
    """What waits to be sent; ``None`` where no server is connected."""
    judge: JudgeStatus | None = None
    """What programs can be run; ``None`` until that is known."""
    receipt: Receipt | None = None
    """What the candidate takes home; ``None`` until it is written."""


class Bridge(QObject):
    """A station, as signals."""

    changed = Signal(object)
    """A ``Snapshot``, on the Qt thread."""
    ticked = Signal(object)
    """A ``Live``."""
    microphones_listed = Signal(object)
    """A mapping of what they are called in orders to their titles."""
    staff_listed = Signal(object)
    """A tuple of names."""
    staff_answered = Signal(object)
    """A ``PinAnswer``: what became of the last PIN."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station, self._open, self._wants_preview = station, True, False
        self._clock = QTimer(self, interval=CALM_MS)
        self._clock.timeout.connect(self.tick)

    @property
    def facts(self) -> StationFacts:
        """The station itself."""
        return self._station.facts

    @property
    def exporter(self) -> Exporter | None:
        """The way out for interviews; its methods never wait."""
        return self._station.exporter

    @property
    def desk(self) -> Desk | None:
        """What HR asks of the station's memory; its methods take their time."""
        return self._station.desk

    def start(self) -> None:
        """Begin to listen and to poll."""
        self._station.watch(self._hear)
        self._clock.start()

    def close(self) -> None:
        """Hear nothing more; the engine may outlive the screen."""
        self._open = False
        self._clock.stop()

    def post(self, event: Event) -> None:
        """Hand on a wish."""
        self._station.post(event)

    def poll(self, *, lively: bool, preview: bool) -> None:
        """How often, and whether the camera's picture is wanted."""
        self._wants_preview = preview
        self._clock.setInterval(LIVELY_MS if lively else CALM_MS)
        self.tick()

    def tick(self) -> None:
        """Read the slots now."""
        station = self._station
        self.ticked.emit(
            Live(
                time.monotonic(),
                station.recorder(),
                station.speaking(),
                station.preview() if self._wants_preview else None,
                station.sync(),
                station.judge(),
                station.receipt(),
            )
        )

    def list_microphones(self) -> None:
        """Which microphones there are → ``microphones_listed``."""
        self._in_background(lambda: self._tell(self.microphones_listed, self._station.microphones()))

    def list_staff(self) -> None:
        """Who may enter → ``staff_listed``."""
        self._in_background(lambda: self._tell(self.staff_listed, self._station.staff_names()))

    def admit_staff(self, name: str, pin: str) -> None:
        """Whether this is that person's PIN → ``staff_answered``."""
        self._in_background(lambda: self._tell(self.staff_answered, self._station.staff_enters(name, pin)))

    def dismiss_staff(self, name: str) -> None:
        """They have gone."""
        self._station.staff_leaves(name)

    def _in_background(self, job: Callable[[], None]) -> None:
        """What takes too long for the thread that draws."""
        threading.Thread(target=job, name="staff-door", daemon=True).start()

    def _tell(self, signal: SignalInstance, answer: object) -> None:
        if self._open:
            signal.emit(answer)

    def _hear(self, snapshot: Snapshot) -> None:
        if self._open:
            self.changed.emit(snapshot)
