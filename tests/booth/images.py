"""The disk of the booth: Debian with the package installed, set up and locked down."""

import subprocess
from pathlib import Path

from tests.booth.machine import BUILD, PACKAGES, ROOT

SHELF = "/run/packages"
"""Where the guest finds the packages of this computer."""


def newest_package() -> Path:
    """The package to try; ``make package`` makes it."""
    packages = sorted(PACKAGES.glob("interview-kiosk_*.deb"), key=lambda file: file.stat().st_mtime)
    if not packages:
        raise FileNotFoundError("there is no package in dist: make package")
    return packages[-1]


def installed() -> Path:
    """The disk as a technician leaves it, made again when it is out of date."""
    subprocess.run([ROOT / "packaging/booth/build.sh", newest_package()], check=True)
    return BUILD / "disk.ext4"


def install_words(package: Path) -> str:
    """The shell line that installs a package; nothing may be lacking, for the guest has no network."""
    mount = (
        f"mkdir -p {SHELF} && {{ mountpoint -q {SHELF} || mount -t 9p -o ro,msize=262144 packages {SHELF}; }}"
    )
    options = "--yes --quiet --no-install-recommends -o Dpkg::Use-Pty=0"
    file = f"{SHELF}/{package.relative_to(PACKAGES)}"
    return f"{mount} && DEBIAN_FRONTEND=noninteractive apt-get install {options} {file}"
