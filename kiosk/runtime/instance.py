"""Only one kiosk may use a data folder: it owns the journal's only writing connection."""

import fcntl
import os
from pathlib import Path


class AlreadyRunningError(Exception):
    """Another kiosk uses the folder."""


class SingleInstance:
    """A lock that ends with the process, however it ends. Raises ``AlreadyRunningError`` or ``OSError``."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise AlreadyRunningError(
                f"another kiosk is already running with {file.parent.parent}"
            ) from error

    def release(self) -> None:
        """Let others in."""
        os.close(self._descriptor)


def is_running(file: Path) -> bool:
    """Whether some kiosk holds the lock; makes nothing where there is none."""
    if not file.exists():
        return False
    try:
        SingleInstance(file).release()
    except AlreadyRunningError:
        return True
    except OSError:
        return False
    return False
