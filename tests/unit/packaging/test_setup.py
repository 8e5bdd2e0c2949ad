"""packaging/setup.sh, run on a copy, with fakes of Debian's programs that write down how they are called."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NOTE_THE_CALL = '#!/bin/sh\necho "$(basename "$0") $*" >> "$CALLS"\n'


class Station:
    """A copy of what set-up reads, an environment that is complete, and the fakes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        self.calls.touch()
        for name in ("packaging", "requirements"):
            shutil.copytree(ROOT / name, folder / name)
        (folder / ".venv/bin").mkdir(parents=True)
        (folder / ".venv/bin/python").symlink_to(sys.executable)
        for kind in ("runtime", "dev"):
            shutil.copy(folder / f"requirements/{kind}.txt", folder / f".venv/installed-{kind}.txt")
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.program("apt-get", NOTE_THE_CALL)
        self.program("sudo", '#!/bin/sh\nexec "$@"\n')

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text, "utf-8")
        (self.programs / name).chmod(0o755)

    def debian_has(self, packages: list[str]) -> None:
        lines = "".join(f"{package} installed\\n" for package in packages)
        self.program("dpkg-query", f"#!/bin/sh\nprintf '{lines}'\n")

    def set_up(self, kind: str) -> str:
        path = f"{self.programs}:/usr/bin:/bin"
        run = subprocess.run(
            [self.folder / "packaging/setup.sh", kind],
            env={"PATH": path, "CALLS": str(self.calls)},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout


def listed(*audiences: str) -> list[str]:
    lines = (ROOT / "packaging/debian-packages.txt").read_text("utf-8").splitlines()
    rows = [line.split(maxsplit=2) for line in lines if not line.startswith("#")]
    assert all(len(row) == 3 for row in rows)
    return [name for name, audience, _reason in rows if audience in audiences]


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


@pytest.mark.parametrize(
    ("kind", "audiences"),
    [("runtime", ["runtime"]), ("dev", ["runtime", "dev"]), ("booth", ["runtime", "dev", "booth"])],
)
def test_a_complete_station_is_left_alone(kind: str, audiences: list[str], station: Station) -> None:
    station.debian_has(listed(*audiences))
    assert station.set_up(kind) == ""
    assert station.calls.read_text("utf-8") == ""


def test_only_what_is_missing_is_installed(station: Station) -> None:
    station.debian_has([name for name in listed("runtime") if name not in {"ffmpeg", "xvfb"}])
    station.set_up("runtime")
    update, install = station.calls.read_text("utf-8").splitlines()
    assert update.startswith("apt-get update")
    assert install.endswith(" ffmpeg xvfb")


def test_an_unknown_word_is_refused_with_the_usage(station: Station) -> None:
    run = subprocess.run(
        [station.folder / "packaging/setup.sh", "everything"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (run.returncode, run.stderr) == (2, "usage: packaging/setup.sh runtime|dev|booth\n")
