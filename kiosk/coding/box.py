"""The walls of the sandbox: the command line that puts a program into a bubblewrap of its own.

Inside there are the system's programs, read-only; an empty folder in memory to work in; its own processes,
and nobody else. Nothing of it touches the station's disk. The program never runs as root: bubblewrap itself
is started as ``nobody`` when the station's program is root, and lives in a user namespace of its own anyhow,
in which the limit of processes counts only its own.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.coding.errors import SandboxError

MIB = 1024 * 1024
WORK = "/work"
FIRST_PROCESS = "sh"
"""The shell that starts the program and tells how it ended."""
SYSTEM = Path("/usr")
NOBODY = 65534
_FROM_ETC = ("/etc/alternatives", "/etc/ld.so.cache", *map(str, Path("/etc").glob("java-*-openjdk")))
_SCRIPT = '"$@"; exit $?'


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may use. Times and sizes count for it and all its children together, where not said."""

    cpu_s: float
    wall_s: float
    memory_bytes: int
    output_bytes: int
    """Of each of its two outputs."""
    reserve_bytes: int = 0
    """What one process may reserve beyond twice its memory without using it: runtimes reserve a lot."""
    stack_bytes: int = 8 * MIB
    processes: int = 64
    """Threads count."""
    file_bytes: int = 32 * MIB
    """Of one file."""
    work_bytes: int = 64 * MIB
    """Of all files; they count as memory too."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Descriptors that bubblewrap is handed."""

    status: int
    """It writes JSON here: the first process, and how it ended."""
    seccomp: int
    files: Mapping[str, int]
    """What lies in the work folder, by name."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the sandbox is built from on this station."""

    hidden: tuple[Path, ...] = ()
    """Folders whose contents a program must not see, wherever they lie."""
    programs: str = "/usr/bin:/bin"
    """Where bubblewrap is looked for."""


def enclosed(command: Sequence[str], limits: Limits, doors: Doors, around: Surroundings) -> list[str]:
    """``command`` inside the sandbox.

    Raises ``SandboxError`` when bubblewrap is not installed.
    """
    return [
        *_as_nobody(around),
        _program("bwrap", "bubblewrap", around),
        *_namespaces(),
        *_system(around),
        *_work(limits, doors),
        *("--json-status-fd", str(doors.status), "--seccomp", str(doors.seccomp)),
        *("--", "/bin/sh", "-c", _SCRIPT, FIRST_PROCESS, *_limited(limits), *command),
    ]


def _as_nobody(around: Surroundings) -> list[str]:
    if os.getuid() != 0:
        return []
    ids = ("--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups")
    return [_program("setpriv", "util-linux", around), *ids, "--inh-caps=-all", "--no-new-privs"]


def _program(name: str, package: str, around: Surroundings) -> str:
    path = shutil.which(name, path=around.programs)
    if path is None:
        raise SandboxError(f"The program {package} is not installed on this station.")
    return path


def _namespaces() -> list[str]:
    apart = ("user", "pid", "ipc", "net", "uts", "cgroup")
    return [
        *(f"--unshare-{name}" for name in apart),
        *("--disable-userns", "--die-with-parent", "--new-session", "--as-pid-1"),
        *("--uid", "1000", "--gid", "1000", "--hostname", "box"),
        *("--clearenv", "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "HOME", WORK),
        *("--setenv", "TMPDIR", WORK, "--setenv", "LANG", "C.UTF-8"),
    ]


def _system(around: Surroundings) -> list[str]:
    binds = [word for path in _FROM_ETC for word in ("--ro-bind-try", path, path)]
    links = [word for name in ("bin", "lib", "lib64") for word in ("--symlink", f"usr/{name}", f"/{name}")]
    covered = [path.resolve() for path in around.hidden if path.resolve().is_relative_to(SYSTEM)]
    covers = [word for path in covered for word in ("--tmpfs", str(path), "--remount-ro", str(path))]
    devices = ("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev")
    return ["--ro-bind", str(SYSTEM), str(SYSTEM), *binds, *links, *covers, *devices]


def _work(limits: Limits, doors: Doors) -> list[str]:
    """The one place that can be written to; the root itself is a folder in memory, and is closed here."""
    files = [
        word
        for name, door in doors.files.items()
        for word in ("--perms", "0444", "--file", str(door), f"{WORK}/{name}")
    ]
    folder = ("--size", str(limits.work_bytes), "--tmpfs", WORK, "--symlink", "work", "/tmp")  # noqa: S108
    return [*folder, *files, "--chdir", WORK, "--remount-ro", "/"]


def _limited(limits: Limits) -> list[str]:
    """The limits that the kernel keeps for each process; ``watch`` keeps those for all together."""
    most = {
        "nproc": limits.processes,
        "cpu": int(limits.cpu_s) + 2,
        "data": 2 * limits.memory_bytes + limits.reserve_bytes,
        "stack": limits.stack_bytes,
        "fsize": limits.file_bytes,
        "nofile": 64,
        "core": 0,
        "memlock": 0,
        "msgqueue": 0,
        "sigpending": 64,
    }
    return ["/usr/bin/prlimit", *(f"--{name}={value}:{value}" for name, value in most.items())]
