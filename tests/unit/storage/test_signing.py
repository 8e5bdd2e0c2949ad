"""The station's key: made once, kept closed, and nothing else passes for its signature."""

import stat
from pathlib import Path

import pytest

from storage.errors import DamagedError
from storage.signing import NAME, StationKey, verify


def test_the_key_is_made_once_and_found_again(tmp_path: Path) -> None:
    made = StationKey.load_or_create(tmp_path)
    assert StationKey.load_or_create(tmp_path).public == made.public
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_only_the_stations_user_may_read_it(tmp_path: Path) -> None:
    StationKey.load_or_create(tmp_path)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_a_signature_holds_for_its_data_and_its_station_only(tmp_path: Path) -> None:
    key = StationKey.load_or_create(tmp_path)
    (tmp_path / "other").mkdir()
    other = StationKey.load_or_create(tmp_path / "other")
    signature = key.sign(b"what was said")
    assert verify(key.public, signature, b"what was said")
    assert not verify(key.public, signature, b"what was not said")
    assert not verify(other.public, signature, b"what was said")
    assert not verify(b"no key", signature, b"what was said")
    assert not verify(key.public, b"no signature", b"what was said")


def test_the_secret_is_not_shown(tmp_path: Path) -> None:
    key = StationKey.load_or_create(tmp_path)
    assert repr(key) == "StationKey()"


@pytest.mark.parametrize("content", [b"", b"not a key"])
def test_a_file_that_is_no_key_is_refused_and_kept(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(DamagedError):
        StationKey.load_or_create(tmp_path)
    assert (tmp_path / NAME).read_bytes() == content
