"""Writes the bill of materials of what a station runs, in CycloneDX: ``python -m docs.release.sbom``.

Made from the pins and the list of Debian packages, in an environment that was installed from them; the same
sources give the same text. Debian packages bear no version: the machine they are installed on decides.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PINS = ROOT / "requirements" / "runtime.txt"
DEBIAN = ROOT / "packaging" / "debian-packages.txt"

Json = dict[str, Any]


def bill() -> Json:
    """All of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    packages = [_python(name, version) for name, version in pins(PINS.read_text("utf-8"))]
    packages += [_debian(name) for name in debian_packages(DEBIAN.read_text("utf-8"))]
    product = {
        "type": "application",
        "bom-ref": project["name"],
        "name": project["name"],
        "version": project["version"],
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    known = {one["bom-ref"] for one in packages}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": product},
        "components": packages,
        "dependencies": [
            {"ref": project["name"], "dependsOn": sorted(known)},
            *({"ref": one["bom-ref"], "dependsOn": _needs(one, known)} for one in packages),
        ],
    }


def pins(text: str) -> Iterator[tuple[str, str]]:
    """Name and version of everything a file of requirements pins."""
    return ((found[1].lower(), found[2]) for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;\\]+)", text))


def debian_packages(text: str) -> Iterator[str]:
    """Those a station needs."""
    for line in text.splitlines():
        name, audience, *_ = [*line.split(), "", ""]
        if audience == "runtime" and not name.startswith("#"):
            yield name


def _python(name: str, version: str) -> Json:
    address = f"pkg:pypi/{name}@{version}"
    found = {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}
    licence = _licence(name)
    return found | ({"licenses": [licence]} if licence else {})


def _debian(name: str) -> Json:
    address = f"pkg:deb/debian/{name}"
    return {"type": "library", "bom-ref": address, "name": name, "purl": address}


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _licence(name: str) -> Json | None:
    """What the package says of itself: an expression where it has one, else its classifiers."""
    package = _installed(name)
    if package is None:
        return None
    if expressions := package.metadata.get_all("License-Expression"):
        return {"expression": expressions[0]}
    classifiers = package.metadata.get_all("Classifier") or []
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    return {"license": {"name": "; ".join(named)}} if named else None


def _needs(component: Json, known: set[str]) -> list[str]:
    """What it says it needs, as far as that is pinned here."""
    package = _installed(component["name"]) if component["purl"].startswith("pkg:pypi/") else None
    asked = {
        re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-")
        for line in (package.requires if package else None) or ()
        if "extra ==" not in line
    }
    return sorted(ref for ref in known if ref.partition("/")[2].rpartition("@")[0] in asked)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n")
