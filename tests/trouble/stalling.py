"""Row 8, injected: the disk takes nothing for seconds while everything goes on writing to it."""

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.domain.ids import SessionId
from kiosk.domain.recording import Quality, Recording, RecordingOrder
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from kiosk.ports.recorder import RecorderStatus
from storage.media import MediaStore
from tests.disks import LoopDisk
from tests.recorders import SIM, recorder_booth

_BEFORE_S, _AFTER_S = 1.5, 1.5


@dataclass(frozen=True, slots=True)
class Stalled:
    """What a stall of the disk cost the recording."""

    longest_silence_s: float
    """The longest time for which the recorder did not say how it is."""
    written_s: float
    """How much was recorded while the disk took nothing."""
    recording: Recording


def stall_the_recorder(disk: LoopDisk, quality: Quality, stall_s: float) -> Stalled:
    """Stall the disk with the recording, and the recorder's log, on it."""
    session = SessionId(uuid.uuid4().hex)
    folder = MediaStore(disk.root).session_folder(session)
    order = RecordingOrder(session, str(folder), "Booth 3", quality)
    with recorder_booth(log=disk.root / "recorder.log") as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        time.sleep(_BEFORE_S)
        with stalled(disk):
            before = client.status()
            client.mark("plans", "What are your plans?", "Question 2")
            silence_s = _longest_silence_s(client.status, stall_s)
            after = client.status()
        time.sleep(_AFTER_S)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert before
    assert after
    return Stalled(silence_s, after.position_s - before.position_s, recording)


@contextmanager
def stalled(disk: LoopDisk) -> Iterator[None]:
    """While inside, every write waits."""
    disk.freeze()
    try:
        yield
    finally:
        disk.thaw()


def _longest_silence_s(status: Callable[[], RecorderStatus | None], lasting_s: float) -> float:
    last, last_s = status(), time.monotonic()
    end_s, longest_s = last_s + lasting_s, 0.0
    while (now_s := time.monotonic()) < end_s:
        if (newest := status()) is not last:
            last, last_s = newest, now_s
        longest_s = max(longest_s, now_s - last_s)
        time.sleep(0.005)
    return longest_s


def stall_the_screen(disk: LoopDisk, stall_s: float) -> tuple[float, ...]:
    """How long each of many events waited for the screen, in milliseconds, while the disk was stalled."""
    command = (sys.executable, "-m", "tests.trouble.watched_screen", str(disk.root))
    unseen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=unseen, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
        with stalled(disk):
            program.stdin.write("measure\n")
            program.stdin.flush()
            time.sleep(stall_s)
        program.stdin.write("end\n")
        program.stdin.flush()
        return tuple(float(word) for word in program.stdout.readline().split())
