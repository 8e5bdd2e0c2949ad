"""The place for one device: what is open there, and trouble with getting it open."""

from collections.abc import Callable
from typing import Generic, TypeVar

from capture.errors import DeviceBusyError, DeviceError
from capture.health import BoardSide, FaultBoard
from capture.sources import Device, FaultListener
from kiosk.domain.faults import Fault, FaultCode
from kiosk.ports.recorder import DeviceState

D = TypeVar("D", bound=Device)


class Slot(Generic[D]):
    """Empty or with an open device. Used by ``recorder.devices``; any thread may look at ``device``."""

    def __init__(
        self, board: FaultBoard, missing: FaultCode, *later: FaultCode, busy: FaultCode | None = None
    ) -> None:
        self.device: D | None = None
        self.opening = False
        self._busy = busy or missing
        self._unopened = (missing, self._busy)
        self.codes = (*self._unopened, *later)
        """What can be wrong with this device."""
        self._board = board
        self._missing = missing
        self._key: object = None

    @property
    def name(self) -> str:
        """The device's name, empty when there is none."""
        return self.device.name if self.device else ""

    @property
    def without_device(self) -> DeviceState:
        """What an empty slot is waiting for."""
        if self.opening:
            return DeviceState.OPENING
        unopened = any(self._board.active(code) for code in self._unopened)
        return DeviceState.LOST if unopened else DeviceState.CLOSED

    def provide(self, key: object, build: Callable[[FaultListener], D]) -> bool:
        """Have the device open that ``key`` describes; one open already stays. Says whether it is new."""
        if self.device is not None and key == self._key:
            return False
        self.empty()
        self.opening = True
        try:
            device = build(BoardSide(self._board, "device"))
            device.open()
        except DeviceError as error:
            self._tell_unopened(error)
            return False
        finally:
            self.opening = False
        self.device, self._key = device, key
        self._clear(*self._unopened)
        return True

    def _tell_unopened(self, error: DeviceError) -> None:
        """It is missing or busy, never both."""
        code = self._busy if isinstance(error, DeviceBusyError) else self._missing
        self._board.raised("desk", Fault(code, str(error)))
        self._clear(*(other for other in self._unopened if other is not code))

    def _clear(self, *codes: FaultCode) -> None:
        for code in codes:
            self._board.cleared("desk", code)

    def empty(self) -> None:
        """Close what is open; its trouble goes with it, but a missing device stays missing."""
        if self.device is not None:
            self.device.close()
            self.device = None
            self._board.forget(*self.codes)

    def dismiss(self) -> None:
        """Nothing is wanted here any more."""
        self.empty()
        self._board.forget(*self.codes)
