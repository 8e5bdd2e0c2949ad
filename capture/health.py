"""Is what arrives worth recording? Trouble becomes one fact when it begins and one when it ends."""

import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from capture.sources import CameraFrame
from capture.speech import SILENT_DBFS
from capture.timebase import SECOND_NS
from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.facts import FaultCleared, FaultRaised, RecorderFact

CAMERA_LOST_S = 2.0
FROZEN_S = 8.0
BLACK_S = 3.0
MICROPHONE_LOST_S = 1.5
SILENT_S = 10.0
MUTED_S = 2.0
"""Not a single sample but zeros is no quiet room: something has switched the microphone off."""
SLOW_S = 1.0
SLOW_REST_S = 10.0

_BLACK_LUMA = 18
_SILENT_DBFS = -75.0
_EVERY = 8
"""Every so many rows and columns of a picture are looked at."""


class FaultBoard:
    """What is wrong now, whoever noticed. Any thread."""

    def __init__(self, tell: Callable[[RecorderFact], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._noticed: dict[FaultCode, set[str]] = {}

    def active(self, code: FaultCode) -> bool:
        """Whether this is wrong now."""
        return code in self._noticed

    def raised(self, side: str, fault: Fault) -> None:
        """One side notices trouble; the first to notice makes it a fact."""
        with self._lock:
            if fault.code not in self._noticed:
                self._tell(FaultRaised(fault))
            self._noticed.setdefault(fault.code, set()).add(side)

    def cleared(self, side: str, code: FaultCode) -> None:
        """One side sees it is over; the last to see it makes it a fact."""
        with self._lock:
            sides = self._noticed.get(code, set())
            sides.discard(side)
            if not sides and self._noticed.pop(code, None) is not None:
                self._tell(FaultCleared(code))

    def forget(self, *codes: FaultCode) -> None:
        """The thing that could be in trouble is closed."""
        with self._lock:
            for code in codes:
                if self._noticed.pop(code, None) is not None:
                    self._tell(FaultCleared(code))


@dataclass(frozen=True, slots=True)
class BoardSide:
    """The board as one device or watch sees it; a ``capture.sources.FaultListener``."""

    board: FaultBoard
    side: str

    def raised(self, fault: Fault) -> None:
        """Trouble began."""
        self.board.raised(self.side, fault)

    def cleared(self, code: FaultCode) -> None:
        """That trouble is over."""
        self.board.cleared(self.side, code)


class Alarm:
    """Raises its code when something has been bad for ``after_s``, clears it when good for ``rest_s``."""

    def __init__(
        self,
        board: FaultBoard,
        code: FaultCode,
        after_s: float = 0.0,
        side: str = "health",
        rest_s: float = 0.0,
    ) -> None:
        self._side = BoardSide(board, side)
        self._code = code
        self._after_ns = int(after_s * SECOND_NS)
        self._rest_ns = int(rest_s * SECOND_NS)
        self._bad_since_ns: int | None = None
        self._last_bad_ns = 0
        self.on = False

    def judge(self, bad: bool, now_ns: int, detail: str = "") -> None:
        """How it is now."""
        if not bad:
            self._bad_since_ns = None
            if self.on and now_ns - self._last_bad_ns >= self._rest_ns:
                self.on = False
                self._side.cleared(self._code)
            return
        self._last_bad_ns = now_ns
        self._bad_since_ns = now_ns if self._bad_since_ns is None else self._bad_since_ns
        if not self.on and now_ns - self._bad_since_ns >= self._after_ns:
            self.on = True
            self._side.raised(Fault(self._code, detail))


class CameraWatch:
    """Lost, frozen or black. One per opened camera; pump only."""

    def __init__(self, board: FaultBoard, opened_ns: int) -> None:
        self._lost = Alarm(board, FaultCode.CAMERA_LOST)
        self._frozen = Alarm(board, FaultCode.CAMERA_FROZEN, FROZEN_S)
        self._black = Alarm(board, FaultCode.CAMERA_BLACK, BLACK_S)
        self._latest_ns = opened_ns
        self._sequence = -1
        self._digest = 0

    def look(self, frame: CameraFrame | None, now_ns: int) -> None:
        """The newest picture, at this moment."""
        if frame is not None and frame.sequence != self._sequence:
            self._examine(frame, now_ns)
        silent_s = (now_ns - self._latest_ns) / SECOND_NS
        self._lost.judge(silent_s > CAMERA_LOST_S, now_ns, f"no picture for {silent_s:.1f} s")

    def _examine(self, frame: CameraFrame, now_ns: int) -> None:
        self._sequence, self._latest_ns = frame.sequence, frame.captured_ns
        luma = frame.planes[: len(frame.planes) * 2 // 3 : _EVERY, ::_EVERY]
        digest, before = zlib.crc32(luma.tobytes()), self._digest
        self._digest = digest
        self._frozen.judge(digest == before, now_ns, "the same picture again and again")
        self._black.judge(float(luma.mean()) < _BLACK_LUMA, now_ns)


class MicrophoneWatch:
    """Lost, silent or switched off. One per opened microphone; pump only."""

    def __init__(self, board: FaultBoard, opened_ns: int) -> None:
        self._opened_ns = opened_ns
        self._lost = Alarm(board, FaultCode.MICROPHONE_LOST)
        self._silent = Alarm(board, FaultCode.MICROPHONE_SILENT, SILENT_S)
        self._muted = Alarm(board, FaultCode.MICROPHONE_MUTED, MUTED_S)

    def listen(self, newest_ns: int, level_dbfs: float, now_ns: int, *, silenced: bool = False) -> None:
        """When the latest block began, how loud it is, and whether the device is known to be switched off."""
        age_s = (now_ns - max(newest_ns, self._opened_ns)) / SECOND_NS
        self._lost.judge(age_s > MICROPHONE_LOST_S, now_ns, f"no sound for {age_s:.1f} s")
        muted = silenced and level_dbfs <= SILENT_DBFS
        self._silent.judge(level_dbfs < _SILENT_DBFS and not muted, now_ns)
        self._muted.judge(muted, now_ns, "muted, or turned down to nothing")
