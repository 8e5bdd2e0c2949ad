from pathlib import Path

from storage.ballast import BALLAST_BYTES, Ballast


def test_ballast_takes_room_until_it_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    ballast = Ballast(tmp_path)
    ballast.lay()
    ballast.lay()
    (file,) = (tmp_path / "run").iterdir()
    assert file.stat().st_blocks * 512 >= BALLAST_BYTES
    assert ballast.drop()
    assert not file.exists()


def test_without_ballast_there_is_nothing_to_drop(tmp_path: Path) -> None:
    assert not Ballast(tmp_path).drop()
