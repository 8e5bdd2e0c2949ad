"""A booth that locks itself."""

from kiosk.flow.events import Event
from kiosk.flow.staff import LockRequested
from kiosk.flow.states import EnteringCode, Kiosk, Scene, Welcome
from kiosk.ports.station import Snapshot
from kiosk.runtime.lock import LockBetween


def test_it_locks_at_the_start_and_whenever_somebody_has_gone() -> None:
    posted: list[Event] = []
    lock = LockBetween(posted.append)
    scenes: tuple[Scene, ...] = (Welcome(), Welcome(), EnteringCode(), EnteringCode(), Welcome(), Welcome())
    counts = []
    for scene in scenes:
        lock.see(Snapshot(Kiosk(scene), 0.0))
        counts.append(len(posted))
    assert counts == [1, 1, 1, 1, 2, 2]
    assert set(posted) == {LockRequested("")}
