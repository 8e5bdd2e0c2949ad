"""How a command ends when the world or the program fails."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from kiosk.config.settings import SettingsError
from kiosk.console import refuse

CRASHED = 70
"""Exit code after a bug; the supervisor starts the program again."""


@contextmanager
def plainly() -> Iterator[None]:
    """Trouble of the outside world ends a command with one sentence; bugs still show themselves."""
    from capture.errors import CaptureError
    from kiosk.packs.errors import PackError
    from kiosk.ports.journal import JournalError
    from kiosk.ports.voice import VoiceError
    from kiosk.runtime.instance import AlreadyRunningError
    from server.errors import SetupError
    from storage.errors import StorageError
    from ui.virtual_display import NoDisplayError

    known = (
        CaptureError,
        PackError,
        JournalError,
        VoiceError,
        AlreadyRunningError,
        StorageError,
        NoDisplayError,
        SettingsError,
        SetupError,
        OSError,
    )
    try:
        yield
    except known as error:
        refuse(str(error))


def end_on_bugs() -> None:
    """A bug on any thread, or in a slot of Qt, ends the process: half a program is worse than none."""
    sys.excepthook = _crash
    threading.excepthook = lambda bug: _crash(bug.exc_type, bug.exc_value, bug.exc_traceback)


def _crash(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    import structlog

    log = structlog.get_logger()
    log.critical(
        "a bug ended the program", thread=threading.current_thread().name, exc_info=(kind, error, where)
    )
    os._exit(CRASHED)
