"""Settings are changed whole or not at all, and what people wrote stays."""

from pathlib import Path

import pytest

from kiosk.config.settings import SettingsError, read_settings
from kiosk.config.writing import keep_settings

WRITTEN = """# The booth by the window.
name = "Booth 7"   # as on the door
speech = "server"
speech_url = "http://speech.local:8000/v1"

[voice_models]
en = "/models/en"
"""


def test_a_first_setting_makes_the_file_for_the_station_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    keep_settings(data, {"name": "Booth 1", "keep_days": 30})
    settings = read_settings(data)
    assert (settings.name, settings.keep_days) == ("Booth 1", 30)
    assert (data / "station.toml").stat().st_mode & 0o777 == 0o600


def test_what_people_wrote_stays_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text(WRITTEN)
    file.chmod(0o640)
    keep_settings(tmp_path, {"name": "Booth 8", "camera": "sim"})
    text = file.read_text()
    assert "# The booth by the window." in text
    assert 'name = "Booth 8"   # as on the door' in text
    assert file.stat().st_mode & 0o777 == 0o640
    settings = read_settings(tmp_path)
    assert (settings.name, settings.camera, settings.speech) == ("Booth 8", "sim", "server")
    assert settings.voice_models == {"en": Path("/models/en")}


def test_folders_and_keys_are_kept_as_they_were_written(tmp_path: Path) -> None:
    keep_settings(
        tmp_path, {"speech_model_folder": "/models/small/", "speech_key": "a key", "speech": "whisper"}
    )
    settings = read_settings(tmp_path)
    assert settings.speech_model_folder == Path("/models/small")
    assert settings.speech_key.get_secret_value() == "a key"


@pytest.mark.parametrize("changes", [{"quality": "best"}, {"colour": "red"}, {"name": ""}, {"keep_days": 0}])
def test_what_the_station_would_not_take_is_not_written(
    tmp_path: Path, changes: dict[str, str | int]
) -> None:
    file = tmp_path / "station.toml"
    file.write_text(WRITTEN)
    with pytest.raises(SettingsError):
        keep_settings(tmp_path, changes)
    assert file.read_text() == WRITTEN
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text("name = Booth")
    with pytest.raises(SettingsError):
        keep_settings(tmp_path, {"name": "Booth 8"})
    assert file.read_text() == "name = Booth"


def test_where_the_environment_decides_nobody_is_told_that_it_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_NAME", "Booth 9")
    with pytest.raises(SettingsError, match="KIOSK_NAME in the environment"):
        keep_settings(tmp_path, {"name": "Booth 8"})
    assert not (tmp_path / "station.toml").exists()
