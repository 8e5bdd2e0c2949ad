"""At most one recorder per socket: a lock that ends with its process, however that ends."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_EVERY_S = 0.02


def lock_path(socket: Path) -> Path:
    """The lock that belongs to a socket."""
    return socket.with_name(socket.name + ".lock")


def try_lock(lock: TextIO) -> bool:
    """Take the lock if nobody has it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def only_one(socket: Path, patience_s: float) -> Iterator[bool]:
    """Whether this process is the one; waits a little for one that is just ending."""
    socket.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience_s
    with lock_path(socket).open("w") as lock:
        while not (alone := try_lock(lock)) and time.monotonic() < deadline:
            time.sleep(_EVERY_S)
        yield alone
