"""The recorder's own commands, run as a person would, and the example of the handbook."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.segments import SMALL, encode_segment

ROOT = Path(__file__).parents[3]
HANDBOOK = ROOT / "docs" / "how-to" / "record-on-its-own.md"


def run(*arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def capture(*arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    return run("-m", "capture", *arguments, folder=folder)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    encode_segment(tmp_path / "talk.mp4", 2, SMALL)
    return tmp_path / "talk.mp4"


@pytest.mark.slow
def test_copies_pictures_and_a_waveform_are_made_by_command(film: Path, tmp_path: Path) -> None:
    made = [
        capture("export", film, "--form", "webm", "--out", tmp_path / "talk.webm", folder=tmp_path),
        capture("thumbnails", film, "--out", tmp_path, folder=tmp_path),
        capture("waveform", film, "--out", tmp_path, folder=tmp_path),
    ]
    assert [done.returncode for done in made] == [0, 0, 0]
    assert "talk.webm: done" in made[0].stdout
    assert {path.name for path in tmp_path.iterdir()} == {
        *("talk.mp4", "talk.webm", "thumbnail.jpg", "sprites.jpg", "sprites.vtt"),
        *("waveform.json", "waveform.svg"),
    }


@pytest.mark.slow
def test_devices_are_listed(tmp_path: Path) -> None:
    assert capture("devices", folder=tmp_path).stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("thumbnails", "talk.mp4", "--out", "nowhere"),
        ("waveform", "absent.mp4", "--out", "."),
        ("export", "absent.mp4", "--form", "av1", "--out", "copy.mp4"),
        ("record", "--no-picture", "--no-sound", "--seconds", "1", "--out", "a.mp4"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(film: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = capture(*arguments, folder=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_example_of_the_handbook_works(tmp_path: Path) -> None:
    example = HANDBOOK.read_text("utf-8").split("```python\n")[1].split("```")[0]
    done = run("-c", example, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("done\n")
    assert (tmp_path / "waveform.svg").exists()
