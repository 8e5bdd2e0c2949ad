"""The package in a fresh Debian: installed, used, upgraded, removed, purged."""

import json
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.wire.version import VERSION
from storage.migrations.run import HEAD
from tests.package.later import a_later_package
from tests.package.machine import Machine

ROOT = Path(__file__).parents[2]
DATA = "var/lib/interview-kiosk"
OLDEST = """
from sqlalchemy import create_engine
from alembic import command
from storage.migrations.run import configuration
with create_engine("sqlite:////var/lib/interview-kiosk/kiosk.db").begin() as connection:
    command.upgrade(configuration(connection), "0001")
"""
"""Makes the database that the first version made."""
REVISION = """
import sqlite3
kept = sqlite3.connect("/var/lib/interview-kiosk/kiosk.db")
print(*kept.execute("select * from alembic_version").fetchone())
"""


def package() -> Path:
    found = list((ROOT / "dist").glob(f"interview-kiosk_{VERSION}_*.deb"))
    assert len(found) == 1, "make package"
    return found[0]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One machine for all of these tests, in their order."""
    made = Machine.made_in(tmp_path_factory.mktemp("debian"))
    made.install(package())
    yield made
    subprocess.run(("rm", "-rf", "--one-file-system", str(made.root)), check=True)


def as_user(machine: Machine, script: str, *words: str) -> str:
    """A line of shell as the station's user; the words stand at its end."""
    line = f'{script} "$@"' if words else script
    return machine.must(
        "runuser", "-u", "interview-kiosk", "--", "sh", "-c", f"HOME=/{DATA}; {line}", "sh", *words
    )


def etc(machine: Machine) -> dict[str, str]:
    """Every file and link of the machine's settings."""
    found = {}
    for path in sorted((machine.root / "etc").rglob("*")):
        name = str(path.relative_to(machine.root))
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = str(path.stat().st_size)
    return found


def test_installing_enables_nothing(machine: Machine) -> None:
    enabled = list((machine.root / "etc/systemd/system").rglob("*.wants/*"))
    assert {unit.name for unit in enabled if "kiosk" in unit.name} == {"interview-kiosk-lockdown.service"}
    assert not (machine.root / "etc/systemd/system/display-manager.service").exists()


def test_everything_of_the_station_is_its_users_alone(machine: Machine) -> None:
    uid = int(machine.must("id", "-u", "interview-kiosk"))
    folder = machine.root / DATA
    assert (folder.stat().st_uid, stat.S_IMODE(folder.stat().st_mode)) == (uid, 0o700)
    machine.must("interview-kiosk", "invite", "--name", "Somebody", "--pack", "general")
    assert {path.stat().st_uid for path in folder.rglob("*")} == {uid}


def test_the_self_test_finds_everything_that_such_a_machine_can_have(machine: Machine) -> None:
    done = machine.run("interview-kiosk", "selftest", "--json")
    verdicts = {check["name"]: check["verdict"] for check in json.loads(done.stdout)}
    bad = {name for name, verdict in verdicts.items() if verdict == "bad"}
    assert bad <= {"Camera", "Microphone", "Loudspeaker", "Display"}, done.stdout


def test_a_whole_interview_is_held_with_it(machine: Machine) -> None:
    machine.must("interview-kiosk", "demo", "--brisk")
    assert len(list((machine.root / DATA / "demo/media").rglob("*.mp4"))) == 1


def test_a_lockdown_is_taken_back_exactly(machine: Machine) -> None:
    before = etc(machine)
    machine.must("interview-kiosk", "lockdown", "on")
    locked = json.loads(machine.must("interview-kiosk", "lockdown", "status", "--json"))
    assert set(locked.values()) == {"locked"}
    assert (
        machine.root / "etc/systemd/system/display-manager.service"
    ).readlink().name == "interview-kiosk.service"
    assert (machine.root / "lib/systemd/system/interview-kiosk.service").exists()
    machine.must("interview-kiosk", "lockdown", "off")
    assert etc(machine) == before


def test_an_upgrade_keeps_what_there_is_and_brings_it_up_to_date(machine: Machine, tmp_path: Path) -> None:
    kept = as_user(
        machine, "cd /usr/lib/interview-kiosk; mv ~/kiosk.db ~/new.db; environment/bin/python -c", OLDEST
    )
    assert kept == ""
    with a_later_package(package(), f"{VERSION}+again", tmp_path / "later") as later:
        machine.install(later)
    assert as_user(machine, "python3.11 -c", REVISION).strip() == HEAD
    as_user(machine, "mv ~/new.db ~/kiosk.db")
    assert json.loads(machine.must("interview-kiosk", "status", "--json"))["sessions"] == 0


def test_removing_unlocks_the_machine_and_leaves_the_recordings(machine: Machine) -> None:
    machine.must("interview-kiosk", "lockdown", "on")
    machine.must("dpkg", "--remove", "interview-kiosk")
    assert not (machine.root / "etc/systemd/system/getty@.service").is_symlink()
    assert not (machine.root / "usr/lib/interview-kiosk").exists()
    assert (machine.root / DATA / "kiosk.db").exists()


def test_purging_asks_and_unasked_leaves_the_recordings(machine: Machine) -> None:
    machine.must("dpkg", "--purge", "interview-kiosk")
    assert (machine.root / DATA / "kiosk.db").exists()
    machine.install(package())
    answer = "interview-kiosk interview-kiosk/remove-recordings boolean true"
    machine.must("sh", "-c", f"echo {answer} | debconf-set-selections")
    machine.must("dpkg", "--purge", "interview-kiosk")
    assert not (machine.root / DATA).exists()
