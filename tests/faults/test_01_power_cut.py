"""Row 1: the power goes while recording and answering; what was kept is whole and the interview goes on."""

from pathlib import Path

import pytest

from tests.disks import FileSystem, loop_disk, needs_root
from tests.recorders import SMALL
from tests.trouble.counts import often
from tests.trouble.power import suffer_power_cuts

LOST_S = 2.0
RESUMED_S = 10.0


@needs_root
@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("kind", "count"),
    [(FileSystem.EXT4, often(150, usually=3)), (FileSystem.XFS, often(150, usually=2))],
)
def test_a_power_cut_costs_two_seconds_and_nothing_acknowledged(
    tmp_path: Path, kind: FileSystem, count: int
) -> None:
    with loop_disk(tmp_path, kind, size_mib=2048) as disk:
        cuts = suffer_power_cuts(disk, SMALL, count)
    assert max(cut.lost_s for cut in cuts) <= LOST_S
    assert max(cut.voice_lost_s for cut in cuts) <= LOST_S
    assert sum(cut.acknowledged_lost for cut in cuts) == 0
    assert all(cut.chain_holds and cut.gap_shown for cut in cuts)
    assert max(cut.resumed_s for cut in cuts) <= RESUMED_S
