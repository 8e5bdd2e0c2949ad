"""A browser's MediaRecorder: headless Chromium with the film and the sound as its camera and microphone.

Nothing is drawn into its picture. The page hands every recorded second to a server in this process.
"""

import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

from benchmarks.peers.meter import Scene, Take, memory_mib, watch
from kiosk.domain.recording import HD

PATIENCE_S = 30.0
H264, VP8 = "video/mp4;codecs=avc1.42E01E,opus", "video/webm;codecs=vp8,opus"
_PAGE = f"""<!doctype html><script>
const size = {{width: {HD.width}, height: {HD.height}, frameRate: {HD.fps}}};
navigator.mediaDevices.getUserMedia({{video: size, audio: true}}).then(stream => {{
  const rates = {{videoBitsPerSecond: {HD.video_kbps}000, audioBitsPerSecond: {HD.audio_kbps}000}};
  const recorder = new MediaRecorder(stream, {{mimeType: "MIME", ...rates}});
  let sent = Promise.resolve();
  recorder.ondataavailable = e => sent = sent.then(() => fetch("/", {{method: "POST", body: e.data}}));
  recorder.start(1000);
}}).catch(trouble => fetch("/trouble?" + trouble));
</script>"""


def record(scene: Scene, film: Path, mime: str) -> Take:
    """Record with a fresh browser; its CPU seconds are those of all its processes."""
    file = scene.folder / "browser.media"
    file.touch()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(file, mime)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        child = subprocess.Popen(_command(scene, film, server.server_port), stderr=subprocess.DEVNULL)
        try:
            _wait_for(file)
            process = psutil.Process(child.pid)
            return Take(file, watch(process, scene.seconds), memory_mib(process))
        finally:
            child.terminate()
            child.wait()
            server.shutdown()


def _command(scene: Scene, film: Path, port: int) -> list[str]:
    fakes = {"video": film / "film.mjpeg", "audio": scene.sound}
    return [
        *("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
        *(f"--use-file-for-fake-{kind}-capture={path}" for kind, path in fakes.items()),
        f"--user-data-dir={scene.folder / 'profile'}",
        f"http://127.0.0.1:{port}/",
    ]


def _wait_for(file: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not file.stat().st_size:
        if time.monotonic() > deadline:
            raise RuntimeError("the browser records nothing")
        time.sleep(0.1)


def _handler(file: Path, mime: str) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(_PAGE.replace("MIME", mime).encode())

        def do_POST(self) -> None:
            with file.open("ab") as out:
                out.write(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Page
