"""What goes with a release: the bill of materials, and the question after known weaknesses."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.release.sbom import DEBIAN, PINS, bill, debian_packages, pins

ROOT = Path(__file__).parents[3]
SCRIPT = Path("docs/release/audit.sh")
UNKNOWN: dict[str, object] = {"name": "left", "version": "1.0", "skip_reason": "not found"}
WEAK: dict[str, object] = {
    "name": "left",
    "version": "1.0",
    "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}],
}


def writes(*packages: dict[str, object]) -> str:
    """What has an auditor report these."""
    return f"echo '{json.dumps({'dependencies': packages})}' >\"${{@: -1}}\""


def test_the_bill_names_all_that_a_station_runs() -> None:
    components = bill()["components"]
    addresses = {one["purl"] for one in components}
    assert len(addresses) == len(components)
    assert {f"pkg:pypi/{name}@{version}" for name, version in pins(PINS.read_text("utf-8"))} <= addresses
    assert {f"pkg:deb/debian/{name}" for name in debian_packages(DEBIAN.read_text("utf-8"))} <= addresses
    assert "pkg:deb/debian/ffmpeg" in addresses


def test_the_bill_says_what_needs_what_and_under_which_licence() -> None:
    made = bill()
    known = {one["bom-ref"] for one in made["components"]}
    needs = {one["ref"]: one["dependsOn"] for one in made["dependencies"]}
    assert set().union(*needs.values()) == known
    named = {one["name"]: one for one in made["components"]}
    pydantic = named["pydantic"]["bom-ref"]
    assert named["pydantic-core"]["bom-ref"] in needs[pydantic]
    unlicensed = [one["name"] for one in made["components"] if "version" in one and "licenses" not in one]
    assert "pydantic" not in unlicensed


def test_the_same_sources_give_the_same_bill() -> None:
    assert json.dumps(bill()) == json.dumps(bill())


@pytest.mark.parametrize(
    ("auditor", "strict", "code", "said"),
    [
        (f"{writes()}; echo 'None found' >&2", "", 0, "None found"),
        (f"{writes(UNKNOWN)}; echo 'None found' >&2", "", 0, "NOT AUDITED"),
        (f"{writes(UNKNOWN)}; echo 'None found' >&2", "1", 1, "NOT AUDITED"),
        (f"{writes(WEAK)}; exit 1", "", 1, "left 1.0: CVE-1"),
        ("echo 'no route to host' >&2; exit 1", "", 0, "NOT AUDITED"),
        ("echo 'no route to host' >&2; exit 1", "1", 1, "NOT AUDITED"),
    ],
)
def test_an_audit_fails_for_a_weakness_and_says_when_nobody_could_be_asked(
    tmp_path: Path, auditor: str, strict: str, code: int, said: str
) -> None:
    (tmp_path / SCRIPT).parent.mkdir(parents=True)
    shutil.copy(ROOT / SCRIPT, tmp_path / SCRIPT)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    programs = tmp_path / "build/audit-env/bin"
    programs.mkdir(parents=True)
    shutil.copy(ROOT / "requirements/audit.txt", programs.parent / "installed.txt")
    (programs / "python").symlink_to(sys.executable)
    (programs / "pip-audit").write_text(f"#!/bin/bash\n{auditor}\n")
    (programs / "pip-audit").chmod(0o755)
    done = subprocess.run(
        [tmp_path / SCRIPT],
        env={"PATH": os.environ["PATH"], "STRICT": strict},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
