"""Packs from the server are checked before they are believed, and appear, change and vanish in one step."""

import io
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs import received
from kiosk.packs.received import ReceivedPacks
from kiosk.packs.shelf import available, find
from kiosk.ports.packs import PackRefusedError

PACK = """
id = "walk"
version = "{version}"
languages = ["en"]
about_minutes = 1
retention_days = 7
title.en = "A walk"
[[questions]]
id = "q1"
kind = "general"
avatar = "mira"
answer_limit_s = 60
text.en = "Where were you?"
"""
GOOD = {"pack.toml": PACK.format(version="1.0")}
NEWER = {
    "walk/pack.toml": PACK.format(version="2.0"),
    "walk/.DS_Store": "x",
    "__MACOSX/walk/._pack.toml": "x",
}


class Shelf:
    """A station's packs, and one that is its own."""

    def __init__(self, folder: Path) -> None:
        self.root, self.own = folder / "packs", folder / "own"
        (self.own / "ours").mkdir(parents=True)
        (self.own / "ours" / "pack.toml").write_text(PACK.replace("walk", "ours").format(version="1.0"))
        self.archive = folder / "pack.zip"
        self.ready: list[str] = []
        self.open()

    def open(self) -> None:
        self.packs = ReceivedPacks(self.root, [self.own], self.ready.append)

    def put(self, files: Mapping[str, str], name: str = "walk", sha256: str = "1" * 64) -> None:
        with zipfile.ZipFile(self.archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path, text in files.items():
                packed.writestr(path, text)
        self.packs.put(name, sha256, self.archive)

    def everything(self) -> set[str]:
        return {path.name for path in self.root.iterdir()}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_a_pack_is_there_then_newer_then_gone(shelf: Shelf) -> None:
    shelf.put(GOOD)
    assert find("walk", [shelf.root]).version == "1.0"
    assert shelf.packs.has("walk", "1" * 64)
    shelf.put(NEWER, sha256="2" * 64)
    assert find("walk", [shelf.root]).version == "2.0"
    assert shelf.packs.has("walk", "2" * 64)
    assert not shelf.packs.has("walk", "1" * 64)
    assert shelf.ready == ["walk", "walk"]
    shelf.packs.withdraw("walk")
    shelf.packs.withdraw("walk")
    assert shelf.everything() == set()
    assert available([shelf.root]) == ()


def test_what_the_station_has_of_its_own_is_not_taken_away(shelf: Shelf) -> None:
    with pytest.raises(PackRefusedError, match="own"):
        shelf.packs.withdraw("ours")


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"readme.txt": "nothing"},
        {"pack.toml": "id = "},
        {"pack.toml": PACK.replace("walk", "other").format(version="1")},
        {**GOOD, "../outside.txt": "x"},
        {**GOOD, "/etc/outside.txt": "x"},
        {**GOOD, "problems/a\\outside.txt": "x"},
        {**GOOD, "a/b/c/d/e/f/g/h/i.txt": "x"},
        {**GOOD, "new\nline.txt": "x"},
        {"a/pack.toml": GOOD["pack.toml"], "b/pack.toml": GOOD["pack.toml"]},
        {"a/b/pack.toml": GOOD["pack.toml"]},
        {**GOOD, "pack.toml/inside.txt": "x"},
    ],
)
def test_what_is_no_pack_is_refused_and_changes_nothing(shelf: Shelf, files: dict[str, str]) -> None:
    shelf.put(GOOD)
    with pytest.raises(PackRefusedError):
        shelf.put(files, sha256="2" * 64)
    assert shelf.everything() == {"walk"}
    assert shelf.packs.has("walk", "1" * 64)
    assert not (shelf.root.parent / "outside.txt").exists()


@pytest.mark.parametrize("name", ["..", ".old-walk", "WALK", "a/b", ""])
def test_no_pack_has_such_an_id(shelf: Shelf, name: str) -> None:
    with pytest.raises(PackRefusedError):
        shelf.put(GOOD, name=name)
    assert shelf.everything() == set()


def test_a_link_is_refused(shelf: Shelf) -> None:
    with zipfile.ZipFile(shelf.archive, "w") as packed:
        packed.writestr("pack.toml", GOOD["pack.toml"])
        link = zipfile.ZipInfo("problems")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc")
    with pytest.raises(PackRefusedError, match="link"):
        shelf.packs.put("walk", "1" * 64, shelf.archive)


def test_a_file_that_grows_while_it_is_unpacked_is_not_unpacked_to_the_end(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "MOST_BYTES", 1 << 20)
    with pytest.raises(PackRefusedError, match="larger"):
        shelf.put({**GOOD, "voice/zeros.txt": "0" * (2 << 20)})
    assert shelf.everything() == set()


@given(st.binary(max_size=200), st.integers(0, 300))
def test_no_damaged_archive_does_more_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("pack.toml", GOOD["pack.toml"])
    data = whole.getvalue()
    shelf.archive.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        shelf.packs.put("walk", "1" * 64, shelf.archive)
    except PackRefusedError:
        assert shelf.everything() == set()


@pytest.mark.parametrize("new_is_there", [True, False])
def test_a_power_cut_between_two_renames_leaves_one_of_both(shelf: Shelf, *, new_is_there: bool) -> None:
    shelf.put(GOOD)
    (shelf.root / "walk").rename(shelf.root / ".old-walk")
    if new_is_there:
        shelf.put(NEWER, sha256="2" * 64)
        (shelf.root / ".old-walk").mkdir(exist_ok=True)
    shelf.open()
    assert shelf.everything() == {"walk"}
    assert find("walk", [shelf.root]).version == ("2.0" if new_is_there else "1.0")


def test_what_a_power_cut_left_half_unpacked_is_gone_at_the_next_start(shelf: Shelf) -> None:
    half = shelf.root / f".new-{'2' * 64}" / "walk"
    half.mkdir(parents=True)
    (half / "pack.toml").write_text("half")
    shelf.open()
    assert not half.parent.exists()
