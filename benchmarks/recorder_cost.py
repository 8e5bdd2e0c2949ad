"""What a recorded second costs, beside other recorders on the same source in the same run.

Run `python -m benchmarks.recorder_cost [SECONDS [ROUNDS [NAMES…]]]` from the project's folder (see
benchmarks/README.md for what the peers need). The source is an MJPEG camera, 1280x720 at 30 pictures a
second with a sensor's noise. The recorders take turns; a line is the median of their rounds: CPU seconds of
all processes per recorded second, the peak signal-to-noise ratio of the recorded luma against the camera's
own pictures (where nothing is drawn on), memory, and the cost as a share of bare ffmpeg's.
"""

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import chromium, ffmpeg, ours, programs
from benchmarks.peers.camera import make_film, number_of, read_film, serving
from benchmarks.peers.meter import WARM_UP_S, Scene, Take
from kiosk.domain.recording import HD

VIDGEAR_PYTHON = Path("build/peers/bin/python")
YARDSTICK = "bare ffmpeg, drawtext"
_DRAWN_ON = 64
"""Rows at the top that carry overlays."""
_LOOK_AT_EVERY = 7

Recorder = Callable[[Scene, Path], Take]
RECORDERS: dict[str, Recorder] = {
    "ours": lambda scene, _: ours.record(scene, preview=False),
    "ours, live preview": lambda scene, _: ours.record(scene, preview=True),
    "ours, ultrafast": lambda scene, _: ours.record(replace(scene, preset="ultrafast"), preview=False),
    YARDSTICK: lambda scene, _: ffmpeg.record(scene),
    "bare ffmpeg, ours' options": lambda scene, _: ffmpeg.record(scene, "-bf 0 -aq-mode 0 -threads 1"),
    "OpenCV, merged and re-encoded": lambda scene, _: merged(scene),
    "vidgear": lambda scene, _: programs.record(scene, "vidgear_program.py", str(VIDGEAR_PYTHON)),
    "Chromium, H.264": lambda scene, film: chromium.record(scene, film, chromium.H264),
    "Chromium, VP8": lambda scene, film: chromium.record(scene, film, chromium.VP8),
}


def merged(scene: Scene) -> Take:
    """The encoding after the end is part of recording: without it there is no H.264."""
    take = programs.record(scene, "opencv_program.py", sys.executable)
    return replace(take, cpu=take.cpu + take.finishing_s / (WARM_UP_S + scene.seconds))


def psnr_db(file: Path, film: list[bytes]) -> float:
    """How near the recorded luma is to that of the camera's pictures, in a sample of the frames."""
    command = ("ffmpeg", "-v", "quiet", "-i", str(file), "-an", "-pix_fmt", "bgr24", "-f", "rawvideo", "-")
    size, errors, count = HD.width * HD.height * 3, [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout
        while len(data := child.stdout.read(size)) == size:
            count += 1
            if count % _LOOK_AT_EVERY == 0:
                shown = _luma(np.frombuffer(data, np.uint8).reshape(HD.height, HD.width, 3))
                filmed = cv2.imdecode(np.frombuffer(film[number_of(shown) % len(film)], np.uint8), 1)
                difference = (
                    shown[_DRAWN_ON:].astype(np.float32) - _luma(np.asarray(filmed, np.uint8))[_DRAWN_ON:]
                )
                errors.append(float(np.square(difference).mean()))
    return float(10 * np.log10(255**2 / np.mean(errors)))


def _luma(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)


def compare(names: list[str], seconds: float, rounds: int, film: Path) -> dict[str, list[tuple[Take, float]]]:
    """Let the recorders take turns."""
    takes, pictures = defaultdict(list), read_film(film)
    with serving(film) as camera:
        for _ in range(rounds):
            for name in names:
                with tempfile.TemporaryDirectory() as folder:
                    scene = Scene(camera, film / "sound.wav", Path(folder), seconds, HD.preset)
                    try:
                        take = RECORDERS[name](scene, film)
                    except (OSError, RuntimeError, AssertionError) as problem:
                        print(f"  {name} does not run here: {problem}", flush=True)
                        continue
                    takes[name].append((take, psnr_db(take.file, pictures)))
                print(f"  {name}: {take.cpu:.3f}", flush=True)
    return takes


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    names = sys.argv[3:] or list(RECORDERS)
    with tempfile.TemporaryDirectory() as folder:
        make_film(Path(folder))
        takes = compare(names, seconds, rounds, Path(folder))
    yardstick = median(take.cpu for take, _ in takes[YARDSTICK]) if takes[YARDSTICK] else float("nan")
    print("| recorder | CPU s/s | of bare ffmpeg | PSNR dB | memory MiB | at the end |")
    print("|---|---|---|---|---|---|")
    for name in filter(takes.get, names):
        cpu = median(take.cpu for take, _ in takes[name])
        memory = median(take.memory_mib for take, _ in takes[name])
        ending = median(take.finishing_s for take, _ in takes[name])
        quality = median(db for _, db in takes[name])
        print(
            f"| {name} | {cpu:.3f} | {cpu / yardstick:.2f} | {quality:.1f} | {memory:.0f} | {ending:.1f} s |"
        )


if __name__ == "__main__":
    main()
