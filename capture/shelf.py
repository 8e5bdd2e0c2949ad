"""Camera pictures between the camera's thread and the pump: for each instant the one that was taken then."""

from collections import deque
from dataclasses import dataclass

from capture.sources import CameraFrame

_ROOM = 16
_PATIENCE = 45
"""So many pictures (60 MB in HD) wait for a pump that is behind; of more, those least missed are given up."""
_REACH = 0.6
"""How far, in frame periods, a picture may lie from the instant it is shown for.

More than a half: a camera whose clock slides past ours then loses or repeats one picture, not many.
"""


@dataclass(frozen=True, slots=True)
class Pick:
    """The picture for an instant, ``None`` before the first; what it cost is counted."""

    frame: CameraFrame | None
    repeated: bool
    """The picture was shown for the instant before as well."""
    dropped: int
    """Pictures the camera made since the one before that are shown for no instant."""


class FrameShelf:
    """Filled by the camera's thread, read by the pump."""

    def __init__(self, period_ns: int) -> None:
        self._reach_ns = int(period_ns * _REACH)
        self._arrived: deque[CameraFrame] = deque(maxlen=_ROOM)
        self._waiting: deque[CameraFrame] = deque()
        self._shown: CameraFrame | None = None
        self.newest: CameraFrame | None = None
        """The latest arrival; any thread may look."""

    def put(self, frame: CameraFrame) -> None:
        """A picture arrived. Takes no lock: appending to a deque is atomic."""
        self._arrived.append(frame)
        self.newest = frame

    def restart(self) -> None:
        """What was shown so far does not count any more. Pump only."""
        self._shown = None

    def pick(self, instant_ns: int) -> Pick:
        """The picture for this instant; instants never go back."""
        self._collect()
        before, chosen = self._shown, None
        while self._waiting and self._waiting[0].captured_ns <= instant_ns + self._reach_ns:
            chosen = self._waiting.popleft()
            if chosen.captured_ns >= instant_ns - self._reach_ns:
                break
        if chosen is None:
            return Pick(before, repeated=before is not None, dropped=0)
        self._shown = chosen
        dropped = max(0, chosen.sequence - before.sequence - 1) if before else 0
        return Pick(chosen, repeated=False, dropped=dropped)

    def _collect(self) -> None:
        while self._arrived:
            self._waiting.append(self._arrived.popleft())
            if len(self._waiting) > _PATIENCE:
                del self._waiting[_least_missed(self._waiting)]


def _least_missed(frames: deque[CameraFrame]) -> int:
    """The picture whose neighbours are nearest to each other: what is left is spread over the whole time."""
    return min(
        range(1, len(frames) - 1), key=lambda at: frames[at + 1].captured_ns - frames[at - 1].captured_ns
    )
