"""A camera on the network: MJPEG over HTTP from this process, which can be unplugged, stalled and frozen."""

import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np

FPS = 30


class MjpegCamera:
    """Serves a picture that changes 30 times a second on a free port of 127.0.0.1."""

    def __init__(self, width: int = 640, height: int = 360, port: int = 0) -> None:
        self._pictures = [_picture(width, height, number) for number in range(FPS)]
        self._server: _Server | None = None
        self._port = port
        self.frozen = threading.Event()
        """Set: the same picture again and again."""
        self.stalled = threading.Event()
        """Set: the connection stays, nothing comes."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def plug(self) -> None:
        self._server = _Server(self._port, self)
        self._port = self._server.server_address[1]
        self._server.start()

    def unplug(self) -> None:
        if self._server:
            self._server.end()
            self._server = None

    def picture(self, number: int) -> bytes:
        return self._pictures[0 if self.frozen.is_set() else number % FPS]


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, port: int, camera: MjpegCamera) -> None:
        super().__init__(("127.0.0.1", port), _Stream)
        self.camera = camera
        self.over = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), name="mjpeg")

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self.over.set()
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Stream(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        with suppress(OSError):
            self._send_pictures()

    def _send_pictures(self) -> None:
        number = int(time.monotonic() * FPS)
        while not self.server.over.wait(max(0.0, number / FPS - time.monotonic())):
            number += 1
            if self.server.camera.stalled.is_set():
                continue
            data = self.server.camera.picture(number)
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
            self.wfile.write(head.encode() + data + b"\r\n")


def _picture(width: int, height: int, number: int) -> bytes:
    picture = np.full((height, width, 3), (90, 140, 60), np.uint8)
    cv2.circle(picture, (width * number // FPS, height // 2), height // 5, (240, 240, 240), -1)
    return bytes(cv2.imencode(".jpg", picture)[1])


class CameraProcess:
    """The same camera as a process of its own, to be killed and stopped like a device that dies."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def plug(self) -> None:
        command = (sys.executable, "-m", "tests.mjpeg", str(self._port))
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self._process.stdout.readline()

    def unplug(self) -> None:
        if self._process:
            self._process.kill()
            with self._process:
                self._process = None

    def stall(self) -> None:
        self._send(signal.SIGSTOP)

    def resume(self) -> None:
        self._send(signal.SIGCONT)

    def freeze(self) -> None:
        """The same picture again and again."""
        self._send(signal.SIGUSR1)

    def move(self) -> None:
        """Pictures change again."""
        self._send(signal.SIGUSR2)

    def _send(self, number: int) -> None:
        assert self._process
        self._process.send_signal(number)


def main(port: int) -> None:
    """Be a camera until killed."""
    camera = MjpegCamera(port=port)
    signal.signal(signal.SIGUSR1, lambda *_: camera.frozen.set())
    signal.signal(signal.SIGUSR2, lambda *_: camera.frozen.clear())
    camera.plug()
    print(camera.url, flush=True)  # noqa: T201 - read by whoever started it
    while True:
        signal.pause()


if __name__ == "__main__":
    main(int(sys.argv[1]))
