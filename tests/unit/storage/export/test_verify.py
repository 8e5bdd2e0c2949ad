"""Every byte of a bundle is vouched for, and whoever changes one is told on."""

import json
import os
import shutil
from pathlib import Path

import pytest

from storage.errors import NotFoundError
from storage.export.bag import item, manifest, safe_name, signature
from storage.export.verify import Finding, Flaw, Seal, verify
from storage.signing import StationKey
from tests.interviews import SESSION
from tests.unit.storage.export.conftest import Made


def files(bag: Path) -> list[Path]:
    return sorted(path for path in bag.rglob("*") if path.is_file())


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_an_untouched_bundle_is_good(made: Made, bag: Path) -> None:
    found = verify(bag)
    assert found.ok
    assert found.signer == StationKey.load_or_create(made.storage.media.data).public.hex()
    assert found.files == len(files(bag)) - 2
    assert verify(bag, found.signer).ok


def test_every_changed_file_is_named(bag: Path) -> None:
    for path in files(bag):
        before = path.read_bytes()
        flip(path)
        found = verify(bag)
        assert not found.ok, path
        name = path.relative_to(bag).as_posix()
        if name not in ("tagmanifest-sha256.txt", "signature.json"):
            assert Finding(name, Flaw.CHANGED) in found.findings
        else:
            assert found.seal is Seal.WRONG
        path.write_bytes(before)
    assert verify(bag).ok


def test_every_missing_file_is_named(bag: Path) -> None:
    for path in files(bag):
        away = bag.parent / "away"
        path.rename(away)
        found = verify(bag)
        name = path.relative_to(bag).as_posix()
        missing = Finding(name, Flaw.MISSING) in found.findings
        assert missing or (name == "signature.json" and found.seal is Seal.MISSING)
        away.rename(path)


def test_every_added_file_is_named(bag: Path) -> None:
    for name in ("data/extra.txt", "extra.txt", f"data/{SESSION}/recording.mp4.part"):
        (bag / name).write_text("")
        assert verify(bag).findings == (Finding(name, Flaw.ADDED),)
        (bag / name).unlink()
    (bag / "data/elsewhere").symlink_to("/etc")
    assert verify(bag).findings == (Finding("data/elsewhere", Flaw.ADDED),)


def test_lists_that_were_made_again_need_the_stations_key(bag: Path, tmp_path: Path) -> None:
    known = verify(bag).signer
    flip(bag / "data" / SESSION / "recording.mp4")
    reseal(bag, None)
    assert (verify(bag).findings, verify(bag).seal) == ((), Seal.WRONG)
    (tmp_path / "forger").mkdir()
    reseal(bag, StationKey.load_or_create(tmp_path / "forger"))
    assert verify(bag).seal is Seal.GOOD, "a bundle alone cannot say whose key it is"
    assert verify(bag, known).seal is Seal.FOREIGN


def reseal(bag: Path, key: StationKey | None) -> None:
    payload = [item(path.relative_to(bag).as_posix(), path) for path in files(bag / "data")]
    (bag / "manifest-sha256.txt").write_text(manifest(payload), "utf-8")
    unlisted = {"tagmanifest-sha256.txt", "signature.json"}
    names = sorted(path.name for path in bag.iterdir() if path.is_file() and path.name not in unlisted)
    (bag / "tagmanifest-sha256.txt").write_text(manifest(item(name, bag / name) for name in names), "utf-8")
    if key is not None:
        text = signature(key, (bag / "tagmanifest-sha256.txt").read_bytes())
        (bag / "signature.json").write_text(text, "utf-8")


def test_a_journal_that_was_edited_breaks_even_when_everything_was_signed_again(
    bag: Path, tmp_path: Path
) -> None:
    journal = bag / "data" / SESSION / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    (tmp_path / "key").mkdir()
    key = StationKey.load_or_create(tmp_path / "key")
    journal.write_bytes(b"".join([*lines[:3], lines[3].replace(b'"wall":"2', b'"wall":"3'), *lines[4:]]))
    reseal(bag, key)
    assert verify(bag).journal_breaks == (f"data/{SESSION}/journal.jsonl",)


def test_lists_with_hostile_names_lead_nowhere(bag: Path) -> None:
    secret = bag.parent / "secret"
    secret.write_text("x")
    with (bag / "manifest-sha256.txt").open("a") as listed:
        listed.write(f"{'0' * 64}  ../secret\n{'0' * 64}  {secret}\n{'0' * 64}  data/{'x/' * 4000}\n")
    found = {
        finding.flaw for finding in verify(bag).findings if "secret" in finding.file or "x/" in finding.file
    }
    assert found == {Flaw.MISSING}


def test_what_is_no_bundle_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no exported bundle"):
        verify(tmp_path)


def test_nonsense_for_a_signature_is_a_wrong_one(bag: Path) -> None:
    for nonsense in ("{", "[]", json.dumps({"public_key": "zz", "signature": 3})):
        (bag / "signature.json").write_text(nonsense)
        assert verify(bag).seal is Seal.WRONG


def test_a_name_must_stay_inside_its_folder() -> None:
    assert safe_name("data/5e/index.html")
    for name in (
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a\0",
        "C:/x",
        "a\\b",
        ".hidden",
        "a.",
        "é",
        "a" * 300,
    ):
        with pytest.raises(ValueError, match="lead out"):
            safe_name(name)


def test_a_copy_elsewhere_is_as_good(bag: Path, tmp_path: Path) -> None:
    shutil.copytree(bag, tmp_path / "copied")
    assert verify(tmp_path / "copied").ok


@pytest.mark.parametrize("name", ["signature.json", "tagmanifest-sha256.txt", "manifest-sha256.txt"])
def test_a_list_that_leads_elsewhere_is_not_read(bag: Path, name: str) -> None:
    """Whoever brings a stick may have a link to anything in it, or a pipe that never ends."""
    outside = bag.parent / "outside"
    (bag / name).rename(outside)
    (bag / name).symlink_to(outside)
    assert not verify(bag).ok
    (bag / name).unlink()
    os.mkfifo(bag / name)
    assert not verify(bag).ok


def test_a_pipe_among_the_files_is_told_and_not_waited_for(bag: Path) -> None:
    journal = bag / "data" / SESSION / "journal.jsonl"
    journal.unlink()
    os.mkfifo(journal)
    os.mkfifo(bag / "data/extra")
    name = journal.relative_to(bag).as_posix()
    told = {Finding("data/extra", Flaw.ADDED), Finding(name, Flaw.UNREADABLE)}
    assert set(verify(bag).findings) == told
