"""Settings come from one file and the environment, and a wrong one is named."""

from pathlib import Path

import pytest

from kiosk.config.settings import SettingsError, read_settings


def test_a_fresh_station_needs_no_settings(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.camera == "auto"
    assert settings.name


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "station.toml").write_text('name = "Booth 7"\ncamera = "/dev/video2"\n')
    monkeypatch.setenv("KIOSK_CAMERA", "sim")
    settings = read_settings(tmp_path)
    assert (settings.name, settings.camera) == ("Booth 7", "sim")


@pytest.mark.parametrize(
    ("text", "named"),
    [("quality = 'best'", "quality"), ("colour = 'red'", "colour"), ("name = ", "station.toml")],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "station.toml").write_text(text)
    with pytest.raises(SettingsError, match=named):
        read_settings(tmp_path)
