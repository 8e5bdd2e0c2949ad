"""What the support bundle asks a station: nothing that changes it, and no device a kiosk is using."""

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commands.courier import sync_facts
from commands.models import speech_check
from commands.shelves import engine_of, library_of
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings, read_settings
from kiosk.runtime.instance import is_running
from kiosk.support.section import Section
from kiosk.support.summary import CHECKS
from kiosk.wire.version import OLDEST_PROTOCOL, PROTOCOL, VERSION

if TYPE_CHECKING:
    from kiosk.domain.checks import CheckResult
    from storage.station import Storage

LIBRARIES = (
    *("PySide6_Essentials", "av", "numpy", "opencv-python-headless", "sounddevice", "SQLAlchemy"),
    *("pydantic", "cryptography", "fastapi", "uvicorn", "weasyprint", "httpx2"),
)
"""Whose versions matter when something is wrong; `packaging/pyinstaller` bundles what they are read from."""
Questions = Mapping[str, Callable[[], object]]


def sections_of(folders: Folders) -> tuple[Section, ...]:
    """Everything that is asked, in the order in which it should be read."""
    from storage.support import fault_questions, memory_questions

    return (
        Section(CHECKS, "Self-test", _checks(folders)),
        Section("versions", "Versions", _versions()),
        Section("settings", "Settings", {"settings": lambda: _plain(read_settings(folders.data))}),
        Section("devices", "Devices", _devices()),
        Section("running", "What runs now", _running(folders)),
        Section("memory", "Journal and tables", memory_questions(folders.data)),
        Section("faults", "Faults", fault_questions(folders.data)),
        Section("sync", "The central server", {"sync": lambda: _with_storage(folders, sync_facts)}),
        Section("disk", "Disk", _disk(folders.data)),
    )


def _plain(settings: StationSettings) -> dict[str, object]:
    """As JSON has them; pydantic writes stars where a secret stands."""
    return settings.model_dump(mode="json")


# --- the program and the machine -----------------------------------------------------------
def _versions() -> Questions:
    return {
        "program": lambda: VERSION,
        "protocol": lambda: {"spoken": PROTOCOL, "oldest": OLDEST_PROTOCOL},
        "python": platform.python_version,
        "sqlite": lambda: sqlite3.sqlite_version,
        "system": lambda: platform.freedesktop_os_release().get("PRETTY_NAME", ""),
        "kernel": lambda: f"{platform.system()} {platform.release()} {platform.machine()}",
        "cores": os.cpu_count,
        "load": lambda: list(os.getloadavg()),
        "memory": lambda: Path("/proc/meminfo").read_text("ascii").splitlines()[:3],
        "libraries": lambda: {name: importlib.metadata.version(name) for name in LIBRARIES},
    }


def _devices() -> Questions:
    from capture.devices import list_cameras, list_loudspeakers, list_microphones

    return {
        "cameras": lambda: [entry.title for entry in list_cameras()],
        "microphones": lambda: [entry.title for entry in list_microphones()],
        "loudspeakers": lambda: [entry.title for entry in list_loudspeakers()],
    }


def _running(folders: Folders) -> Questions:
    from capture.glance import glance

    return {
        "kiosk": lambda: is_running(folders.lock),
        "recorder": lambda: glance(folders.recorder_socket),
    }


# --- the disk ------------------------------------------------------------------------------
def _disk(data: Path) -> Questions:
    return {
        "space": lambda: dict(zip(("total", "used", "free"), shutil.disk_usage(data), strict=True)),
        "mount": lambda: _mount(data),
        "writable": lambda: os.access(data, os.W_OK | os.X_OK),
        "owner": lambda: [data.stat().st_uid, data.stat().st_gid, oct(data.stat().st_mode)],
        "running_as": os.getuid,
        "folders": lambda: {
            folder.name: _size_bytes(folder) for folder in sorted(data.iterdir()) if folder.is_dir()
        },
        "half_written": lambda: sum(1 for file in data.rglob("*") if file.suffix in (".part", ".tmp")),
    }


def _mount(place: Path) -> list[str]:
    """The kind of the file system and its options."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    around = [mount for mount in mounts if place.absolute().is_relative_to(mount[1])]
    innermost = max(around, key=lambda mount: len(mount[1]))
    return innermost[2:4]


def _size_bytes(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())


# --- the self-test -------------------------------------------------------------------------
def _checks(folders: Folders) -> Questions:
    """All lines of the self-test that leave everything as it is."""
    from capture.checks import check_ffmpeg
    from kiosk.library.checks import check_packs
    from kiosk.voice.checks import check_voice
    from ui.checks import check_display

    def settings() -> StationSettings:
        return read_settings(folders.data)

    return {
        **_memory_checks(folders),
        **({} if is_running(folders.lock) else _device_checks(folders)),
        "ffmpeg": check_ffmpeg,
        "packs": lambda: check_packs(library_of(folders, settings())),
        "voice": lambda: check_voice(engine_of(settings())),
        "transcripts": lambda: speech_check(settings()),
        "display": check_display,
    }


def _device_checks(folders: Folders) -> Questions:
    """Each takes the device for a second, so none is taken from a running kiosk."""
    from capture.checks import check_camera, check_encoder, check_loudspeaker, check_microphone
    from capture.devices import StationDevices

    def settings() -> StationSettings:
        return read_settings(folders.data)

    def encoder() -> "CheckResult":
        with tempfile.TemporaryDirectory() as elsewhere:
            return check_encoder(settings().preset, Path(elsewhere) / "encoder.json")

    return {
        "camera": lambda: check_camera(StationDevices(), settings().camera, settings().preset),
        "microphone": lambda: check_microphone(StationDevices(), settings().microphone),
        "loudspeaker": lambda: check_loudspeaker(StationDevices(), settings().loudspeaker),
        "encoder": encoder,
    }


def _memory_checks(folders: Folders) -> Questions:
    from datetime import UTC, datetime

    from storage.checks import check_calibration, check_clock, check_journal, check_space
    from storage.privacy.checks import check_retention, check_sealing

    def of(check: Callable[["Storage"], "CheckResult"]) -> Callable[[], object]:
        return lambda: _with_storage(folders, check)

    return {
        "space": of(lambda storage: check_space(storage.media, read_settings(folders.data).preset)),
        "journal": of(lambda storage: check_journal(storage.database, storage.journal)),
        "clock": of(lambda storage: check_clock(storage.database, datetime.now(UTC))),
        "calibration": of(lambda storage: check_calibration(storage.database)),
        "sealing": of(lambda storage: check_sealing(storage, read_settings(folders.data).seal_to)),
        "retention": of(check_retention),
    }


def _with_storage(folders: Folders, question: Callable[["Storage"], object]) -> object:
    with _opened(folders) as storage:
        return question(storage)


@contextmanager
def _opened(folders: Folders) -> Iterator["Storage"]:
    from storage.station import open_station

    storage = open_station(folders.data, writable=False)
    try:
        yield storage
    finally:
        storage.close()
