"""The place for one device: what is said of one that does not open, and that the story may change."""

import pytest

from capture.errors import DeviceBusyError, DeviceError, DeviceMissingError
from capture.health import FaultBoard
from capture.slot import Slot
from kiosk.domain.faults import FaultCode
from kiosk.flow.facts import FaultCleared, FaultRaised, RecorderFact
from kiosk.ports.recorder import DeviceState


class FakeCamera:
    """Opens unless ``trouble`` says why not."""

    name = "a camera"

    def __init__(self) -> None:
        self.trouble: DeviceError | None = None

    def open(self) -> None:
        if self.trouble:
            raise self.trouble

    def close(self) -> None:
        pass


class Place:
    """A slot for a camera, and what it told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.camera = FakeCamera()
        board = FaultBoard(self._tell)
        self.slot: Slot[FakeCamera] = Slot(board, FaultCode.CAMERA_MISSING, busy=FaultCode.CAMERA_BUSY)

    def tries(self, trouble: DeviceError | None) -> bool:
        self.camera.trouble = trouble
        return self.slot.provide("it", lambda _: self.camera)

    def _tell(self, fact: RecorderFact) -> None:
        match fact:
            case FaultRaised(fault=fault):
                self.told.append(f"+{fault.code} {fault.detail}".strip())
            case FaultCleared(code=code):
                self.told.append(f"-{code}")
            case _:
                pytest.fail(f"{fact} is no trouble")


def test_a_camera_that_another_program_has_is_called_busy_until_it_is_free() -> None:
    place = Place()
    assert not place.tries(DeviceBusyError("it is used"))
    assert place.slot.without_device is DeviceState.LOST
    assert place.tries(None)
    assert place.told == ["+camera_busy it is used", "-camera_busy"]


def test_a_busy_camera_that_is_then_unplugged_is_missing_and_no_longer_busy() -> None:
    place = Place()
    place.tries(DeviceBusyError("it is used"))
    place.tries(DeviceMissingError("it is gone"))
    assert place.told == ["+camera_busy it is used", "+camera_missing it is gone", "-camera_busy"]


def test_nothing_is_wrong_any_more_when_nothing_is_wanted() -> None:
    place = Place()
    place.tries(DeviceBusyError("it is used"))
    place.slot.dismiss()
    assert place.told[-1] == "-camera_busy"
