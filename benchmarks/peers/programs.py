"""Programs of the usual kind, each in a Python of its own: ``opencv_program``, ``vidgear_program``."""

import os
import subprocess
from pathlib import Path

import psutil

from benchmarks.peers.meter import Scene, Take, cpu_s, memory_mib, watch

_HERE = Path(__file__).parent


def record(scene: Scene, program: str, python: str) -> Take:
    """Run a program until it has recorded enough, and on to its end."""
    command = (python, str(_HERE / program), scene.camera, str(scene.sound), str(scene.folder), scene.preset)
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    process = psutil.Process(child.pid)
    rate = watch(process, scene.seconds)
    memory, so_far_s = memory_mib(process), cpu_s(process)
    assert child.stdin
    child.stdin.close()
    _, child.returncode, usage = os.wait4(child.pid, 0)
    if child.returncode:
        raise RuntimeError(f"{program} failed")
    return Take(scene.folder / "out.mp4", rate, memory, usage.ru_utime + usage.ru_stime - so_far_s)
