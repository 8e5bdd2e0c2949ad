"""The self-test's lines: what was found and what to do."""

import pytest

from capture.checks import check_camera, check_devices, check_ffmpeg, check_loudspeaker, check_microphone
from capture.devices import StationDevices
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.recording import DeviceChoice, Quality
from tests.mjpeg import MjpegCamera

SMALL = Quality("small", 320, 180, 30)
DEVICES = StationDevices()


def test_a_real_camera_is_good(network_camera: MjpegCamera) -> None:
    result = check_camera(DEVICES, network_camera.url, SMALL)
    assert result.verdict is Verdict.GOOD
    assert "320x180" in result.finding


def test_simulated_devices_work_and_are_pointed_out() -> None:
    results = check_devices(DEVICES, DeviceChoice(), SMALL)
    assert [result.name for result in results] == ["Camera", "Microphone", "Loudspeaker"]
    assert {result.verdict for result in results} == {Verdict.WARNING}
    assert all("Choose a real" in result.to_do for result in results)


@pytest.mark.parametrize(
    ("choice", "verdict", "finding"),
    [
        ("sim:absent", Verdict.BAD, "absent"),
        ("sim:unplug", Verdict.BAD, "stopped"),
        ("sim:stall@0.1", Verdict.WARNING, "pictures a second"),
        ("sim:black", Verdict.WARNING, "dark"),
        ("sim:slow", Verdict.WARNING, "30 were asked for"),
        ("nobody's camera", Verdict.BAD, "No camera answers"),
    ],
)
def test_a_bad_camera_is_told_in_a_sentence(choice: str, verdict: Verdict, finding: str) -> None:
    assert_told(check_camera(DEVICES, choice, SMALL), verdict, finding)


@pytest.mark.parametrize(
    ("choice", "finding"),
    [
        ("sim:absent", "absent"),
        ("sim:unplug", "stopped"),
        ("sim:stall", "stopped"),
        ("sim:silence", "no sound"),
    ],
)
def test_a_bad_microphone_is_told_in_a_sentence(choice: str, finding: str) -> None:
    assert_told(check_microphone(DEVICES, choice), Verdict.BAD, finding)


def test_a_missing_loudspeaker_is_told_in_a_sentence() -> None:
    assert_told(check_loudspeaker(DEVICES, "sim:absent"), Verdict.BAD, "absent")


def test_ffmpeg_is_there_with_its_encoders() -> None:
    result = check_ffmpeg()
    assert result.verdict is Verdict.GOOD
    assert "libx264" in result.finding


def assert_told(result: CheckResult, verdict: Verdict, finding: str) -> None:
    assert result.verdict is verdict
    assert finding in result.finding
    assert result.finding.endswith(".")
    assert result.to_do
