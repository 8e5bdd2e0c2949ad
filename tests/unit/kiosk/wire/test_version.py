"""Who understands whom, and whose data is newer."""

import tomllib
from pathlib import Path

import pytest

from kiosk.wire.version import VERSION, heard, is_older, misfit, spoken

ROOT = Path(__file__).parents[4]


def test_the_version_is_the_packages() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_a_station_within_what_the_server_understands_is_understood() -> None:
    assert [misfit(station, 2, 4) for station in (2, 3, 4)] == ["", "", ""]


def test_the_sentence_says_which_end_to_update_and_that_nothing_is_lost() -> None:
    newer, older = misfit(5, 2, 4), misfit(1, 2, 4)
    assert "update the server" in newer
    assert "update the station" in older
    assert all("keeps everything" in why for why in (newer, older))


@pytest.mark.parametrize(
    ("said", "understood"), [(spoken(1, 3), (1, 3)), ("", None), ("2", None), ("a-b", None)]
)
def test_what_a_server_says_of_itself_is_heard(said: str, understood: tuple[int, int] | None) -> None:
    assert heard(said) == understood


@pytest.mark.parametrize(
    ("version", "wrote", "older"),
    [
        ("0.1.0", "0.1.9", False),
        ("0.1.9", "0.1.0", False),
        ("0.2.0", "0.1.0", False),
        ("0.1.0", "0.2.0", True),
        ("0.9.0", "0.10.0", True),
        ("0.9.0", "1.0.0", True),
        ("0.1.0", "", False),
        ("0.1.0", "unknown", False),
    ],
)
def test_the_last_number_does_not_count(version: str, wrote: str, older: bool) -> None:
    assert is_older(version, wrote) == older
