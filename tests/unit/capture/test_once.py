from dataclasses import replace
from pathlib import Path

import pytest

from capture.encoder import problem_with
from capture.errors import CaptureError
from capture.once import OnceRequest, record_once
from capture.probe import probe
from kiosk.domain.recording import HD, PRESETS, SD, DeviceChoice, Quality
from tests.recordings import Footage
from tests.segments import SMALL

SIM = DeviceChoice()


def _request(out: Path, devices: DeviceChoice = SIM, seconds: float = 1.0) -> OnceRequest:
    return OnceRequest(devices, seconds, out, SMALL)


@pytest.mark.slow
def test_one_file_is_recorded_and_nothing_else_is_left(tmp_path: Path) -> None:
    recording = record_once(_request(tmp_path / "a.mp4"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]
    assert len(Footage(tmp_path / "a.mp4").brightness) / 30 == pytest.approx(recording.duration_s, abs=0.1)
    assert 1.0 <= recording.duration_s < 3.0


@pytest.mark.slow
def test_a_missing_camera_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"We cannot find the camera\."):
        record_once(_request(tmp_path / "a.mp4", DeviceChoice("/dev/video99", "sim", "sim")))
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="There is no folder"):
        record_once(_request(tmp_path / "nowhere" / "a.mp4"))


def test_no_length_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="more than 0 seconds"):
        record_once(_request(tmp_path / "a.mp4", seconds=0))


@pytest.mark.slow
def test_pictures_can_be_recorded_without_sound(tmp_path: Path) -> None:
    request = replace(_request(tmp_path / "a.mp4"), quality=replace(SD, audio=False))
    recording = record_once(request)
    assert Footage(tmp_path / "a.mp4").brightness.size == recording.segments[0].frames
    assert "aac" not in probe(tmp_path / "a.mp4")


@pytest.mark.parametrize("quality", PRESETS.values())
def test_the_shipped_qualities_can_be_recorded(quality: Quality) -> None:
    assert problem_with(quality) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"width": 321},
        {"height": 20},
        {"fps": 0},
        {"preset": "placebo"},
        {"video_kbps": 0},
        {"audio_kbps": 9000},
        {"video": False, "audio": False},
    ],
)
def test_impossible_qualities_are_explained(change: dict[str, int | str | bool]) -> None:
    assert problem_with(replace(HD, **change))  # type: ignore[arg-type]
