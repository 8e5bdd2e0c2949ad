"""Whatever is wrong outside, a command says it in a sentence, ends with 2, and harms nothing."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.config.folders import Folders
from kiosk.runtime.instance import SingleInstance
from server.house import build
from server.settings import ServerSettings
from storage.station import open_station
from tests.disks import memory_disk, needs_root
from tests.station import SIMULATED, Station

pytestmark = pytest.mark.slow

RECORD = ("record", "--seconds", "1")
BROKEN_PACK = 'id = "broken"\nversion = 1\n'


def nothing(_data: Path) -> None:
    """The folder is not even there."""


def a_station(data: Path) -> None:
    open_station(data).close()


def a_file_in_the_way(data: Path) -> None:
    data.write_text("not a folder")


def garbage_for_settings(data: Path) -> None:
    data.mkdir()
    (data / "station.toml").write_bytes(b"\x00\x01{{")


def an_unknown_setting(data: Path) -> None:
    data.mkdir()
    (data / "station.toml").write_text('camara = "sim"\n')


def a_newer_schema(data: Path) -> None:
    a_station(data)
    with sqlite3.connect(data / "kiosk.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


def a_newer_server(data: Path) -> None:
    build(ServerSettings(), data / "server").close()
    with sqlite3.connect(data / "server" / "server.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


def a_broken_pack(data: Path) -> None:
    (data / "packs" / "broken").mkdir(parents=True)
    (data / "packs" / "broken" / "pack.toml").write_text(BROKEN_PACK)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A command, what was there before it, and what its sentence must speak of."""

    words: tuple[str, ...]
    speaks_of: str
    before: Callable[[Path], None] = nothing
    environment: tuple[tuple[str, str], ...] = ()


MISTAKES = {
    "no-data": Mistake(("status",), "no station data"),
    "no-data-to-list": Mistake(("sessions",), "no station data"),
    "unknown-session": Mistake(("show", "zzz"), "no session", a_station),
    "data-is-a-file": Mistake(("invite", "--name", "Ada"), "cannot be used", a_file_in_the_way),
    "kiosk-on-a-file": Mistake(("kiosk",), "Not a directory", a_file_in_the_way),
    "newer-schema": Mistake(("invite", "--name", "Ada"), "newer version", a_newer_schema),
    "newer-kiosk": Mistake(("kiosk",), "newer version", a_newer_schema),
    "newer-status": Mistake(("status",), "newer version", a_newer_schema),
    "newer-repair": Mistake(("repair",), "newer version", a_newer_schema),
    "newer-server": Mistake(("serve", "--port", "0"), "newer version", a_newer_server),
    "garbage-settings": Mistake(("kiosk",), "station.toml", garbage_for_settings),
    "unknown-setting": Mistake(("demo",), "camara", an_unknown_setting),
    "unknown-pack": Mistake(("invite", "--name", "Ada", "--pack", "nope"), "pack"),
    "pack-elsewhere": Mistake(("invite", "--name", "Ada", "--pack", "../../etc"), "pack"),
    "broken-pack": Mistake(("invite", "--name", "Ada", "--pack", "broken"), "version", a_broken_pack),
    "build-a-broken-pack": Mistake(("pack", "build", "broken"), "version", a_broken_pack),
    "list-that-is-not-there": Mistake(
        ("pack", "import", "nowhere.csv", "--id", "x", "--into", "packs"),
        "nowhere.csv line 1: cannot be read",
    ),
    "no-name": Mistake(("invite", "--name", " "), "name"),
    "no-real-devices": Mistake(
        ("demo", "--devices", "real"), "KIOSK_CAMERA", environment=(("KIOSK_CAMERA", "sim"),)
    ),
    "unknown-devices": Mistake(("demo", "--devices", "maybe"), "sim or real"),
    "no-camera": Mistake((*RECORD, "--camera", "/dev/video99", "--mic", "sim", "--out", "a.mp4"), "video99"),
    "no-microphone": Mistake((*RECORD, "--camera", "sim", "--mic", "nobody", "--out", "a.mp4"), "nobody"),
    "odd-size": Mistake(
        (*RECORD, "--camera", "sim", "--mic", "sim", "--width", "641", "--out", "a.mp4"), "641"
    ),
    "huge-size": Mistake((*RECORD, "--width", "17000", "--out", "a.mp4"), "--width"),
    "unknown-preset": Mistake(
        (*RECORD, "--camera", "sim", "--mic", "sim", "--preset", "magic", "--out", "a.mp4"), "magic"
    ),
    "no-folder": Mistake((*RECORD, "--camera", "sim", "--mic", "sim", "--out", "nowhere/a.mp4"), "nowhere"),
    "out-is-a-folder": Mistake((*RECORD, "--camera", "sim", "--mic", "sim", "--out", "."), "is a folder"),
    "out-is-no-mp4": Mistake((*RECORD, "--camera", "sim", "--mic", "sim", "--out", "a.avi"), "a.mp4"),
    "no-time": Mistake(("record", "--seconds", "0", "--out", "a.mp4"), "--seconds"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gets_a_sentence(mistake: Mistake, tmp_path: Path) -> None:
    data = tmp_path / "data"
    mistake.before(data)
    before = what_is_in(tmp_path)
    packs = f'["{data / "packs"}"]'
    named = {**SIMULATED, "KIOSK_PACKS": packs, "QT_QPA_PLATFORM": "offscreen", **dict(mistake.environment)}
    done = Station(data, named).run(*mistake.words, folder=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert mistake.speaks_of in done.stderr
    assert "Traceback" not in done.stderr
    assert what_is_in(tmp_path) >= before


@needs_root
def test_a_full_disk_gets_a_sentence_whatever_one_asks_for(tmp_path: Path) -> None:
    with memory_disk(tmp_path / "disk", size_mib=8) as disk:
        station = Station(disk / "data", {**SIMULATED, "QT_QPA_PLATFORM": "offscreen"})
        a_station(station.data)
        fill(disk / "stranger")
        before = what_is_in(disk)
        for words in (("kiosk",), ("selftest",), ("invite", "--name", "Ada"), ("sessions",), ("status",)):
            done = station.run(*words)
            assert (done.returncode, "no space left" in done.stderr) == (2, True), done.stderr
            assert "Traceback" not in done.stderr
        assert what_is_in(disk) >= before


def fill(file: Path) -> None:
    with suppress(OSError), file.open("wb", buffering=0) as stranger:
        while stranger.write(bytes(4096)):
            pass


def test_a_second_kiosk_is_refused(tmp_path: Path) -> None:
    station = Station(tmp_path, {**SIMULATED, "QT_QPA_PLATFORM": "offscreen"})
    first = SingleInstance(Folders(tmp_path).lock)
    done = station.run("kiosk", "--windowed")
    first.release()
    assert done.returncode == 2
    assert "already running" in done.stderr


def test_a_missing_ffmpeg_is_found_by_the_self_test(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("espeak-ng", "sh"):
        (programs / name).symlink_to(str(shutil.which(name)))
    done = Station(tmp_path / "data", {**SIMULATED, "PATH": str(programs)}).run("selftest")
    assert done.returncode == 1
    assert "apt-get install ffmpeg" in " ".join(done.stdout.split())
    assert "Traceback" not in done.stderr


def what_is_in(folder: Path) -> set[tuple[str, int]]:
    """Every file that was put there, with its size; databases may grow."""
    return {
        (str(file.relative_to(folder)), file.stat().st_size)
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith("kiosk.db")
    }
