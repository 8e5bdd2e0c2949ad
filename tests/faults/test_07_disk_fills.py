"""Row 7: something else fills the disk while recording; what was said is kept, and the journal goes on."""

from pathlib import Path

import pytest

from tests.disks import FileSystem, loop_disk, needs_root
from tests.recordings import Footage
from tests.trouble.counts import often
from tests.trouble.filling import DISK_MIB, FULL_MIB, Filled, fill_the_disk

MESSAGE_S = 3.0
LOST_S = 2.0
COUNT = often(25, usually=1)

pytestmark = [needs_root, pytest.mark.slow, pytest.mark.timeout(3600)]


def filled(folder: Path, leave_mib: int) -> list[Filled]:
    outcomes = []
    for _ in range(COUNT):
        with loop_disk(folder, FileSystem.XFS, DISK_MIB) as disk:
            outcome = fill_the_disk(disk.root, leave_mib)
            footage = Footage(next(disk.root.glob("media/*/*/*/interview_*.mp4")))
            assert len(footage.brightness) / footage.fps == pytest.approx(
                outcome.recording.duration_s, abs=0.1
            )
            outcomes.append(outcome)
        disk.root.rmdir()
    return outcomes


@pytest.mark.parametrize("leave_mib", [FULL_MIB - 8, 0], ids=["nearly full", "full at once"])
def test_a_full_disk_ends_the_recording_and_loses_nothing(tmp_path: Path, leave_mib: int) -> None:
    outcomes = filled(tmp_path, leave_mib)
    assert max(outcome.message_s for outcome in outcomes) <= MESSAGE_S
    assert max(outcome.lost_s for outcome in outcomes) <= LOST_S
    assert sum(outcome.acknowledged_lost for outcome in outcomes) == 0
    assert min(outcome.acknowledged_after for outcome in outcomes) > 0
