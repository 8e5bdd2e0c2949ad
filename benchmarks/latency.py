"""How soon the recorder does what it is told, measured through the client on the real process.

Run `python -m benchmarks.latency [COUNT]` from the project's folder (PulseAudio must be installed): from the
order to the instant of the first recorded frame, of the first audible sample of a question (simulated
loudspeaker, then PulseAudio's), and of the first covered frame in the file, which lies before the order
because what is on its way to the file is covered too.
"""

import sys
import tempfile
import time
import wave
from pathlib import Path

import numpy as np

from capture.client import RecorderClient
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import HD, DeviceChoice, GapCause
from kiosk.flow.facts import (
    DevicesOpened,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SoundEnded,
    SoundStarted,
)
from tests.pulse import PulseServer
from tests.recorders import Heard, an_order, recorder_booth

LOUDSPEAKER = "benchmark_loudspeaker"
STEADY_S = 3.0
"""A null sink plays nothing for two seconds after it was opened; a booth's is open long before a question."""


def told(what: str, seconds: list[float]) -> None:
    """One line."""
    half, most = np.percentile(np.array(seconds) * 1000, (50, 95))
    print(f"{what}: p50 {half:.0f} ms, p95 {most:.0f} ms, max {max(seconds) * 1000:.0f} ms of {len(seconds)}")


def starts(count: int, client: RecorderClient, heard: Heard, folder: Path) -> list[float]:
    """Start and stop; the file says when each first frame was taken."""
    order, ordered = an_order(folder, HD), []
    for number in range(1, count + 1):
        time.sleep(0.1 + 0.01 * (number % 7))
        ordered.append(time.monotonic())
        client.begin(order)
        heard.wait_for(RecordingStarted, number)
        client.stop("measured")
        heard.wait_for(RecordingStopped, number)
    client.finish(order)
    segments = heard.wait_for(RecordingFinished).recording.segments
    return [segment.started_mono_s - at for segment, at in zip(segments, ordered, strict=True)]


def masks(count: int, client: RecorderClient, heard: Heard, folder: Path) -> list[float]:
    """Cover and uncover the camera; the file says from when on."""
    order, ordered, covered = an_order(folder, HD), [], Masks(camera=MaskReason.PRIVACY)
    client.begin(order)
    heard.wait_for(RecordingStarted, count + 1)
    for number in range(count):
        time.sleep(0.5 + 0.01 * (number % 7))
        ordered.append(time.monotonic())
        client.mask(covered)
        time.sleep(0.3)
        client.mask(Masks())
    time.sleep(0.5)
    client.finish(order)
    recording = heard.wait_for(RecordingFinished, 2).recording
    begun = recording.segments[-1].started_mono_s - recording.segments[-1].offset_s
    gaps = [gap for gap in recording.gaps if gap.cause is GapCause.CAMERA_MASKED]
    return [begun + gap.start_s - at for gap, at in zip(gaps, ordered, strict=True)]


def questions(count: int, loudspeaker: str, folder: Path) -> list[float]:
    """Play a short sound; the recorder says when it was audible."""
    sound, late = folder / "question.wav", []
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(np.full(4800, 1000, "<i2").tobytes())
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(DeviceChoice(loudspeaker=loudspeaker))
        heard.wait_for(DevicesOpened)
        time.sleep(STEADY_S)
        for number in range(1, count + 1):
            ordered = time.monotonic()
            client.play(sound, f"question {number}", True)
            late.append(heard.wait_for(SoundStarted, number).mono_s - ordered)
            heard.wait_for(SoundEnded, number)
    return late


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with recorder_booth() as booth, booth.client() as (client, heard):
            client.open(DeviceChoice())
            heard.wait_for(DevicesOpened)
            time.sleep(1)
            told("begin → first recorded frame", starts(count, client, heard, folder / "starts"))
            told("mask → first covered frame", masks(count, client, heard, folder / "masks"))
        told("question → first audible sample, simulated", questions(count, "sim", folder))
        server = PulseServer(folder / "pulse")
        server.start()
        try:
            with server.used():
                server.add_loudspeaker(LOUDSPEAKER)
                told("question → first audible sample, PulseAudio", questions(count, LOUDSPEAKER, folder))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
