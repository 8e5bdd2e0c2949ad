from pathlib import Path

import numpy as np
import pytest

from capture.health import BoardSide, CameraWatch, FaultBoard, MicrophoneWatch
from capture.sources import CameraFrame
from capture.space import Limits, SpaceWatch
from capture.speech import SILENT_DBFS
from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.facts import FaultCleared, FaultRaised, RecorderFact

S = 1_000_000_000
LIVELY = np.random.default_rng(5)


class Told(list[RecorderFact]):
    @property
    def codes(self) -> list[str]:
        return [
            f"+{fact.fault.code}" if isinstance(fact, FaultRaised) else f"-{fact.code}"
            for fact in self
            if isinstance(fact, FaultRaised | FaultCleared)
        ]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def board(told: Told) -> FaultBoard:
    return FaultBoard(told.append)


def _frame(sequence: int, luma: int | None = None) -> CameraFrame:
    planes = LIVELY.integers(60, 200, (270, 320)).astype(np.uint8)
    if luma is not None:
        planes = np.full((270, 320), luma, np.uint8)
    return CameraFrame(planes, sequence * S // 10, sequence)


def test_trouble_seen_from_two_sides_is_one_fact(board: FaultBoard, told: Told) -> None:
    device, health = BoardSide(board, "device"), BoardSide(board, "health")
    device.raised(Fault(FaultCode.CAMERA_LOST))
    health.raised(Fault(FaultCode.CAMERA_LOST))
    device.cleared(FaultCode.CAMERA_LOST)
    assert told.codes == ["+camera_lost"]
    health.cleared(FaultCode.CAMERA_LOST)
    assert told.codes == ["+camera_lost", "-camera_lost"]


def test_closing_a_device_ends_its_trouble(board: FaultBoard, told: Told) -> None:
    board.raised("device", Fault(FaultCode.CAMERA_LOST))
    board.forget(FaultCode.CAMERA_LOST, FaultCode.CAMERA_BLACK)
    assert told.codes == ["+camera_lost", "-camera_lost"]


def test_a_camera_that_falls_silent_is_lost_within_three_seconds(board: FaultBoard, told: Told) -> None:
    watch = CameraWatch(board, 0)
    watch.look(_frame(0), 0)
    watch.look(_frame(0), 1 * S)
    assert told.codes == []
    watch.look(_frame(0), 2 * S + 1)
    assert told.codes == ["+camera_lost"]
    watch.look(_frame(30), 3 * S)
    assert told.codes == ["+camera_lost", "-camera_lost"]


def test_a_camera_that_never_delivers_is_lost(board: FaultBoard, told: Told) -> None:
    CameraWatch(board, 0).look(None, 3 * S)
    assert told.codes == ["+camera_lost"]


def test_the_same_picture_for_eight_seconds_is_frozen(board: FaultBoard, told: Told) -> None:
    watch = CameraWatch(board, 0)
    for tenth in range(90):
        watch.look(_frame(tenth, luma=100), tenth * S // 10)
    assert told.codes == ["+camera_frozen"]
    watch.look(_frame(91), 91 * S // 10)
    assert told.codes == ["+camera_frozen", "-camera_frozen"]


def test_a_dark_picture_is_told(board: FaultBoard, told: Told) -> None:
    watch = CameraWatch(board, 0)
    for tenth in range(40):
        watch.look(_frame(tenth, luma=3), tenth * S // 10)
    assert told.codes == ["+camera_black"]


def test_a_microphone_without_blocks_is_lost_within_two_seconds(board: FaultBoard, told: Told) -> None:
    watch = MicrophoneWatch(board, 0)
    watch.listen(1 * S, -50.0, 2 * S)
    assert told.codes == []
    watch.listen(1 * S, -50.0, 2 * S + 600_000_000)
    assert told.codes == ["+microphone_lost"]
    watch.listen(3 * S, -50.0, 3 * S)
    assert told.codes == ["+microphone_lost", "-microphone_lost"]


def test_ten_seconds_of_next_to_nothing_is_a_silent_microphone(board: FaultBoard, told: Told) -> None:
    watch = MicrophoneWatch(board, 0)
    for second in range(10):
        watch.listen(second * S, -80.0, second * S)
    assert told.codes == []
    watch.listen(10 * S, -80.0, 10 * S)
    assert told.codes == ["+microphone_silent"]


def test_two_seconds_of_a_microphone_switched_off_are_told(board: FaultBoard, told: Told) -> None:
    watch = MicrophoneWatch(board, 0)
    for second in range(3):
        watch.listen(second * S, SILENT_DBFS, second * S, silenced=True)
    assert told.codes == ["+microphone_muted"]
    for second in range(3, 15):
        watch.listen(second * S, SILENT_DBFS, second * S, silenced=True)
    watch.listen(15 * S, -60.0, 15 * S)
    assert told.codes == ["+microphone_muted", "-microphone_muted"]


def test_a_quiet_candidate_before_a_microphone_that_gives_zeros_has_all_the_time(
    board: FaultBoard, told: Told
) -> None:
    watch = MicrophoneWatch(board, 0)
    for second in range(9):
        watch.listen(second * S, SILENT_DBFS, second * S)
    assert told.codes == []


def test_little_space_is_told_before_too_little(board: FaultBoard, told: Told, tmp_path: Path) -> None:
    SpaceWatch(board, Limits(low_bytes=1 << 60, full_bytes=1), tmp_path).look(now=True)
    assert told.codes == ["+disk_low"]


def test_a_refused_write_counts_as_full(
    board: FaultBoard, told: Told, tmp_path_factory: pytest.TempPathFactory
) -> None:
    watch = SpaceWatch(board, Limits(low_bytes=1, full_bytes=1), tmp_path_factory.getbasetemp())
    watch.look(now=True)
    assert not watch.full
    watch.no_room()
    watch.look()
    assert watch.full


def test_a_folder_that_is_gone_does_not_end_the_watch(board: FaultBoard, tmp_path: Path) -> None:
    watch = SpaceWatch(board, Limits(), tmp_path / "gone" / "away")
    watch.look(now=True)
    assert watch.free_bytes > 0
