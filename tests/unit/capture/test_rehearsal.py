"""The rehearsal records for real and throws everything away."""

import tempfile
from pathlib import Path

import pytest

from capture.rehearsal import rehearse
from kiosk.domain.checks import Verdict
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice, Quality
from kiosk.voice.rendered import RenderedVoice

SMALL = Quality("small", 320, 180, 15, 300)
SENTENCE = "This is a test of the booth, and of everything that hears in it."


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    voice = RenderedVoice(tmp_path / "voice")
    voice.render([SENTENCE], "en")
    spoken = voice.utterance(SENTENCE, "en")
    assert spoken is not None
    return spoken.sound


@pytest.mark.slow
def test_a_booth_that_sees_and_hears_is_proved_and_nothing_stays(sound: Path) -> None:
    before = set(Path(tempfile.gettempdir()).glob("rehearsal-*"))
    result = rehearse(DeviceChoice(), SMALL, 4.0, sound)
    assert (result.verdict, result.fault) == (Verdict.GOOD, None), result.finding
    assert "voice" in result.finding
    assert set(Path(tempfile.gettempdir()).glob("rehearsal-*")) == before


@pytest.mark.slow
def test_a_booth_in_which_nobody_speaks_is_worth_a_look() -> None:
    result = rehearse(DeviceChoice(), SMALL, 3.0, None)
    assert result.verdict is Verdict.WARNING
    assert "loudspeaker" in result.finding


@pytest.mark.slow
def test_a_booth_without_a_camera_is_not_ready() -> None:
    result = rehearse(DeviceChoice(camera="no such camera"), SMALL, 3.0, None)
    assert (result.verdict, result.fault) == (Verdict.BAD, FaultCode.TEST_FAILED)
    assert "camera" in result.finding
