"""What the Debian package is made of agrees with the program. Whether it works: tests/package."""

import re
import subprocess
from pathlib import Path

import pytest

from kiosk.lockdown.plan import SESSION
from kiosk.lockdown.record import PLACE

ROOT = Path(__file__).parents[3]
DEBIAN = ROOT / "packaging/debian"
SESSION_UNIT = DEBIAN / "interview-kiosk.service"
MENDING_UNIT = DEBIAN / "interview-kiosk.interview-kiosk-lockdown.service"
SCRIPTS = [ROOT / "packaging/package.sh", DEBIAN / "trim.sh", *(DEBIAN / "program").iterdir()]
SCRIPTS += [DEBIAN / f"interview-kiosk.{name}" for name in ("prerm", "postinst", "postrm")]


def settings(unit: Path) -> dict[str, str]:
    return dict(re.findall(r"^(\w+)=(.*)$", unit.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_has_no_mistakes_of_grammar(script: Path) -> None:
    shell = "bash" if "bash" in script.read_text("utf-8").splitlines()[0] else "dash"
    subprocess.run((shell, "-n", str(script)), check=True)


def test_a_lockdown_shows_the_session_that_is_installed() -> None:
    assert Path(SESSION).name == SESSION_UNIT.name


def test_a_lockdown_that_was_cut_off_is_mended_at_every_start() -> None:
    unit = settings(MENDING_UNIT)
    assert unit["ConditionPathExists"] == f"/{PLACE}"
    assert unit["ExecStart"] == "/usr/bin/interview-kiosk lockdown mend"
    assert unit["Before"] == SESSION_UNIT.name


def test_the_session_leaves_the_sandbox_what_it_needs() -> None:
    forbidding = {
        "RestrictNamespaces",
        "ProtectKernelTunables",
        "ProtectKernelLogs",
        "ProtectProc",
        "ProcSubset",
    }
    assert not forbidding & settings(SESSION_UNIT).keys()


def test_the_session_is_watched_and_nobodys_root() -> None:
    unit = settings(SESSION_UNIT)
    assert (unit["Type"], unit["NotifyAccess"], unit["WatchdogSec"]) == ("notify", "main", "30s")
    assert (unit["User"], unit["CapabilityBoundingSet"], unit["NoNewPrivileges"]) == (
        "interview-kiosk",
        "",
        "yes",
    )


ASKS = """
const polkit = {Result: {YES: "yes", NO: "no", NOT_HANDLED: null}, addRule(rule) { this.rule = rule; }};
const [rules, action, user] = process.argv.slice(1);
eval(require("fs").readFileSync(rules, "utf8"));
console.log(polkit.rule({id: action}, {user}));
"""


@pytest.mark.parametrize(
    ("user", "action", "answer"),
    [
        ("interview-kiosk", "org.freedesktop.udisks2.filesystem-mount", "yes"),
        ("interview-kiosk", "org.freedesktop.udisks2.power-off-drive", "yes"),
        ("interview-kiosk", "org.freedesktop.login1.chvt", "yes"),
        ("interview-kiosk", "org.freedesktop.udisks2.filesystem-mount-system", "no"),
        ("interview-kiosk", "org.freedesktop.udisks2.modify-device", "no"),
        ("interview-kiosk", "org.freedesktop.login1.power-off", "no"),
        ("technician", "org.freedesktop.login1.power-off", "null"),
    ],
)
def test_the_stations_user_may_have_sticks_and_its_session_and_nothing_else(
    user: str, action: str, answer: str
) -> None:
    command = ["node", "-e", ASKS, str(DEBIAN / "50-interview-kiosk.rules"), action, user]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == answer
