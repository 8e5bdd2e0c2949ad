from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.errors import PackErrors, PackMissingError
from kiosk.packs.shelf import available, find

Write = Callable[[str], Path]


def test_a_pack_is_found_in_the_first_root_that_has_it(write: Write, good: str, tmp_path: Path) -> None:
    write(good)
    later = tmp_path / "later"
    (later / "small").mkdir(parents=True)
    (later / "small/pack.toml").write_text("broken")
    assert find("small", [tmp_path / "missing", tmp_path, later]).id == "small"
    with pytest.raises(PackErrors):
        find("small", [later, tmp_path])


@pytest.mark.parametrize(
    "name", ["other", "", "..", "../small", "/etc", "small/", "SMALL", "small\n", "a" * 5000]
)
def test_any_other_name_is_simply_not_there(write: Write, good: str, tmp_path: Path, name: str) -> None:
    write(good)
    with pytest.raises(PackMissingError):
        find(name, [tmp_path])


def test_all_names_are_listed_once_and_sorted(write: Write, good: str, tmp_path: Path) -> None:
    write(good)
    for folder in ("b", "no-pack", "Not An Id"):
        (tmp_path / folder).mkdir()
    (tmp_path / "b/pack.toml").touch()
    (tmp_path / "Not An Id/pack.toml").touch()
    assert available([tmp_path, tmp_path, tmp_path / "missing"]) == ("b", "small")
