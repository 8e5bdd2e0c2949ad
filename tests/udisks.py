"""A UDisks that is none, on a message bus that is one: what the product says and hears is real D-Bus."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

needs_dbus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon")

NAME = "org.freedesktop.UDisks2"
OBJECTS = "/org/freedesktop/UDisks2"
BLOCKS = f"{OBJECTS}/block_devices"


class FakeUDisks:
    """Objects as UDisks lists them; ``called`` tells what was asked of which."""

    def __init__(self) -> None:
        self.objects: dict[str, dict[str, dict[str, tuple[str, Any]]]] = {}
        self.called: list[tuple[str, str]] = []
        self.mount_folder = Path("/nowhere")
        self.refuses = False

    def plug(self, name: str, *, bus: str = "usb", kind: str = "exfat", read_only: bool = False) -> None:
        """A stick with one file system."""
        drive = f"{OBJECTS}/drives/{name}"
        self.objects[drive] = {
            f"{NAME}.Drive": {
                "ConnectionBus": ("s", bus),
                "Removable": ("b", bus == "usb"),
                "Vendor": ("s", "Acme"),
                "Model": ("s", "Stick"),
            }
        }
        table = {f"{NAME}.PartitionTable": {"Type": ("s", "dos")}}
        self.objects[f"{BLOCKS}/{name}"] = {**self._block(name, drive, ""), **table}
        files: dict[str, Any] = {f"{NAME}.Filesystem": {"MountPoints": ("aay", [])}}
        part = self._block(f"{name}1", drive, kind, read_only=read_only)
        self.objects[f"{BLOCKS}/{name}1"] = {**part, **(files if kind else {})}

    def _block(self, name: str, drive: str, kind: str, *, read_only: bool = False) -> dict[str, Any]:
        return {
            f"{NAME}.Block": {
                "Device": ("ay", f"/dev/{name}\0".encode()),
                "Size": ("t", 32_000_000_000),
                "ReadOnly": ("b", read_only),
                "IdType": ("s", kind),
                "IdLabel": ("s", ""),
                "Drive": ("o", drive),
                "HintIgnore": ("b", False),
            }
        }

    def answer(self, path: str, method: str) -> tuple[str | None, tuple[Any, ...]]:
        """Signature and body of the reply."""
        self.called.append((path, method))
        if method == "GetManagedObjects":
            return "a{oa{sa{sv}}}", (self.objects,)
        if self.refuses:
            raise PermissionError(method)
        mounts = self.objects[path][f"{NAME}.Filesystem"]
        if method == "Mount":
            mounts["MountPoints"] = ("aay", [f"{self.mount_folder}\0".encode()])
            return "s", (str(self.mount_folder),)
        mounts["MountPoints"] = ("aay", [])
        return None, ()


@contextmanager
def message_bus_with(service: FakeUDisks) -> Iterator[str]:
    """The address of a private bus on which the service answers."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    with daemon.stdout:
        address = daemon.stdout.readline().strip()
        bus = open_dbus_connection(address)
        bus.send_and_get_reply(message_bus.RequestName(NAME))
        server = threading.Thread(target=_serve, args=(bus, service), name="fake-udisks")
        server.start()
        try:
            yield address
        finally:
            daemon.terminate()
            daemon.wait()
            server.join()
            bus.close()


def _serve(bus: Any, service: FakeUDisks) -> None:
    """Until the bus is gone."""
    while True:
        try:
            message = bus.receive()
        except (OSError, EOFError):
            return
        if message.header.message_type is not MessageType.method_call:
            continue
        fields = message.header.fields
        try:
            signature, body = service.answer(fields[HeaderFields.path], fields[HeaderFields.member])
            bus.send(new_method_return(message, signature, body))
        except PermissionError:
            bus.send(new_error(message, f"{NAME}.Error.NotAuthorized", "s", ("Not authorized",)))
