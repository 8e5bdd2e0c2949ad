"""Before a recording is ordered nothing seen or heard reaches a file: the operating system says so."""

import os
import stat
import time
from pathlib import Path

import psutil
import pytest

from capture.folder import SessionFolder
from kiosk.flow.facts import (
    CaptureUnproved,
    DevicesOpened,
    RecordingStarted,
    RecordingStopped,
    SampleRecorded,
    ScreenRecordingEnded,
)
from tests.recorders import SIM, an_order, eventually, recorder_booth

pytestmark = pytest.mark.slow

LOOKS_S = 2.0


def files_written(process: psutil.Process) -> set[str]:
    """The names of all regular files that the process has open for writing, memory of its own excepted."""
    found = set()
    for link in Path(f"/proc/{process.pid}/fd").iterdir():
        try:
            target, regular = link.readlink(), stat.S_ISREG(link.stat().st_mode)
            said = (link.parent.parent / "fdinfo" / link.name).read_text()
        except OSError:  # closed meanwhile
            continue
        flags = int(said.split("flags:")[1].split()[0], 8)
        if regular and flags & os.O_ACCMODE and not target.name.startswith("memfd:"):
            found.add(target.name)
    return found


def test_nothing_is_written_before_recording_is_ordered(tmp_path: Path) -> None:
    order = an_order(tmp_path / "session")
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        eventually(lambda: len(booth.processes()) == 1)
        (process,) = booth.processes()
        before, written = process.io_counters().write_bytes, set[str]()
        client.scan(True)
        client.mark("early", "Too early", "")
        client.sample(0.5)
        client.prove("early", 0.0, time.monotonic())
        client.record_screen(":0")
        client.stop("nothing runs")
        pictures, end_s = 0, time.monotonic() + LOOKS_S
        while time.monotonic() < end_s:
            pictures += client.preview() is not None
            written |= files_written(process)
            time.sleep(0.02)
        for answer in (SampleRecorded, CaptureUnproved, ScreenRecordingEnded):
            heard.wait_for(answer)
        assert pictures
        assert written <= {"log", "socket.lock"}
        assert process.io_counters().write_bytes - before < 64 << 10
        assert not list(tmp_path.iterdir())
        client.begin(order)
        heard.wait_for(RecordingStarted)
        assert SessionFolder(tmp_path / "session").segment(1).name in files_written(process)
        eventually(lambda: process.io_counters().write_bytes - before > 64 << 10)
        client.stop("that is enough")
        heard.wait_for(RecordingStopped)


def test_a_recording_holds_nothing_from_before_it_was_ordered(tmp_path: Path) -> None:
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        time.sleep(1)
        ordered_s = time.monotonic()
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        client.stop("that is enough")
        heard.wait_for(RecordingStopped)
    first = SessionFolder(tmp_path).timeline(1).read_text().split("\n")[0]
    started_s = int(first.split('"started_mono_ns":')[1].split(",")[0]) / 1e9
    assert started_s >= ordered_s
