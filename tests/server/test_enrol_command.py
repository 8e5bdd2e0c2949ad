"""``main.py enrol`` and ``main.py sync``, as a technician types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import main  # noqa: F401 - it adds the commands
from commands.app import app
from server.house import House
from tests.logs import log_in
from tests.server.running import listening


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.output


def test_a_station_is_introduced_and_says_what_is_left(tmp_path: Path, house: House) -> None:
    data = ("--data", str(tmp_path / "data"))
    with log_in(tmp_path / "server.log", "server"), listening(house) as url:
        code = house.stations.new_code("test")
        assert run("enrol", code, "--server", url, *data)[0] == 0
        ended, said = run("enrol", "AAAA-AAAA-AAAA", "--server", url, "--data", str(tmp_path / "other"))
    assert (ended, said.count("\n")) == (2, 1), said
    ended, said = run("sync", "--json", *data)
    facts = json.loads(said)
    assert (ended, facts["server"], facts["sessions_waiting"]) == (0, url, 0)
    assert json.loads(run("status", "--json", *data)[1])["sync"]["server"] == url


@pytest.mark.parametrize("url", ["server", "ftp://x", "file:///etc"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    ended, said = run("enrol", "AAAA", "--server", url, "--data", str(tmp_path))
    assert ended == 2
    assert "begins with https://" in said
