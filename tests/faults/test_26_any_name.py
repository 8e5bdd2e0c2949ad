"""Row 26: whatever a file, a session or a person is called, nothing is written or read outside its folder."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.ids import SessionId
from storage.errors import ExportFailedError
from storage.export.bag import Item, safe_name
from storage.export.delivery import deliver
from storage.export.medium import Medium
from storage.export.verify import verify
from storage.export.watch import Watch
from storage.media import MediaStore
from tests.interviews import SESSION
from tests.trouble.counts import often

NAMES = often(100_000, usually=5_000)
PIECES = [
    *(
        "..",
        ".",
        "/",
        "\\",
        "\0",
        "~",
        "C:",
        "con",
        "nul",
        "data",
        "recording.mp4",
        " ",
        "\n",
        "%2e%2e",
        "%2f",
    ),
    *(
        "．．",
        "／",
        "\u202e",
        "é",
        "e\u0301",
        "a" * 80,
        "-",
        "_",
        "*",
        "?",
        "|",
        "$HOME",
        "`id`",
        ";",
        "&",
        "\ud800",
    ),
    *("/etc/passwd", "../../secret", "....//", "..\\..\\", "file:///", "\\\\host\\share", ".part", "5e", "x"),
]


def names(count: int) -> Iterator[str]:
    """Names that somebody who wants to get out would try, and ordinary ones."""
    draw = random.Random(26)
    for _ in range(count):
        yield "".join(draw.choice(PIECES) for _ in range(draw.randint(1, 7)))


def inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def test_no_name_of_a_file_leads_out_of_its_session(tmp_path: Path) -> None:
    store = MediaStore(tmp_path / "data")
    store.prepare()
    root = store.session_folder(SESSION)
    (root / "elsewhere").symlink_to(tmp_path)
    escaped = []
    for name in (*names(NAMES), "elsewhere/secret", "elsewhere/../../../secret"):
        try:
            path = store.file(SESSION, name)
        except (ValueError, OSError):
            continue
        if not inside(path, root):
            escaped.append(name)
    assert escaped == []


def test_no_name_of_a_session_leads_out_of_the_store(tmp_path: Path) -> None:
    store = MediaStore(tmp_path / "data")
    made = 0
    for name in names(NAMES):
        with pytest.raises(ValueError, match="not a session id"):
            store.session_folder(SessionId(name))
        made += 1
    assert made == NAMES
    assert not (tmp_path / "data").exists()


def test_no_name_leads_out_of_a_bundle(tmp_path: Path) -> None:
    accepted = 0
    for name in names(NAMES):
        try:
            safe_name(name)
        except ValueError:
            continue
        accepted += 1
        assert inside(tmp_path / name, tmp_path)
        assert not set(name) & set("\\\0\n:*?|~%")
    assert accepted > NAMES // 1000, "ordinary names must pass, or nothing was tried"


def test_a_link_on_the_stick_leads_nowhere(tmp_path: Path) -> None:
    stick, outside, source = tmp_path / "stick", tmp_path / "outside", tmp_path / "source"
    stick.mkdir()
    outside.mkdir()
    source.write_text("somebody's interview")
    digest = "0" * 64
    for place, name in (
        ("interviews-1", "data/a.txt"),
        ("interviews-1/data", "data/a.txt"),
        ("interviews-1/data/a.txt", "data/a.txt"),
        ("interviews-1/data/a.txt.part", "data/a.txt"),
    ):
        link = stick / place
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(outside / ("a.txt" if place.endswith(("txt", "part")) else "."))
        medium = Medium(stick)
        try:
            item = Item(name, source, source.stat().st_size, digest)
            with pytest.raises(ExportFailedError):
                deliver([item], [], "interviews-1", medium, Watch())
        finally:
            medium.close()
        assert list(outside.iterdir()) == [], place
        link.unlink(missing_ok=True)


def test_no_line_of_a_manifest_makes_the_check_read_elsewhere(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bag.mkdir()
    (tmp_path / "secret").write_text("secret")
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    lines = [f"{'0' * 64}  {name}" for name in names(min(NAMES, 2000)) if "\ud800" not in name]
    (bag / "manifest-sha256.txt").write_text("\n".join(lines), "utf-8")
    (bag / "tagmanifest-sha256.txt").write_text(f"{'0' * 64}  ../secret\n", "utf-8")
    found = verify(bag)
    assert not found.ok
    assert {finding.flaw.value for finding in found.findings if "secret" in finding.file} == {"missing"}
