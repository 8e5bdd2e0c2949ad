"""A question pack made by somebody who wishes us ill: refused in words, in time, and inside its folder."""

import os
import random
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.library.sources import hashes
from kiosk.packs.errors import PackErrors
from kiosk.packs.load import load

DEMO = Path(__file__).parents[2] / "assets/packs/demo"
WITHIN_S = 2.0
FULL = bool(os.environ.get("FULL_COUNTS"))

BOMBS = {
    "brackets": "a = " + "[" * 200_000,
    "brackets over lines": "a = [\n" * 40_000,
    "braces": "a = " + "{a=" * 60_000,
    "dotted key": "a" + ".a" * 120_000 + " = 1",
    "dotted keys": "\n".join(f"[{'a.' * 30}b{n}]" for n in range(3_000)),
    "dots inside braces": "a = {" + "a." * 100_000 + "a = 1}",
    "open strings": '"""\\' * 60_000,
    "open literals": "'''" * 80_001,
    "quotes": '"' * 250_000,
    "many digits": "id = " + "9" * 200_000,
    "many hexadecimal digits": "id = 0x" + "f" * 200_000,
    "hidden in a list": "id = [0x" + "f" * 200_000 + "]",
    "questions": "[[questions]]\n" * 18_000,
    "unknown keys": "\n".join(f"k{n} = {n}" for n in range(20_000)),
    "languages": "languages = [" + '"en",' * 50_000 + "]",
    "languages with texts": 'languages = ["en"]\n[title]\n' + "\n".join(f'l{n} = "x"' for n in range(20_000)),
    "spaces in a text": '[title]\nen = "' + " " * 250_000 + '"',
    "zeros": "\0" * 250_000,
    "escapes for a terminal": '"\\u001b[2J" = 1\nid = "\\u001b[2J"',
}


def attempt(folder: Path) -> str:
    """What the pack's author is told; empty for a pack without mistakes."""
    try:
        load(folder)
    except PackErrors as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_time_and_printable(name: str, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(BOMBS[name])
    started = time.monotonic()
    told = attempt(tmp_path)
    assert time.monotonic() - started < WITHIN_S
    assert told
    assert all(line.isprintable() for line in told.splitlines())


def test_the_largest_pack_there_can_be_is_read_in_time(tmp_path: Path) -> None:
    folder = tmp_path / "large"
    (folder / "problems").mkdir(parents=True)
    languages = [f"l{letter}" for letter in "abcdefghijkl"]
    toml = f'id = "large"\nversion = "1"\nlanguages = {languages}\ntitle = {{{_in_all(languages)}}}\n'
    for number in range(60):
        toml += f'[[questions]]\nid = "q{number}"\nkind = "coding"\navatar = "mira"\nanswer_limit_s = 60\n'
        toml += f'problem = "q{number}"\ntext = {{{_in_all(languages)}}}\n'
        for language in languages:
            (folder / f"problems/q{number}.{language}.md").write_text("word: www/ " * 1_400)
    (folder / "pack.toml").write_text(toml)
    started = time.monotonic()
    assert len(load(folder).questions) == 60
    assert time.monotonic() - started < WITHIN_S


def _in_all(languages: list[str]) -> str:
    return ", ".join(f'{language} = "Text"' for language in languages)


def test_no_single_change_of_a_good_pack_does_harm(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    good = (DEMO / "pack.toml").read_bytes()
    chance = random.Random(21)
    for _ in range(30_000 if FULL else 300):
        bad = bytearray(good)
        start, length = chance.randrange(len(bad)), chance.choice([1, 1, 1, 8, 100])
        bad[start : start + length] = chance.randbytes(chance.choice([0, 1, 1, 8]))
        (folder / "pack.toml").write_bytes(bad)
        attempt(folder)


@settings(max_examples=10_000 if FULL else 150)
@given(st.text(alphabet=st.sampled_from("abe=.[]{}\"'#\\\n\t ,10-+_:TZ\u202e\u0000é"), max_size=300))
def test_no_text_does_harm(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pack.toml").write_text(text)
        assert attempt(Path(folder))


def test_no_name_in_a_pack_reaches_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("MARKER")
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    (folder / "problems").mkdir()
    for language in ("en", "de"):
        (folder / f"problems/link.{language}.md").symlink_to(tmp_path / "secret.md")
    good = (DEMO / "pack.toml").read_text()
    for name in ("../../secret", "/etc/passwd", "..", "link", "a/../../secret", "secret.md\\u0000"):
        (folder / "pack.toml").write_text(
            good.replace('id = "mistake"', f'id = "mistake"\nproblem = "{name}"')
        )
        told = attempt(folder)
        assert told
        assert "MARKER" not in told


def a_pack_with_sound(folder: Path) -> Path:
    shutil.copytree(DEMO, folder)
    (folder / "audio").mkdir()
    return folder / "audio"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("motivation.en.wav", b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff" + bytes(64)),
        ("motivation.en.wav", bytes(1_000_000)),
        ("motivation.en.flac", b"fLaC\x00\x00\x00\x22" + b"\xff" * 34 + bytes(4000)),
        ("motivation.en.flac", b"fLaC" + b"\x7f\xff\xff\xff" * 50_000),
        ("motivation.en.ogg", b"OggS"),
        ("\x1b[2J.wav", b""),
        ("motivation..en.wav", b""),
        ("a" * 200 + ".wav", b""),
    ],
)
def test_a_bad_sound_is_refused_in_time_and_printable(name: str, content: bytes, tmp_path: Path) -> None:
    audio = a_pack_with_sound(tmp_path / "demo")
    (audio / name).write_bytes(content)
    started = time.monotonic()
    told = attempt(tmp_path / "demo")
    assert time.monotonic() - started < WITHIN_S
    assert told.startswith("audio/")
    assert all(line.isprintable() for line in told.splitlines())


def test_no_sound_reaches_outside_its_pack_or_waits_for_a_pipe(tmp_path: Path) -> None:
    audio = a_pack_with_sound(tmp_path / "demo")
    (audio / "motivation.en.wav").symlink_to("/dev/zero")
    os.mkfifo(audio / "mistake.en.wav")
    told = attempt(tmp_path / "demo")
    assert "must not be a link" in told
    assert "mistake.en.wav line 1: must be a WAV or FLAC file" in told


def test_a_sound_too_large_or_too_many_are_refused_unread(tmp_path: Path) -> None:
    audio = a_pack_with_sound(tmp_path / "demo")
    with (audio / "motivation.en.wav").open("wb") as file:
        file.truncate(10 * 1024**3)
    for number in range(2100):
        (audio / f"x{number}.wav").touch()
    started = time.monotonic()
    told = attempt(tmp_path / "demo")
    assert time.monotonic() - started < WITHIN_S
    assert "is longer than 32 MiB" in told
    assert "must not hold more than 2000 files" in told


def test_a_folder_that_hides_much_is_neither_followed_nor_read_for_ever(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    (folder / "problems").mkdir()
    (folder / "problems" / "loop").symlink_to(folder)
    (folder / "problems" / "endless").symlink_to("/dev/zero")
    os.mkfifo(folder / "problems" / "pipe")
    assert set(hashes(folder)) == {"pack.toml", "rubric.toml"}
    with (folder / "problems" / "huge.md").open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(PackErrors, match=r"problems/huge\.md line 1: is longer than 256 MiB"):
        hashes(folder)
