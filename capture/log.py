"""The recorder's log, which nobody ever waits for: a JSON value a line, as in ``kiosk.config.log``.

Its file usually lies on the same disk as the recording: when that stalls, the lines wait, and nobody else.
"""

import json
import logging
import queue
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO

from kiosk.domain.bugs import told

_LAST_WORDS_S = 2.0

_everywhere: dict[str, str] = {}
"""What every line of this process says."""


def set_up_log(station: str) -> None:
    """Have this process's log written to standard error."""
    _everywhere.update({"process": "recorder", **({"station": station} if station else {})})
    logging.basicConfig(level=logging.INFO, handlers=[PatientHandler(sys.stderr)])


def name_session(session: str) -> None:
    """From now on every line is about this session; empty for none. Any thread."""
    if session:
        _everywhere["session"] = session
    else:
        _everywhere.pop("session", None)


class JsonLines(logging.Formatter):
    """A line as programs read it."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one JSON value."""
        made = datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z")
        line = {"event": record.getMessage(), "level": record.levelname.lower(), "timestamp": made}
        line.update(_everywhere)
        if record.exc_info and record.exc_info[1]:
            line["exception"] = told(record.exc_info[1])
        return json.dumps(line)


class PatientHandler(logging.Handler):
    """Takes lines from any thread; its own thread ``recorder.log`` writes them."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self._stream = stream
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="recorder.log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Put a line in the queue."""
        self._lines.put(self.format(record))

    def close(self) -> None:
        """Wait a little for the lines that are not written yet."""
        self._lines.put(None)
        self._thread.join(_LAST_WORDS_S)
        super().close()

    def _run(self) -> None:
        while (line := self._lines.get()) is not None:
            with suppress(OSError):  # a full disk takes no log
                self._stream.write(f"{line}\n")
                self._stream.flush()
