"""What a recorder costs while it runs: CPU seconds and memory of a process and all below it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

WARM_UP_S = 4.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What every recorder is given."""

    camera: str
    """Address of the MJPEG stream."""
    sound: Path
    folder: Path
    """An empty folder for the recording."""
    seconds: float
    preset: str


@dataclass(frozen=True, slots=True)
class Take:
    """What came of it."""

    file: Path
    cpu: float
    """CPU seconds of all processes per recorded second, while recording."""
    memory_mib: float
    finishing_s: float = 0.0
    """CPU seconds after the end: checks, hashes, thumbnails; or another encoding."""


def cpu_s(process: psutil.Process) -> float:
    """CPU seconds so far, of the process and everything below it."""
    total = 0.0
    for each in (process, *process.children(recursive=True)):
        try:
            times = each.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


def memory_mib(process: psutil.Process) -> float:
    """Memory of its own, of the process and everything below it."""
    family = (process, *process.children(recursive=True))
    return float(sum(each.memory_full_info().uss for each in family)) / (1 << 20)


def watch(process: psutil.Process, seconds: float, wait: Callable[[float], None] = time.sleep) -> float:
    """Let it warm up, then give the CPU seconds per second over so many seconds."""
    wait(WARM_UP_S)
    before, started_s = cpu_s(process), time.monotonic()
    wait(seconds)
    return (cpu_s(process) - before) / (time.monotonic() - started_s)
