"""Exporting and checking at the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import commands.export
import commands.look  # noqa: F401 - adds its commands
from commands.app import app
from storage.station import open_station
from tests.exports import OTHER, plain_interview

run = CliRunner()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    storage = open_station(tmp_path / "data")
    plain_interview(storage)
    storage.close()
    (tmp_path / "out").mkdir()
    return tmp_path / "data"


def invoke(data: Path, *words: str) -> tuple[int, str]:
    result = run.invoke(app, [*words, "--data", str(data)])
    return result.exit_code, result.output


def test_an_exported_session_is_verified_and_written_down(data: Path, tmp_path: Path) -> None:
    code, said = invoke(data, "export", OTHER[:6], "--to", str(tmp_path / "out"), "--by", "Sam")
    assert code == 0, said
    (folder,) = (tmp_path / "out").iterdir()
    assert run.invoke(app, ["verify", str(folder)]).exit_code == 0
    (folder / "data/sessions.csv").write_text("changed")
    changed = run.invoke(app, ["verify", str(folder), "--json"])
    assert changed.exit_code == 1
    assert json.loads(changed.stdout)["findings"][0]["file"] == "data/sessions.csv"
    _, shown = invoke(data, "show", OTHER, "--json")
    (taken,) = json.loads(shown)["exports"]
    assert (taken["by"], taken["outcome"]) == ("Sam", "done_in_folder")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("ffff", "--to", "."), 2, "there is no session"),
        ((OTHER, "--to", "/nowhere"), 1, "This folder does not exist"),
        ((OTHER, "--contents", "everything"), 2, "--contents takes some of"),
        ((OTHER, "--protect", "key", "--to", "."), 1, "has not been given a key of HR"),
    ],
)
def test_bad_wishes_are_one_sentence(words: tuple[str, ...], code: int, sentence: str, data: Path) -> None:
    ended, said = invoke(data, "export", *words)
    assert (ended, sentence in said.replace("\n", " ")) == (code, True), said


def test_there_is_nothing_to_verify_in_an_empty_folder(tmp_path: Path) -> None:
    ended = run.invoke(app, ["verify", str(tmp_path)])
    assert (ended.exit_code, "no exported bundle" in ended.output) == (2, True)
