"""Settings come from one file and the environment, and a wrong one is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config.settings import SettingsError, read_settings
from kiosk.domain.recording import SD


def test_a_fresh_station_needs_no_settings(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.camera == "auto"
    assert settings.name


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "station.toml").write_text('name = "Booth 7"\ncamera = "/dev/video2"\n')
    monkeypatch.setenv("KIOSK_CAMERA", "sim")
    settings = read_settings(tmp_path)
    assert (settings.name, settings.camera) == ("Booth 7", "sim")


def test_a_station_records_as_its_preset_says(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text("quality = 'full-hd'")
    preset = read_settings(tmp_path).preset
    assert (preset.name, preset.width, preset.height, preset.fps) == ("full-hd", 1920, 1080, 30)


def test_single_values_make_a_custom_quality(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text("quality = 'sd'\nfps = 15\nsound = false")
    assert read_settings(tmp_path).preset == replace(SD, name="custom", fps=15, audio=False)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("quality = 'best'", "quality"),
        ("colour = 'red'", "colour"),
        ("quality = 'audio'\nsound = false", "neither"),
        ("name = ", "station.toml"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "station.toml").write_text(text)
    with pytest.raises(SettingsError, match=named):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("speech = 'server'", "speech_url"),
        ("speech = 'whisper'", "speech_model_folder"),
        ("advice_url = 'http://models.local/v1'", "advice_model"),
        ("followups = 'model'", "advice_url"),
        ("speech = 'magic'", "speech"),
    ],
)
def test_an_engine_without_what_it_needs_is_named(tmp_path: Path, text: str, missing: str) -> None:
    (tmp_path / "station.toml").write_text(text)
    with pytest.raises(SettingsError, match=missing):
        read_settings(tmp_path)


def test_a_key_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text("speech_key = 'abc123'\nadvice_key = 'abc123'\nspeech = 'server'")
    with pytest.raises(SettingsError) as refused:
        read_settings(tmp_path)
    assert "abc123" not in str(refused.value)
    (tmp_path / "station.toml").write_text("speech_key = 'abc123'")
    settings = read_settings(tmp_path)
    assert "abc123" not in repr(settings) + str(settings.model_dump())
    assert settings.speech_key.get_secret_value() == "abc123"
