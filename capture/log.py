"""The recorder's log, which nobody ever waits for.

Its file usually lies on the same disk as the recording: when that stalls, the lines wait, and nobody else.
"""

import logging
import queue
import threading
from contextlib import suppress
from typing import TextIO

_FORMAT = "%(asctime)s %(name)s %(levelname)s %(message)s"
_LAST_WORDS_S = 2.0


class PatientHandler(logging.Handler):
    """Takes lines from any thread; its own thread ``recorder.log`` writes them."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter(_FORMAT))
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
