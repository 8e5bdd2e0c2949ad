"""An interview of which the station records the voice alone: no camera is opened for it."""

from pathlib import Path

import pytest

from tests.e2e.demos import run_demo
from tests.station import SIMULATED, Station

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def test_the_voice_alone_is_recorded_and_no_camera_is_opened(tmp_path: Path) -> None:
    demo = run_demo(Station(tmp_path / "data", {**SIMULATED, "KIOSK_QUALITY": "audio"}))
    assert "video" not in demo.streams
    assert demo.session["device_info"]["camera"] == ""
    assert demo.session["device_info"]["microphone"]
    assert all(question["answers"] for question in demo.session["questions"])
    assert demo.recording.gaps == ()
