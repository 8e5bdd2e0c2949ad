"""A log of a test's own; afterwards logging is as it was."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog

from kiosk.config.log import name_session, set_up_log


@contextmanager
def log_in(file: Path, process: str = "kiosk", station: str = "Booth 7") -> Iterator[Path]:
    """What is said in the block is written to ``file``."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers[:] = []
    set_up_log(process, file, station)
    try:
        yield file
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers[:] = before
        root.setLevel(level)
        name_session("")
        structlog.reset_defaults()


def lines_of(file: Path, event: str = "") -> list[dict[str, Any]]:
    """The lines, or those of one event."""
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if not event or line["event"] == event]
