"""The disks of the booth: Debian ready for the package, and above it the package, installed."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.booth.guest import Guest, switched_on
from tests.booth.machine import BUILD, PACKAGES, ROOT
from tests.visitor import write_pack

SETTINGS = """
name = "booth"
quality = "sd"
width = 640
height = 360
fps = 10
packs = ["/srv/packs"]
"""
"""What an emulated processor can record."""
QUESTIONS = ("Where were you?", "Where are you?")
SHELF = "/run/packages"


def newest_package() -> Path:
    """The package to try; ``make package`` makes it."""
    packages = sorted(PACKAGES.glob("interview-kiosk_*.deb"), key=lambda file: file.stat().st_mtime)
    if not packages:
        raise FileNotFoundError("there is no package in dist: make package")
    return packages[-1]


def bare() -> Path:
    """Debian with everything the package depends on."""
    subprocess.run([ROOT / "packaging/booth/build.sh", newest_package()], check=True)
    return BUILD / "disk.ext4"


def installed() -> Path:
    """The package as a technician leaves it: installed, set up and locked down, switched off."""
    below, package = bare(), newest_package()
    disk, made_from = BUILD / "installed.qcow2", BUILD / "installed-from"
    stamp = hashlib.sha256(package.read_bytes() + (BUILD / "made-from").read_bytes()).hexdigest()
    if disk.exists() and made_from.exists() and made_from.read_text() == stamp:
        return disk
    work = BUILD / "installing"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    with switched_on(work, below) as guest:
        install(guest, package)
        set_up(guest)
        guest.shut_down()
    (work / "disk.qcow2").rename(disk)
    made_from.write_text(stamp)
    shutil.rmtree(work)
    return disk


def install(guest: Guest, package: Path) -> None:
    """From the shelf, as a technician does; nothing may be lacking, for there is no network."""
    guest.run(install_words(package))


def install_words(package: Path) -> str:
    """The shell line that installs a package."""
    mount = (
        f"mkdir -p {SHELF} && {{ mountpoint -q {SHELF} || mount -t 9p -o ro,msize=262144 packages {SHELF}; }}"
    )
    options = "--yes --quiet --no-install-recommends -o Dpkg::Use-Pty=0"
    file = f"{SHELF}/{package.relative_to(PACKAGES)}"
    return f"{mount} && DEBIAN_FRONTEND=noninteractive apt-get install {options} {file}"


def set_up(guest: Guest) -> None:
    """Settings for a slow computer, and the machine made a kiosk."""
    guest.write("/var/lib/interview-kiosk/station.toml", SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        write_pack(Path(folder), *QUESTIONS)
        (pack,) = Path(folder).iterdir()
        guest.run(f"mkdir -p /srv/packs/{pack.name}")
        guest.write(f"/srv/packs/{pack.name}/pack.toml", (pack / "pack.toml").read_text())
    guest.run("interview-kiosk lockdown on")
