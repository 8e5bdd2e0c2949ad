"""``main.py doctor``: one file that helps whoever helps, of a station in any state, and names nobody."""

import json
import os
import sqlite3
import subprocess
import zipfile
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

import main  # noqa: F401 - it adds the commands
from commands.app import app
from kiosk.config.folders import Folders
from kiosk.runtime.instance import SingleInstance
from storage.station import open_station
from storage.sync.memory import keep_enrolment
from tests.disks import memory_disk, needs_root
from tests.markers import SESSION, Markers, plant

SECRET = "hush-this-is-a-key-9f3a"
PIN = "739154"
SETTINGS = f"""
name = "Booth 7"
camera = "http://operator:{SECRET}@camera.local/video"
microphone = "sim"
loudspeaker = "sim"
speech_key = "{SECRET}"
"""
OLD_LINES = (
    '{{"event": "candidate {0} has come", "timestamp": "2026-01-01T00:00:00Z", "name": "{0}"}}',
    '{{"event": "a bug", "timestamp": "2026-01-01T00:00:00Z", "exception": "Traceback: {0}"}}',
    "2026-01-01 recorder INFO {0}",
    '"{0}"',
    '{{"{0}": 1}}',
)
"""What earlier versions, libraries and shells may have left in a log."""


def doctor(data: Path, out: Path) -> dict[str, str]:
    """The bundle's texts by name."""
    done = CliRunner().invoke(app, ["doctor", "--data", str(data), "--out", str(out)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert "nothing about anybody" in done.output
    with zipfile.ZipFile(out) as archive:
        return {name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist()}


@contextmanager
def running(data: Path) -> Iterator[None]:
    """A kiosk has the folder; the doctor then leaves its devices alone."""
    instance = SingleInstance(Folders(data).lock)
    try:
        yield
    finally:
        instance.release()


@pytest.fixture
def marked(tmp_path: Path) -> tuple[Path, Markers]:
    """A station with a marked interview, staff, secrets, and logs that were not always so careful."""
    data = tmp_path / "data"
    storage = open_station(data)
    markers = plant(storage)
    storage.staff.add(markers.word(), PIN)
    storage.close()
    (data / "station.toml").write_text(SETTINGS)
    for name in ("kiosk.log", "kiosk.log.1", "recorder.log"):
        said = "".join(f"{line.format(markers.words(1))}\n" for line in OLD_LINES[1:])
        (data / "log" / name).write_text(said)
    return data, markers


def test_a_bundle_names_nobody_and_holds_no_secret(marked: tuple[Path, Markers], tmp_path: Path) -> None:
    data, markers = marked
    before = {
        path: path.read_bytes() for path in data.rglob("*") if path.is_file() and "kiosk.db" not in path.name
    }
    with running(data):
        texts = doctor(data, tmp_path / "bundle.zip")
    everything = "".join(f"{name} {text}" for name, text in texts.items())
    assert [word for word in markers.planted if word in everything] == []
    assert len(markers.planted) >= 50
    assert SECRET not in everything
    assert PIN not in everything
    for key in [data / "station.key", *(data / "keys").iterdir()]:
        for form in forms(key.read_bytes()):
            assert form not in everything, key
    assert SESSION in texts["06-memory.json"], "sessions are told by their numbers"
    after = {path: path.read_bytes() for path in before}
    assert after == before, "nothing was changed"


def forms(key: bytes) -> set[str]:
    """How a key could stand in a text."""
    raw = key.strip()
    return {
        raw.hex(),
        b64encode(raw).decode(),
        urlsafe_b64encode(raw).decode().rstrip("="),
        raw.decode("latin-1"),
    }


def test_a_bundle_tells_how_the_station_does(marked: tuple[Path, Markers], tmp_path: Path) -> None:
    data, _ = marked
    keep_enrolment_of_a_server(data)
    with running(data):
        texts = doctor(data, tmp_path / "bundle.zip")
    assert next(iter(texts)) == "00-summary.html"
    for name in texts:
        assert f'href="{name}"' in texts["00-summary.html"] or name == "00-summary.html"
    memory = json.loads(texts["06-memory.json"])
    assert "chain OK" in memory["journal"]["verdict"]
    assert (memory["sessions"], memory["file_check"]) == ({"completed": 1}, ["ok"])
    assert memory["schema"]["present"] == memory["schema"]["this_program"]
    assert json.loads(texts["05-running.json"])["kiosk"] is True
    assert json.loads(texts["08-sync.json"])["sync"]["sessions_waiting"] == 1
    settings = json.loads(texts["03-settings.json"])["settings"]
    assert (settings["name"], settings["camera"]) == ("Booth 7", "http://…@camera.local/video")
    assert "left_out" in texts["logs/recorder.log.jsonl"]


def keep_enrolment_of_a_server(data: Path) -> None:
    from kiosk.wire.enrolment import Enrolled

    told = Enrolled(station_id="a" * 32, server_key="A" * 43, time="2026-11-20T10:00:00.000Z")
    keep_enrolment(data, "https://server.local", told)


# --- a station in any state ----------------------------------------------------------------
def nothing(_data: Path) -> None:
    """Not even a folder."""


def damaged(data: Path) -> None:
    open_station(data).close()
    content = bytearray((data / "kiosk.db").read_bytes())
    content[100:] = bytes(len(content) - 100)
    (data / "kiosk.db").write_bytes(content)


def no_database_at_all(data: Path) -> None:
    open_station(data).close()
    for file in data.glob("kiosk.db*"):
        file.unlink()
    (data / "kiosk.db").write_text("this is no database")


def newer(data: Path) -> None:
    open_station(data).close()
    with sqlite3.connect(data / "kiosk.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


def bad_settings(data: Path) -> None:
    open_station(data).close()
    (data / "station.toml").write_text("camara = [")


def logs_that_are_none(data: Path) -> None:
    open_station(data).close()
    (data / "log" / "kiosk.log").write_bytes(os.urandom(4096))
    (data / "log" / "recorder.log").mkdir()


@pytest.mark.parametrize(
    ("state", "speaks_of"),
    [
        (nothing, "there is no database"),
        (damaged, "damaged"),
        (no_database_at_all, "damaged"),
        (newer, "newer version"),
        (bad_settings, "station.toml"),
        (logs_that_are_none, "Self-test"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_broken_station_gets_a_bundle_that_says_what_is_broken(
    state: Callable[[Path], None], speaks_of: str, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    state(data)
    there = data.exists()
    with running(data) if there else nothing_more():
        texts = doctor(data, tmp_path / "bundle.zip")
    assert speaks_of in texts["00-summary.html"]
    assert data.exists() == there
    assert json.loads(texts["02-versions.json"])["program"]


@contextmanager
def nothing_more() -> Iterator[None]:
    yield


@needs_root
def test_a_disk_that_is_mounted_for_reading_only_is_read(tmp_path: Path) -> None:
    with memory_disk(tmp_path / "disk", size_mib=64) as disk:
        data = disk / "data"
        storage = open_station(data)
        plant(storage)
        storage.close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        texts = doctor(data, tmp_path / "bundle.zip")
    memory = json.loads(texts["06-memory.json"])
    assert memory["sessions"] == {"completed": 1}
    assert "chain OK" in memory["journal"]["verdict"]
    assert json.loads(texts["09-disk.json"])["mount"][1].startswith("ro")


def test_where_it_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    words = ["doctor", "--data", str(tmp_path), "--out", str(tmp_path / "no" / "b.zip")]
    with running(tmp_path):
        done = CliRunner().invoke(app, words)
    assert done.exit_code == 2
    assert "cannot be written: No such file" in done.output
