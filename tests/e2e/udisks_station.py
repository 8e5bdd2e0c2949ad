"""Exports through the real UDisks: the program that ``test_real_udisks`` runs in namespaces of its own.

``unshare --mount --net python -m tests.e2e.udisks_station FOLDER`` as root. The message bus that calls itself
the system's, udev and UDisks are the real ones, see only this program's mounts and end with it. The sticks
are files on loop devices. UDisks knows that nobody unplugs those, so here they are told by their names.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from kiosk.domain.export import Drive
from storage.export.job import ExportJob
from storage.export.place import StickPlace
from storage.export.udisks_drives import Faces, UDisksDrives
from storage.export.verify import verify
from storage.station import Storage, open_station
from tests.exports import OTHER, archive, ordered, plain_interview
from tests.sticks import image, run, serving
from tests.trouble.pulls import long_interview

UDEV, UDISKS = "/lib/systemd/systemd-udevd", "/usr/libexec/udisks2/udisksd"
PRIVATE = ("/run", "/media", "/var/lib")
PATIENCE_S = 20.0
_BUS = """<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
"""


class Port:
    """Where sticks are plugged in; ``drives`` sees them as UDisks tells of them."""

    def __init__(self, address: str) -> None:
        self._plugged: set[str] = set()
        self.drives = UDisksDrives(address, self._is_ours)

    def plug(self, made: Path, *flags: str) -> Drive:
        """Plug an image in and wait until UDisks has seen what it is."""
        self._plugged.add(run("losetup", "--find", "--show", *flags, str(made)).strip())
        wait(lambda: bool(self.drives.sticks()))
        (drive,) = self.drives.sticks()
        return drive

    def unplug(self) -> None:
        """Take everything out, whatever is still mounted."""
        for device in self._plugged:
            for pid in serving(device):
                os.kill(pid, signal.SIGKILL)
            subprocess.run(["umount", "--lazy", device], capture_output=True, check=False)
            run("losetup", "--detach", device)
        wait(lambda: not self.drives.sticks())
        self._plugged.clear()

    def _is_ours(self, block: Faces, _drive: Faces) -> bool:
        device = bytes(block["Device"][1]).rstrip(b"\0").decode()
        return device in self._plugged


def wait(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@contextmanager
def system(folder: Path) -> Iterator[str]:
    """The address of a bus with UDisks on it."""
    for place in PRIVATE:
        run("mount", "-t", "tmpfs", "tmpfs", place)
    socket = folder / "bus"
    (folder / "bus.conf").write_text(_BUS.format(socket=socket))
    address = f"unix:path={socket}"
    with ExitStack() as stack:
        _service(stack, folder, "udev", UDEV)
        _service(stack, folder, "bus", "dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork")
        wait(socket.exists)
        _service(stack, folder, "udisks", UDISKS, DBUS_SYSTEM_BUS_ADDRESS=address)
        wait(UDisksDrives(address).available)
        yield address


def _service(stack: ExitStack, folder: Path, name: str, *command: str, **environment: str) -> None:
    log = stack.enter_context((folder / f"{name}.log").open("w"))
    process = subprocess.Popen(
        command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **environment}
    )
    stack.callback(process.wait)
    stack.callback(process.terminate)


def export(storage: Storage, port: Port) -> ExportJob:
    return ExportJob(archive(storage), ordered(OTHER), StickPlace(port.drives))


def exported(storage: Storage, port: Port, made: Path, *flags: str) -> dict[str, Any]:
    """What comes of an export onto this stick, and whether what lies on it holds."""
    before = port.plug(made, *flags)
    job = export(storage, port)
    outcome = job.run()
    (after,) = port.drives.sticks()
    found: dict[str, Any] = {"outcome": outcome, "kind": before.file_system, "left": after.mounted_at}
    found |= {"size": before.size_bytes, "holds": False}
    if job.watch.progress.place:
        root = port.drives.mount(after)
        found["holds"] = verify(root / job.watch.progress.place).ok
        found["mounted"] = str(root)
        found["unmounted"] = port.drives.unmount(port.drives.sticks()[0])
    job.discard()
    port.unplug()
    return found


def pulled(storage: Storage, port: Port, made: Path) -> dict[str, Any]:
    """What comes of an export whose stick is pulled in the middle and plugged in again."""
    port.plug(made)
    job = export(storage, port)
    worker = threading.Thread(target=job.run)
    worker.start()
    wait(lambda: job.watch.progress.done_bytes > job.watch.progress.total_bytes // 2 > 0)
    port.unplug()
    worker.join()
    outcome = job.watch.progress.outcome
    port.plug(made)
    again = job.run()
    root = port.drives.mount(port.drives.sticks()[0])
    holds = verify(root / job.watch.progress.place).ok
    job.discard()
    port.drives.unmount(port.drives.sticks()[0])
    port.unplug()
    return {"outcome": outcome, "again": again, "holds": holds}


def main(folder: Path) -> None:
    """Every stick once; one line of JSON for each."""
    storage = open_station(folder / "data")
    plain_interview(storage)
    with system(folder) as address:
        port = Port(address)
        for name, kind, flags in (
            ("ext4", "ext4", ()),
            ("ntfs", "ntfs", ()),
            ("write-protected", "ext4", ("--read-only",)),
            ("xfs", "xfs", ()),
            ("not formatted", "", ()),
        ):
            made = image(folder / f"{kind or 'nothing'}-{len(flags)}.img", kind, 400)
            tell(name, exported(storage, port, made, *flags))
            made.unlink()
        with long_interview(folder / "long") as long:
            tell("pulled", pulled(long, port, image(folder / "pulled.img", "ntfs", 400)))
    storage.close()


def tell(name: str, found: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps({"stick": name, **found}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
