"""A machine is locked down and taken back, whatever happens in between."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.lockdown.errors import InTheWayError, RecordDamagedError
from kiosk.lockdown.files import FilePlaced
from kiosk.lockdown.lock import Lockdown
from kiosk.lockdown.operation import Standing
from kiosk.lockdown.plan import UNITS, plan
from kiosk.lockdown.record import PLACE, read

ROOT = Path(__file__).parents[4]
STEPS = len(plan(Path("/")))


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with things of its own in our places."""
    units = tmp_path / UNITS
    units.mkdir(parents=True)
    (units / "display-manager.service").symlink_to("/lib/systemd/system/lightdm.service")
    (units / "default.target").symlink_to("/lib/systemd/system/multi-user.target")
    kernel = tmp_path / "etc/sysctl.d/99-zz-interview-kiosk.conf"
    kernel.parent.mkdir()
    kernel.write_text("kernel.sysrq = 1\n")
    return tmp_path


def contents(root: Path) -> dict[str, str]:
    """Every file and link, but for the record."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_symlink():
            found[name] = f"→ {path.readlink()}"
        elif path.is_file() and not name.startswith(str(Path(PLACE).parent)):
            found[name] = path.read_text()
    return found


def test_a_machine_is_locked_down_and_taken_back_exactly(machine: Path) -> None:
    before, lockdown = contents(machine), Lockdown(machine)
    lockdown.on()
    assert set(lockdown.status().values()) == {Standing.LOCKED}
    assert contents(machine)[f"{UNITS}/getty@.service"] == "→ /dev/null"
    lockdown.off()
    assert contents(machine) == before
    assert set(lockdown.status().values()) == {Standing.OPEN}
    assert read(machine) is None


def test_locking_twice_is_locking_once(machine: Path) -> None:
    before, lockdown = contents(machine), Lockdown(machine)
    lockdown.on()
    locked = contents(machine)
    lockdown.on()
    assert contents(machine) == locked
    lockdown.off()
    lockdown.off()
    assert contents(machine) == before


CRASHES = """
import os, sys
from pathlib import Path
from kiosk.lockdown.lock import Lockdown

root, act, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def look(event, arguments):
    global left
    if event == "os.rename" or event == "os.remove" and "var/lib" not in str(arguments[0]):
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(look)
getattr(Lockdown(root), act)()
"""
"""A process that dies before its n-th change to the disk."""


def crash(root: Path, act: str, after_changes: int) -> bool:
    """Whether it died on the way."""
    command = [sys.executable, "-c", CRASHES, str(root), act, str(after_changes)]
    died = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode
    assert died in {0, 9}
    return died == 9


@pytest.mark.parametrize("act", ["on", "off"])
def test_a_crash_anywhere_is_undone_at_the_next_start(machine: Path, act: str) -> None:
    before, lockdown = contents(machine), Lockdown(machine)
    crashes = 0
    for changes in (0, 1, 2, 9, 2 * STEPS - 1):
        if act == "off":
            lockdown.on()
        crashes += crash(machine, act, changes)
        if (record := read(machine)) is not None and record.complete:
            assert act == "off"  # it died before it had begun
            lockdown.off()
        lockdown.mend()
        assert contents(machine) == before, changes
    assert crashes == 5


def test_what_was_done_last_is_undone_first(machine: Path) -> None:
    lockdown = Lockdown(machine)
    lockdown.on()
    assert crash(machine, "off", 6)
    standings = list(lockdown.status().values())
    assert (standings[0], standings[-1]) == (Standing.LOCKED, Standing.OPEN)


def test_what_is_to_be_undone_is_on_the_disk_before_it_is_done(machine: Path) -> None:
    assert crash(machine, "on", 1)  # the record is written, and then it dies
    record = read(machine)
    assert record is not None
    assert not record.complete
    (first,) = record.done
    assert first.operation(machine).standing() is Standing.OPEN


def test_a_plan_that_cannot_be_done_whole_is_not_done_at_all(machine: Path) -> None:
    (machine / UNITS / "ctrl-alt-del.target").write_text("somebody's own")
    before = contents(machine)
    with pytest.raises(InTheWayError, match="ctrl-alt-del"):
        Lockdown(machine).on()
    assert contents(machine) == before


def test_what_somebody_changed_since_is_left_alone(machine: Path) -> None:
    lockdown = Lockdown(machine)
    lockdown.on()
    changed = machine / "etc/sysctl.d/99-zz-interview-kiosk.conf"
    changed.write_text("kernel.sysrq = 438\n")
    lockdown.off()
    assert changed.read_text() == "kernel.sysrq = 438\n"


def test_a_complete_lockdown_is_kept_by_the_next_start(machine: Path) -> None:
    lockdown = Lockdown(machine)
    lockdown.on()
    assert not lockdown.mend()
    assert set(lockdown.status().values()) == {Standing.LOCKED}


def test_a_later_version_undoes_what_its_own_plan_has_no_more(machine: Path) -> None:
    lockdown = Lockdown(machine)
    lockdown.on()
    old = FilePlaced(machine, "etc/old.conf", "as it was done once")
    old.do()
    record = machine / PLACE
    entry = f'{{"kind": "file", "path": "{old.path}", "after": "{old.text}", "before": null}}'
    record.write_text(record.read_text().replace('"done": [', f'"done": [{entry},'))
    lockdown.off()
    assert not (machine / old.path).exists()


def test_a_damaged_record_is_said_and_nothing_is_touched(machine: Path) -> None:
    lockdown = Lockdown(machine)
    lockdown.on()
    locked = contents(machine)
    (machine / PLACE).write_text("{")
    with pytest.raises(RecordDamagedError):
        lockdown.off()
    assert contents(machine) == locked


def test_the_command_says_what_it_did(machine: Path) -> None:
    def told(*words: str) -> str:
        command = [sys.executable, str(ROOT / "main.py"), "lockdown", *words, "--root", str(machine)]
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
        assert run.returncode == 0, run.stderr
        return run.stdout

    assert "comes up as a kiosk" in told("on")
    assert '"/etc/systemd/system/getty@.service": "locked"' in told("status", "--json")
    assert "put back" in told("off")
    assert read(machine) is None
