"""What recording costs and how exact it is, measured on the real process with the simulated booth.

Run `python -m benchmarks.recorder [seconds]` from the project's folder: CPU seconds of the recorder per
recorded second (the simulators' drawing included), flash against beep, from stop to the finished file, and
what ten kills cost: time to the alarm, to the next segment's first frame, and what was lost of the file.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from capture.folder import SessionFolder
from capture.timeline import read_timeline
from kiosk.domain.recording import HD
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingFinished, RecordingStarted
from tests.recorders import SIM, an_order, recorder_booth
from tests.recordings import Footage

KILLS = 10


def plain(seconds: float, folder: Path) -> None:
    """One recording from begin to finish."""
    order = an_order(folder, HD)
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        (process,) = booth.processes()
        before, started = process.cpu_times(), time.monotonic()
        time.sleep(seconds)
        after, lasted = process.cpu_times(), time.monotonic() - started
        memory_mib = process.memory_info().rss >> 20
        stopped = time.monotonic()
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
        finished_s = time.monotonic() - stopped
    cpu_s = after.user + after.system - before.user - before.system
    offsets = Footage(folder / recording.file).offsets_ms()
    (segment,) = recording.segments
    print(f"CPU: {cpu_s / lasted:.3f} s per recorded second; memory {memory_mib} MiB")
    print(f"flash after beep: {min(offsets):+.2f} … {max(offsets):+.2f} ms in {len(offsets)} flashes")
    print(f"repeated {segment.frames_repeated}, dropped {segment.frames_dropped} of {segment.frames} frames")
    print(f"stop to finished file: {finished_s:.2f} s for {recording.duration_s:.1f} s of recording")


def killed(folder: Path) -> None:
    """Kill the recorder again and again."""
    order, place = an_order(folder, HD), SessionFolder(folder)
    alarms, restarts, kills = [], [], []
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        for number in range(1, KILLS + 1):
            time.sleep(1.7 + 0.1 * number)
            kills.append(booth.kill())
            heard.wait_for(FaultCleared, number)
            client.begin(order)
            heard.wait_for(RecordingStarted, number + 1)
            alarms.append(heard.when(FaultRaised, number) - kills[-1])
            started = read_timeline(place.timeline(number + 1)).started
            restarts.append(started.started_mono_ns / 1e9 - kills[-1] if started else float("nan"))
        time.sleep(1)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    losses = [
        at - segment.started_mono_s - segment.duration_s
        for at, segment in zip(kills, recording.segments, strict=False)
    ]
    for what, figures in (("alarm", alarms), ("next first frame", restarts), ("lost of the file", losses)):
        print(f"kill -9: {what} after {median(figures):.2f} s, at most {max(figures):.2f} s")


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    with tempfile.TemporaryDirectory() as folder:
        plain(seconds, Path(folder) / "plain")
        killed(Path(folder) / "killed")


if __name__ == "__main__":
    main()
