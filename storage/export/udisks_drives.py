"""Sticks through UDisks2, which mounts them for an ordinary user: the way of a station in service."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import structlog
from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from kiosk.domain.export import Drive, ExportOutcome
from storage.errors import ExportFailedError

log = structlog.get_logger()

NAME = "org.freedesktop.UDisks2"
_ROOT = "/org/freedesktop/UDisks2"
_BLOCK, _FILES, _TABLE = f"{NAME}.Block", f"{NAME}.Filesystem", f"{NAME}.PartitionTable"
_DRIVE = f"{NAME}.Drive"
_PATIENCE_S = 20.0
_QUIETLY = {"auth.no_user_interaction": ("b", True)}
_NOTHING_RUNS = {**_QUIETLY, "options": ("s", "nosuid,nodev,noexec")}

Faces = dict[str, tuple[str, Any]]
"""An interface's properties, each with its type."""
Objects = dict[str, dict[str, Faces]]


class UDisksAwayError(Exception):
    """There is no UDisks on this machine."""


def is_stick(_block: Faces, drive: Faces) -> bool:
    """Whether a drive is one that people plug in."""
    return bool(_value(drive, "ConnectionBus", "") == "usb" or _value(drive, "Removable", False))


class UDisksDrives:
    """Asks UDisks anew every time: it may be restarted meanwhile. ``is_ours`` says what is a stick."""

    def __init__(self, bus: str = "SYSTEM", is_ours: Callable[[Faces, Faces], bool] = is_stick) -> None:
        self._bus, self._is_ours = bus, is_ours

    def available(self) -> bool:
        """Whether there is a UDisks to ask."""
        try:
            self._objects()
        except UDisksAwayError:
            return False
        return True

    def sticks(self) -> tuple[Drive, ...]:
        """See ``Drives``."""
        try:
            objects = self._objects()
        except UDisksAwayError:
            return ()
        return tuple(_drive(objects, path) for path in self._plugged(objects))

    def mount(self, drive: Drive) -> Path:
        """See ``Drives``."""
        if drive.mounted_at:
            return Path(drive.mounted_at)
        try:
            path = self._path_of(drive)
            (folder,) = self._call(path, _FILES, "Mount", _NOTHING_RUNS)
        except (UDisksAwayError, DBusErrorResponse, LookupError) as error:
            log.error("stick cannot be mounted", device=drive.device, reason=str(error))
            raise ExportFailedError(ExportOutcome.STICK_DAMAGED) from error
        return Path(str(folder))

    def unmount(self, drive: Drive) -> bool:
        """See ``Drives``."""
        try:
            self._call(self._path_of(drive), _FILES, "Unmount", _QUIETLY)
        except (UDisksAwayError, DBusErrorResponse, LookupError) as error:
            log.warning("stick cannot be unmounted", device=drive.device, reason=str(error))
            return False
        return True

    def _path_of(self, drive: Drive) -> str:
        objects = self._objects()
        found = [path for path in self._plugged(objects) if _drive(objects, path).device == drive.device]
        if not found:
            raise LookupError(f"{drive.device} is not plugged in any more")
        return found[0]

    def _objects(self) -> Objects:
        try:
            (objects,) = self._call(_ROOT, "org.freedesktop.DBus.ObjectManager", "GetManagedObjects")
        except DBusErrorResponse as error:
            raise UDisksAwayError(str(error)) from error
        found: Objects = objects
        return found

    def _call(self, path: str, interface: str, method: str, *options: dict[str, Any]) -> tuple[Any, ...]:
        address = DBusAddress(path, NAME, interface)
        message = new_method_call(address, method, "a{sv}" if options else None, options)
        try:
            with self._connected() as bus:
                reply = bus.send_and_get_reply(message, timeout=_PATIENCE_S)
        except (OSError, TimeoutError, KeyError) as error:
            raise UDisksAwayError(str(error)) from error
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
        body: tuple[Any, ...] = reply.body
        return body

    def _plugged(self, objects: Objects) -> Iterator[str]:
        """File systems on drives that can be taken out, and such drives without one."""
        for path, faces in objects.items():
            block = faces.get(_BLOCK)
            if block is None or _TABLE in faces or _value(block, "HintIgnore", False):
                continue
            drive = objects.get(_value(block, "Drive", "/"), {}).get(_DRIVE, {})
            if self._is_ours(block, drive) and _value(block, "Size", 0):
                yield path

    def _connected(self) -> DBusConnection:
        return open_dbus_connection(bus=self._bus)


def _drive(objects: Objects, path: str) -> Drive:
    faces = objects[path]
    block = faces[_BLOCK]
    make = objects.get(_value(block, "Drive", "/"), {}).get(_DRIVE, {})
    mounts = _value(faces.get(_FILES, {}), "MountPoints", [])
    title = _value(block, "IdLabel", "") or f"{_value(make, 'Vendor', '')} {_value(make, 'Model', '')}"
    return Drive(
        device=_path(_value(block, "Device", b"")),
        title=title.strip(),
        size_bytes=_value(block, "Size", 0),
        file_system=_value(block, "IdType", ""),
        read_only=_value(block, "ReadOnly", False),
        mounted_at=_path(mounts[0]) if mounts else "",
    )


def _value(properties: dict[str, tuple[str, Any]], name: str, otherwise: Any) -> Any:
    return properties[name][1] if name in properties else otherwise


def _path(raw: bytes) -> str:
    return bytes(raw).rstrip(b"\0").decode(errors="surrogateescape")
