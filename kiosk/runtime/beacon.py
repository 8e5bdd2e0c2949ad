"""The beacon: tells the central server every two seconds how the station is, and hears of orders at once.

A picture leaves the station only while somebody watches, after the consent, and never of a covered camera.
"""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.flow.interruption import masks_of
from kiosk.flow.states import Finishing, Kiosk, ThankYou, run_of
from kiosk.ports.live import LiveLine, Sight
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from kiosk.ports.station import Snapshot, Station
from kiosk.ports.sync import SyncError, SyncQueue
from kiosk.runtime.backoff import Backoff

log = structlog.get_logger()

_MOST_S = 30.0
_LISTEN_S = 0.25
"""A change of the station is told within this time."""
_LOOKS, _LOOK_S = 8, 0.05
_NOTHING_LEFT = SyncQueue(0, 0, "")
_SEES = (DeviceState.CONNECTED, DeviceState.RECORDING)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something is said, and how soon a line that broke is drawn again the first time."""

    beat_s: float = 2.0
    retry_s: float = 1.0


USUAL = Rhythm()


class Beacon:
    """One thread named ``beacon``. Without ``encode`` no picture is ever sent."""

    def __init__(
        self,
        line: LiveLine,
        station: Station,
        encode: Callable[[PreviewPicture], bytes] | None,
        notice: Callable[[], object],
        rhythm: Rhythm = USUAL,
    ) -> None:
        self._line, self._station, self._encode, self._notice = line, station, encode, notice
        self._beat_s = rhythm.beat_s
        self._backoff = Backoff(random.SystemRandom(), rhythm.retry_s, _MOST_S)
        self._snapshot: Snapshot | None = None
        self._watched = False
        self._changed = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="beacon")

    def start(self) -> None:
        """Begin to call."""
        self._station.watch(self._see)
        self._thread.start()

    def stop(self) -> None:
        """Say nothing more."""
        self._over.set()
        self._thread.join()
        self._line.close()

    def _see(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._changed.set()

    def _run(self) -> None:
        while not self._over.is_set():
            try:
                self._line.open()
                self._notice()  # what was ordered while nobody listened
                self._talk()
            except SyncError as error:
                self._watched = False
                patience_s = self._backoff.failed()
                log.info("the live line is down", reason=str(error), again_in_s=round(patience_s, 1))
                self._over.wait(patience_s)

    def _talk(self) -> None:
        while not self._over.is_set():
            self._changed.clear()
            self._line.tell(self._sight())
            self._backoff.worked()
            self._listen(time.monotonic() + self._beat_s)

    def _listen(self, until_s: float) -> None:
        while not (self._over.is_set() or self._changed.is_set()) and time.monotonic() < until_s:
            word = self._line.hear(_LISTEN_S)
            if word is None:
                continue
            if word.orders:
                self._notice()
            if word.watched and not self._watched:
                self._changed.set()
            self._watched = word.watched

    def _sight(self) -> Sight:
        picture = self._picture() if self._watched and self._pictured() else None
        snapshot, pictured = self._now(), self._pictured()  # somebody may have covered the camera meanwhile
        return Sight(
            snapshot=snapshot,
            mono_s=time.monotonic(),
            recorder=self._station.recorder(),
            queue=self._station.sync() or _NOTHING_LEFT,
            version=self._station.facts.version,
            pictured=pictured,
            picture=picture if pictured else None,
        )

    def _now(self) -> Snapshot:
        assert self._snapshot is not None
        return self._snapshot

    def _pictured(self) -> bool:
        return self._encode is not None and may_be_seen(self._now().kiosk, self._station.recorder())

    def _picture(self) -> bytes | None:
        """A picture taken now: the first look only asks for one."""
        assert self._encode is not None
        before = self._station.preview()
        for _ in range(_LOOKS):
            self._over.wait(_LOOK_S)
            found = self._station.preview()
            if found is not None and (before is None or found.sequence != before.sequence):
                return self._encode(found)
        return None


def may_be_seen(kiosk: Kiosk, recorder: RecorderStatus | None) -> bool:
    """Whether somebody who looks after the booth may see the camera's picture: consent, and no cover."""
    run = run_of(kiosk.scene)
    if run is None or not run.filmed or isinstance(kiosk.scene, Finishing | ThankYou):
        return False
    return masks_of(kiosk.scene).camera is None and recorder is not None and recorder.camera in _SEES
