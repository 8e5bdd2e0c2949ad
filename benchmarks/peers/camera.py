"""A camera that every recorder can read: a looped film of noisy pictures, served as MJPEG over HTTP.

`python -m benchmarks.peers.camera FOLDER` serves the film in FOLDER at 30 pictures a second and prints its
address. Every picture carries its number as a row of bright and dark squares, so that whoever looks at a
recording knows which picture of the film it shows.
"""

import itertools
import socketserver
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from capture.sim.scene import Scene
from kiosk.domain.recording import HD

FRAMES = 240
FPS = HD.fps
RATE = 48_000
_NOISE, _QUALITY = 2.5, 88
_SOUND_S = 60
_SQUARE, _BITS = 24, 8
_LEFT, _TOP = HD.width - _BITS * _SQUARE - 32, HD.height - _SQUARE - 40
_BOUNDARY = b"picture"

Picture = NDArray[np.uint8]


def make_film(folder: Path) -> None:
    """Draw the pictures (``film.mjpeg``, their sizes in ``film.txt``) and the sound (``sound.wav``)."""
    random, scene = np.random.default_rng(3), Scene(HD.width, HD.height)
    options = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY]
    options += [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422]
    sizes = []
    with (folder / "film.mjpeg").open("wb") as film:
        for number in range(FRAMES):
            planes = scene.frame(number, number / FPS, lit=False)
            planes[: HD.height] = _noisy(planes[: HD.height], random)
            _write_number(planes, number)
            picture = cv2.cvtColor(planes, cv2.COLOR_YUV2BGR_I420)
            sizes.append(film.write(cv2.imencode(".jpg", picture, options)[1].tobytes()))
    (folder / "film.txt").write_text("\n".join(map(str, sizes)))
    with wave.open(str(folder / "sound.wav"), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        turns = 220 * np.arange(_SOUND_S * RATE) / RATE
        hum = random.normal(0, 0.02, len(turns)) + 0.2 * np.sin(2 * np.pi * turns)
        sound.writeframes((hum * 32767).astype("<i2").tobytes())


def read_film(folder: Path) -> list[bytes]:
    """The film's JPEG pictures."""
    sizes = [int(line) for line in (folder / "film.txt").read_text().split()]
    data, ends = (folder / "film.mjpeg").read_bytes(), list(itertools.accumulate(sizes))
    return [data[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def number_of(luma: Picture) -> int:
    """Which picture of the film this is."""
    row = luma[_TOP + 6 : _TOP + _SQUARE - 6, _LEFT : _LEFT + _BITS * _SQUARE]
    means = row.reshape(row.shape[0], _BITS, _SQUARE)[:, :, 6:-6].mean(axis=(0, 2))
    return int(sum(1 << bit for bit in range(_BITS) if means[bit] > 128))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A process that serves the film; gives the address."""
    command = [sys.executable, "-m", "benchmarks.peers.camera", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _noisy(luma: Picture, random: np.random.Generator) -> Picture:
    noise = random.normal(0, _NOISE, luma.shape)
    return np.asarray((luma + noise).round().clip(0, 255), np.uint8)


def _write_number(planes: Picture, number: int) -> None:
    for bit in range(_BITS):
        left = _LEFT + bit * _SQUARE
        planes[_TOP : _TOP + _SQUARE, left : left + _SQUARE] = 235 if number >> bit & 1 else 20


def _serve(folder: Path) -> None:
    parts = [
        b"--%b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%b\r\n" % (_BOUNDARY, len(p), p)
        for p in read_film(folder)
    ]

    class Stream(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY.decode()}")
            self.end_headers()
            started_s = time.monotonic()
            for count in itertools.count():
                time.sleep(max(0.0, started_s + count / FPS - time.monotonic()))
                try:
                    self.wfile.write(parts[count % FRAMES])
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Stream) as server:
        server.daemon_threads = True
        print(f"http://127.0.0.1:{server.server_address[1]}/camera.mjpg", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
