"""Row 8: the disk takes nothing for seconds; no picture and no sound is lost, and the screen goes on."""

from pathlib import Path
from statistics import quantiles

import pytest

from tests.disks import FileSystem, loop_disk, needs_root
from tests.recorders import SMALL
from tests.trouble.counts import often
from tests.trouble.stalling import stall_the_recorder, stall_the_screen

STALL_S = often(10, usually=5)
SILENCE_S = 2.0
DELAY_P95_MS = 100.0
BUSY = 5
"""Pictures that a machine busy with other tests may miss; one that waits for the disk misses 30 a second."""

pytestmark = [needs_root, pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(3600)]


def test_a_stalled_disk_loses_no_picture_and_no_sound(tmp_path: Path) -> None:
    with loop_disk(tmp_path, FileSystem.EXT4) as disk:
        for _ in range(often(20, usually=1)):
            outcome = stall_the_recorder(disk, SMALL, STALL_S)
            (segment,) = outcome.recording.segments
            assert segment.frames_dropped <= BUSY
            assert segment.audio_lost_samples == 0
            assert outcome.recording.gaps == ()
            assert outcome.written_s == pytest.approx(STALL_S, abs=1.0)
            assert outcome.longest_silence_s <= SILENCE_S
            assert "plans" in {chapter.key for chapter in outcome.recording.chapters}


def test_the_screen_never_waits_for_a_stalled_disk(tmp_path: Path) -> None:
    with loop_disk(tmp_path, FileSystem.EXT4) as disk:
        delays_ms = stall_the_screen(disk, STALL_S)
    assert len(delays_ms) > STALL_S * 10
    assert quantiles(delays_ms, n=20)[-1] <= DELAY_P95_MS
