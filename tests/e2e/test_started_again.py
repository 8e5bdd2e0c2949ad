"""What a station makes good when it is started again."""

from pathlib import Path

import pytest

from kiosk.domain.recording import RecordingStatus
from kiosk.flow.events import EndConfirmed, NewInterviewRequested, TimerElapsed
from kiosk.flow.timers import Timer
from storage.station import open_station
from tests.interviews import Interview
from tests.screen import a_screen
from tests.segments import SESSION, RecordedSession
from tests.station import SIMULATED, Station, soon

pytestmark = pytest.mark.slow


def test_a_recording_left_in_parts_is_one_file_after_the_next_start(tmp_path: Path) -> None:
    leave_in_parts(tmp_path / "data")
    with a_screen() as screen:
        station = Station(tmp_path / "data", {**SIMULATED, "DISPLAY": screen.name})
        try:
            station.open()
            assert soon(lambda: finished(station), "one file").is_file()
            station.close()
        finally:
            station.tear_down()


def leave_in_parts(data: Path) -> None:
    """A whole interview whose recording nobody finished in time."""
    storage = open_station(data)
    interview = Interview(storage.journal, SESSION)
    interview.arrive_and_ask()
    interview.answer_all()
    interview.happen(EndConfirmed(), TimerElapsed(Timer.RECORDER), NewInterviewRequested())
    storage.close()
    recorded = RecordedSession(storage.media.recordings / SESSION)
    recorded.add(2.0)
    recorded.add(2.0, ended=None)


def finished(station: Station) -> Path | None:
    """The one session's file, once there is one."""
    with station.memory() as storage:
        report = storage.sessions.session(SESSION)
        if report.summary.recording_status is RecordingStatus.FAILED or report.recording is None:
            return None
        return storage.media.file(SESSION, report.recording.file)
