"""Row 34: interviews one after the other on one window leave the station as they found it."""

from pathlib import Path
from statistics import median

import pytest

from kiosk.domain.standing import SessionStatus
from storage.station import open_station
from tests.trouble.counts import often
from tests.trouble.soak import soak

INTERVIEWS = often(200, usually=2)
ENOUGH = 40
"""With fewer, warming up cannot be told from growing."""
DRIFT = 1.05
OPENED_LATE = 2
"""What the first interview may not have needed yet; the long run allows nothing."""


@pytest.mark.slow
@pytest.mark.timeout(200 + 120 * INTERVIEWS)
def test_interviews_leave_nothing_open_and_nothing_behind(tmp_path: Path) -> None:
    long = INTERVIEWS >= ENOUGH
    costs = list(soak(INTERVIEWS, tmp_path / "data", "demo" if long else "brief"))
    assert len(costs) == INTERVIEWS
    storage = open_station(tmp_path / "data", writable=False)
    found = storage.sessions.list_sessions()
    assert [session.status for session in found] == [SessionStatus.COMPLETED] * INTERVIEWS
    assert storage.journal.verify().ok
    storage.close()
    quarter = max(1, len(costs) // 4)
    warm, late = costs[quarter - 1 : 2 * quarter], costs[-quarter:]
    assert len({cost.recorder_pid for cost in costs}) == 1, "the recorder was never started again"
    for what in ("kiosk_files", "recorder_files", "kiosk_threads", "recorder_threads", "leftovers"):
        before, after = (median(getattr(cost, what) for cost in some) for some in (warm, late))
        assert after <= before + (0 if long else OPENED_LATE), what
    for what in ("kiosk_mib", "recorder_mib") if long else ():
        early = median(getattr(cost, what) for cost in warm)
        assert median(getattr(cost, what) for cost in late) <= early * DRIFT, what
    log = (tmp_path / "data" / "log" / "kiosk.log").read_text("utf-8")
    assert "Traceback" not in log
    assert "Candidate" not in log, "nobody is named"
