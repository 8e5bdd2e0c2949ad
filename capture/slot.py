"""The place for one device: what is open there, and trouble with getting it open."""

from collections.abc import Callable
from typing import Generic, TypeVar

from capture.errors import DeviceError
from capture.health import BoardSide, FaultBoard
from capture.sources import Device, FaultListener
from kiosk.domain.faults import Fault, FaultCode
from kiosk.ports.recorder import DeviceState

D = TypeVar("D", bound=Device)


class Slot(Generic[D]):
    """Empty or with an open device. Used by ``recorder.devices``; any thread may look at ``device``."""

    def __init__(self, board: FaultBoard, missing: FaultCode, *later: FaultCode) -> None:
        self.device: D | None = None
        self.opening = False
        self.codes = (missing, *later)
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
        return DeviceState.LOST if self._board.active(self._missing) else DeviceState.CLOSED

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
            self._board.raised("desk", Fault(self._missing, str(error)))
            return False
        finally:
            self.opening = False
        self.device, self._key = device, key
        self._board.cleared("desk", self._missing)
        return True

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
