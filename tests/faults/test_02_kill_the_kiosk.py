"""Row 2: the kiosk process is killed in the middle of an answer, again and again."""

from pathlib import Path

import numpy as np
import pytest

from tests.trouble.counts import often
from tests.trouble.interview import within
from tests.trouble.kills import kill_the_kiosk

KILLS = often(25, usually=4)
BACK_S = 3.0


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(180 + 12 * KILLS)
def test_a_killed_kiosk_loses_nothing_and_is_back_on_the_same_question(tmp_path: Path) -> None:
    found = kill_the_kiosk(tmp_path, KILLS)
    assert max(found.back_s) <= within(BACK_S)
    assert found.kept.all_answered()
    recording, footage = found.kept.recording, found.kept.footage
    (segment,) = recording.segments
    assert segment.frames == len(footage.brightness)
    assert segment.audio_lost_samples == 0
    assert recording.gaps == ()
    every_second = np.diff(footage.flashes_s())
    assert np.abs(every_second - 1).max() < 1.5 / 30
