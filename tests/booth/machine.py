"""How the booth's guest is started: one QEMU, a disk of its own above the one that was built."""

import os
import re
import socket
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build/booth"
PACKAGES = ROOT / "dist"
KERNEL_LINE = (
    "root=/dev/vda rw net.ifnames=0 console=tty0 console=ttyS0 "
    "systemd.show_status=false systemd.journald.forward_to_console=1 mitigations=off tsc=reliable"
)
"""Its log goes to ``console.log`` as it is written: it is there even when nobody can log in.

Guarding an emulated processor against the faults of real ones is much work at every system call.
"""
STICK_BYTES = 512 * 1024 * 1024
STICK_BYTES_PER_S = 500_000
"""A slow one, so that there is time to pull it."""


def make_disk(disk: Path, below: Path) -> None:
    """A disk that keeps only what differs from the one below it."""
    kind = "qcow2" if below.suffix == ".qcow2" else "raw"
    command = ["qemu-img", "create", "-q", "-f", "qcow2", "-F", kind, "-b", str(below), str(disk)]
    subprocess.run(command, check=True)


def make_stick(file: Path) -> None:
    """An empty stick, as a shop sells it: one FAT32 file system without a partition table."""
    with file.open("wb") as stick:
        stick.truncate(STICK_BYTES)
    subprocess.run(["mkfs.vfat", "-F", "32", "-n", "STICK", str(file)], check=True, stdout=subprocess.DEVNULL)


def a_free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def processor() -> list[str]:
    """KVM where the processor helps, else the emulator; KVM without that help runs no plain kernel.

    The emulated model is the oldest that our Python packages run on: newer ones cost more to emulate, and
    under QEMU's ``max`` Debian did not always start its services. It counts time by its instructions, one
    a nanosecond: to the guest it is a slow computer that keeps its deadlines, however busy ours is.
    """
    helps = re.search(r"^flags.* (vmx|svm)\b", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    if helps and os.access("/dev/kvm", os.R_OK | os.W_OK):
        return ["-accel", "kvm", "-cpu", "host", "-smp", "2"]
    return ["-accel", "tcg,thread=single", "-icount", "shift=0", "-cpu", "Nehalem", "-smp", "1"]


def command(folder: Path, ssh_port: int) -> list[str]:
    """QEMU with the disk, stick and sockets in ``folder``. The guest reaches nobody; we reach its ssh."""
    stick = "driver=throttle,node-name=stick,throttle-group=slow"
    return [
        *("qemu-system-x86_64", "-name", "booth", "-nodefaults", "-no-user-config"),
        *("-machine", "q35", "-m", "3072", *processor()),
        *("-kernel", str(BUILD / "kernel"), "-initrd", str(BUILD / "initrd")),
        *("-append", KERNEL_LINE),
        *("-serial", f"file:{folder}/console.log"),
        *("-drive", f"file={folder}/disk.qcow2,if=virtio,discard=unmap"),
        *("-object", f"throttle-group,id=slow,x-bps-write={STICK_BYTES_PER_S}"),
        *(
            "-blockdev",
            f"{stick},file.driver=raw,file.file.driver=file,file.file.filename={folder}/stick.img",
        ),
        *("-virtfs", f"local,path={PACKAGES},mount_tag=packages,security_model=none,readonly=on"),
        *("-netdev", f"user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:{ssh_port}-:22"),
        *("-device", "virtio-net-pci,netdev=net,romfile="),
        *("-device", "virtio-vga,xres=1280,yres=720", "-device", "virtio-rng-pci"),
        *("-device", "qemu-xhci,id=usb", "-device", "usb-kbd,bus=usb.0"),
        *("-qmp", f"unix:{folder}/monitor,server=on,wait=off"),
    ]
