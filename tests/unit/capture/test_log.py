import io
import logging
import threading
import time

from capture.log import PatientHandler


class StalledStream(io.StringIO):
    """Takes nothing until the disk goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = threading.Event()

    def write(self, text: str) -> int:
        self.goes_on.wait()
        return super().write(text)


def line(text: str) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": text})


def test_nobody_waits_for_the_log_and_no_line_is_lost() -> None:
    stream = StalledStream()
    handler = PatientHandler(stream)
    begun_s = time.monotonic()
    for number in range(100):
        handler.emit(line(f"line {number}"))
    assert time.monotonic() - begun_s < 1.0
    assert stream.getvalue() == ""
    stream.goes_on.set()
    handler.close()
    assert [line.split()[-1] for line in stream.getvalue().splitlines()] == [str(n) for n in range(100)]


def test_a_disk_that_stays_stalled_does_not_keep_the_recorder_from_ending() -> None:
    stream = StalledStream()
    handler = PatientHandler(stream)
    handler.emit(line("last words"))
    begun_s = time.monotonic()
    handler.close()
    assert time.monotonic() - begun_s < 10.0
    stream.goes_on.set()
