"""How exact the recorder is in time: flash against beep, clocks that drift, frames that nobody counted.

Run `python -m benchmarks.exactness [MINUTES]` from the project's folder. Three answers:

* sixty minutes of a microphone whose clock is wrong and whose stamps jitter, brought onto our clock as fast
  as the machine can: how far each hundredth of a second lies from where it belongs;
* MINUTES (default 2) in real time for each clock on the real process: flash against beep in the file, and
  the recorder's own memory;
* one minute from a camera that numbers its pictures: those missing or shown twice in the file against
  those the recorder says it dropped or repeated.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from benchmarks.peers.camera import FRAMES, make_film, number_of, serving
from capture.drift import DriftCorrector
from capture.sources import SAMPLE_RATE
from kiosk.domain.recording import HD, DeviceChoice, Recording
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import an_order, recorder_booth
from tests.recordings import Footage

CLOCKS_PPM = (200, -200)
_BLOCK, _TONE = 480, 480
_JITTER_SAMPLES = 0.001 * SAMPLE_RATE
_SETTLED_S = 20


def misplaced_ms(ppm: int, minutes: float) -> NDArray[np.float64]:
    """How late each corrected hundredth of a second of a 1 kHz tone is, once the loop has settled."""
    corrector, random = DriftCorrector(), np.random.default_rng(5)
    errors, out = [], np.zeros(0, np.float32)
    pace, first = 1 - ppm / 1e6, 0
    wave = np.exp(2j * np.pi * np.arange(_BLOCK) / _TONE)
    for block in range(round(minutes * 60 * SAMPLE_RATE / _BLOCK)):
        heard = pace * (block * _BLOCK + np.arange(_BLOCK))
        stamp = heard[0] + abs(random.normal(0, _JITTER_SAMPLES / 2))
        number, fresh = corrector.feed(np.cos(2 * np.pi * heard / _TONE).astype(np.float32), stamp)
        first = number if not len(out) else first
        out = np.concatenate([out, fresh])
        while len(out) >= _BLOCK:
            turn = np.angle(np.vdot(wave, out[:_BLOCK]) * np.exp(-2j * np.pi * first / _TONE))
            errors.append((first, -turn / (2 * np.pi) * 1000 * _TONE / SAMPLE_RATE))
            out, first = out[_BLOCK:], first + _BLOCK
    return np.array([error for at, error in errors if at > _SETTLED_S * SAMPLE_RATE])


def recorded(devices: DeviceChoice, seconds: float, folder: Path) -> Recording:
    """One recording by the real process."""
    order = an_order(folder, HD)
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(devices)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        watch_memory(booth.processes(), seconds)
        client.finish(order)
        return heard.wait_for(RecordingFinished).recording


def watch_memory(recorder: list[psutil.Process], seconds: float) -> None:
    """Wait so long, and say what the recorder keeps that no other process shares."""
    over, found_mib = time.monotonic() + seconds, []
    while (left_s := over - time.monotonic()) > 0:
        time.sleep(min(left_s, _SETTLED_S))
        found_mib.append(sum(process.memory_full_info().uss for process in recorder) / (1 << 20))
    early = found_mib[len(found_mib) // 10]
    print(f"memory: {early:.0f} MiB early on, {found_mib[-1]:.0f} at the end, at most {max(found_mib):.0f}")


def numbers_in(file: Path) -> list[int]:
    """The film's numbers in the order in which the file shows them."""
    command = ("ffmpeg", "-v", "error", "-i", str(file), "-an", "-pix_fmt", "gray", "-f", "rawvideo", "-")
    size, numbers = HD.width * HD.height, []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout
        while len(data := child.stdout.read(size)) == size:
            numbers.append(number_of(np.frombuffer(data, np.uint8).reshape(HD.height, HD.width)))
    return numbers


def told(what: str, errors_ms: NDArray[np.float64]) -> None:
    """One line."""
    late = np.abs(errors_ms - np.median(errors_ms))
    print(
        f"{what}: median {np.median(errors_ms):+.2f} ms; off the median by {np.percentile(late, 99):.2f} ms"
        f" (99 of 100), at most {late.max():.2f} ms; {len(errors_ms)} measured",
        flush=True,
    )


def flash_and_beep(ppm: int, minutes: float) -> None:
    """A recording with a drifting microphone, looked into."""
    with tempfile.TemporaryDirectory() as folder:
        devices = DeviceChoice(microphone=f"sim:drift={ppm}")
        recording = recorded(devices, minutes * 60, Path(folder))
        footage = Footage(Path(folder) / recording.file)
        told(
            f"{minutes:g} min in real time, clock {ppm:+} ppm, flash after beep",
            np.array(footage.offsets_ms()),
        )
        (segment,) = recording.segments
        print(
            f"  {segment.frames} frames counted, {len(footage.brightness)} in the file,"
            f" {segment.frames_repeated} repeated, {segment.frames_dropped} dropped"
        )


def counted(seconds: float) -> None:
    """What the counts say against what the pictures' own numbers say."""
    with tempfile.TemporaryDirectory() as folder:
        make_film(Path(folder))
        with serving(Path(folder)) as camera:
            recording = recorded(DeviceChoice(camera), seconds, Path(folder))
        numbers = np.array(numbers_in(Path(folder) / recording.file))
    steps = np.diff(numbers) % FRAMES
    (segment,) = recording.segments
    missing, twice = int(np.maximum(steps - 1, 0).sum()), int((steps == 0).sum())
    print(
        f"numbered pictures: {missing} missing, {segment.frames_dropped} counted;"
        f" {twice} shown twice, {segment.frames_repeated} counted; {len(numbers)} frames"
    )


def main() -> None:
    """Measure and print."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    for ppm in CLOCKS_PPM:
        told(f"60 min of corrected stamps, clock {ppm:+} ppm", misplaced_ms(ppm, 60))
    counted(60)
    for ppm in CLOCKS_PPM:
        flash_and_beep(ppm, minutes)


if __name__ == "__main__":
    main()
