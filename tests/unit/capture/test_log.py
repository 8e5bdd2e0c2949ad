import io
import json
import logging
import threading
import time

from capture.log import JsonLines, PatientHandler, name_session


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
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == [f"line {number}" for number in range(100)]
    assert all(line["timestamp"].endswith("Z") for line in lines)


def test_a_line_names_the_session_while_there_is_one() -> None:
    told = []
    for session in ("5e" * 16, ""):
        name_session(session)
        told.append(json.loads(JsonLines().format(line("a segment ends"))))
    assert [one.get("session") for one in told] == ["5e" * 16, None]


def test_a_disk_that_stays_stalled_does_not_keep_the_recorder_from_ending() -> None:
    stream = StalledStream()
    handler = PatientHandler(stream)
    handler.emit(line("last words"))
    begun_s = time.monotonic()
    handler.close()
    assert time.monotonic() - begun_s < 10.0
    stream.goes_on.set()
