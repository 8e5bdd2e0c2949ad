"""Closed forms: opened by the right words or the right key, and by nothing else."""

import math
import shutil
import subprocess
import zipfile
from pathlib import Path

import pyrage
import pytest

from kiosk.domain.export import ExportOutcome
from storage.errors import ExportFailedError
from storage.export import protect
from storage.export.bag import Item, item

needs_7zip = pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")
SECRET = b"Zinnia Quillfeather, a face, recording.mp4 " * 50_000


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    (tmp_path / "film").write_bytes(SECRET)
    return [item("data/recording.mp4", tmp_path / "film"), item("index.html", tmp_path / "film")]


def nothing(_: int) -> None:
    """Nobody wants to know how far it is."""


def test_a_passphrase_has_at_least_90_bits_and_no_sign_twice_alike() -> None:
    drawn = {protect.new_passphrase() for _ in range(200)}
    assert len(drawn) == 200
    assert all(set(one) <= {*protect.ALPHABET, "-"} for one in drawn)
    assert len(set(protect.ALPHABET)) == len(protect.ALPHABET)
    assert protect.GROUPS * protect.GROUP_LENGTH * math.log2(len(protect.ALPHABET)) >= 90


@needs_7zip
def test_7zip_opens_it_with_the_passphrase_and_not_without(tmp_path: Path, items: list[Item]) -> None:
    passphrase, closed = protect.new_passphrase(), tmp_path / "closed.zip"
    protect.write_zip(items, closed, passphrase, nothing)
    wrong = subprocess.run(
        ["7z", "x", "-y", "-pwrong", f"-o{tmp_path}/w", closed], capture_output=True, check=False
    )
    assert wrong.returncode != 0
    listed = subprocess.run(["7z", "l", "-slt", closed], capture_output=True, text=True, check=True).stdout
    assert "AES-256" in listed
    subprocess.run(
        ["7z", "x", "-y", f"-p{passphrase}", f"-o{tmp_path}/o", closed], capture_output=True, check=True
    )
    subprocess.run(
        ["7z", "x", "-y", f"-o{tmp_path}/i", tmp_path / "o/content.zip"], capture_output=True, check=True
    )
    assert (tmp_path / "i/data/recording.mp4").read_bytes() == SECRET
    assert (tmp_path / "i/index.html").read_bytes() == SECRET


def test_only_hrs_key_opens_an_age_file(tmp_path: Path, items: list[Item]) -> None:
    hr, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    closed = tmp_path / "closed.age"
    protect.write_age(items, closed, [str(hr.to_public())], nothing)
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt_file(str(closed), str(tmp_path / "x.zip"), [other])
    pyrage.decrypt_file(str(closed), str(tmp_path / "o.zip"), [hr])
    with zipfile.ZipFile(tmp_path / "o.zip") as inner:
        assert inner.read("data/recording.mp4") == SECRET


def test_nothing_can_be_read_from_outside(tmp_path: Path, items: list[Item]) -> None:
    hr = str(pyrage.x25519.Identity.generate().to_public())
    protect.write_zip(items, tmp_path / "closed.zip", protect.new_passphrase(), nothing)
    protect.write_age(items, tmp_path / "closed.age", [hr], nothing)
    for name in ("closed.zip", "closed.age"):
        raw = (tmp_path / name).read_bytes()
        assert not any(marker in raw for marker in (b"Zinnia", b"recording", b"index", b"a face"))


def test_a_key_is_known_by_its_form() -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    assert protect.are_recipients([key, key])
    assert not protect.are_recipients([key, "age1nonsense"])
    assert not protect.are_recipients([])


@pytest.mark.parametrize("form", ["zip", "age"])
def test_it_can_be_given_up_at_any_byte(form: str, tmp_path: Path, items: list[Item]) -> None:
    def enough(_: int) -> None:
        raise ExportFailedError(ExportOutcome.CANCELLED)

    closed, hr = tmp_path / "closed", str(pyrage.x25519.Identity.generate().to_public())
    writing = {
        "zip": lambda: protect.write_zip(items, closed, "words", enough),
        "age": lambda: protect.write_age(items, closed, [hr], enough),
    }
    with pytest.raises(ExportFailedError) as ended:
        writing[form]()
    assert ended.value.outcome is ExportOutcome.CANCELLED
