"""A Debian of its own in a folder, with its own processes and mounts; nothing of this machine is touched."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SUITE = "bookworm"
INSIDE = """
mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && mount -t sysfs -o ro sys "$0/sys"
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    chroot "$0" "$@"
"""
"""In namespaces of their own, so that mounts and processes end with the command."""
THIS_MACHINES_SOURCES = ("etc/apt", "etc/ssl/certs/ca-certificates.crt", "etc/resolv.conf", "etc/hosts")


@dataclass(frozen=True, slots=True)
class Machine:
    """Commands run as its root."""

    root: Path

    @classmethod
    def made_in(cls, root: Path) -> "Machine":
        """The smallest Debian, from where this machine's packages come."""
        listed = ("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages")
        mirror = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()[0]
        command = ("debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE, str(root), mirror)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        for name in THIS_MACHINES_SOURCES:
            here, there = Path("/") / name, root / name
            if here.is_dir():
                shutil.copytree(here, there, dirs_exist_ok=True)
            elif here.exists():
                shutil.copy(here, there)
        (root / "etc/apt/sources.list").unlink(missing_ok=True)
        root.chmod(0o755)  # a temporary folder is its owner's alone; the root of a machine is everybody's
        machine = cls(root)
        machine.must("apt-get", "update", "-q")
        return machine

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run it to its end."""
        apart = (
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "bash",
            "-c",
            INSIDE,
            str(self.root),
        )
        return subprocess.run(
            (*apart, *command), capture_output=True, text=True, check=False, timeout=1200, env=None
        )

    def must(self, *command: str) -> str:
        """What it says; it has to succeed."""
        done = self.run(*command)
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def install(self, package: Path) -> str:
        """With everything it depends on, and nothing it only recommends."""
        shutil.copy(package, self.root / "tmp" / package.name)
        return self.must("apt-get", "install", "-y", "-q", "--no-install-recommends", f"/tmp/{package.name}")
