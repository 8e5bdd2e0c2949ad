"""Only one kiosk may use a data folder: it owns the journal's only writing connection."""

import fcntl
import os
import time
from pathlib import Path

_PATIENCE_S = 1.0
_PAUSE_S = 0.02


class AlreadyRunningError(Exception):
    """Another kiosk uses the folder."""


class SingleInstance:
    """A lock that ends with the process, however it ends. Raises ``AlreadyRunningError`` or ``OSError``."""

    def __init__(self, file: Path, *, patience_s: float = _PATIENCE_S) -> None:
        """Patient enough to outlast somebody who only looks: see ``is_running``."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(self._descriptor, time.monotonic() + patience_s)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise AlreadyRunningError(
                f"another kiosk is already running with {file.parent.parent}"
            ) from error

    def release(self) -> None:
        """Let others in."""
        os.close(self._descriptor)


def is_running(file: Path) -> bool:
    """Whether some kiosk holds the lock; makes nothing where there is none. Takes it for a moment itself."""
    if not file.exists():
        return False
    try:
        SingleInstance(file, patience_s=0.0).release()
    except AlreadyRunningError:
        return True
    except OSError:
        return False
    return False


def _lock(descriptor: int, until_s: float) -> None:
    """Raises ``BlockingIOError`` if somebody still holds it then."""
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until_s:
                raise
        time.sleep(_PAUSE_S)
