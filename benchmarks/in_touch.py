"""What being in touch costs a station: run `python -m benchmarks.in_touch [SECONDS]` from the project.

The recorder records a simulated camera in HD; the server is the program that ships. Processor time of this
process (the beacon) and of the recorder, as a share of one core: without a beacon, with one that nobody
watches, and with one whose picture somebody asks for every two seconds.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from httpx2 import Client

from capture.client import RecorderClient
from capture.preview import small_jpeg
from kiosk.domain.recording import HD, DeviceChoice
from kiosk.flow.facts import RecordingStarted
from kiosk.flow.states import Kiosk, Questioning
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.runtime.beacon import Beacon
from kiosk.wire.enrolment import Enrol
from storage.signing import StationKey
from storage.sync.enrolling import enrol
from storage.sync.live import LiveSocket
from tests.recorders import an_order, recorder_booth
from tests.server.program import Program, serving
from ui.samples import ANSWERING, RUN, StillStation

SIMULATED = DeviceChoice("sim", "sim", "sim")


class RecordingStation(StillStation):
    """Somebody answers, and a real recorder records them."""

    def __init__(self, recorder: RecorderClient) -> None:
        super().__init__(Kiosk(Questioning(RUN, 0, ANSWERING)), time.monotonic())
        self._recorder = recorder

    def recorder(self) -> RecorderStatus | None:  # type: ignore[override]
        """What it says itself."""
        return self._recorder.status()

    def preview(self) -> PreviewPicture | None:  # type: ignore[override]
        """What its camera sees."""
        return self._recorder.preview()


class Watcher:
    """Asks for the picture as a page does; what that costs is not the station's."""

    def __init__(self, program: Program) -> None:
        self.cpu_s, self.bytes = 0.0, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(program,), name="watcher")

    def __enter__(self) -> "Watcher":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self, program: Program) -> None:
        with Client(base_url=program.address, headers=program.headers) as client:
            station = client.get("/api/v1/stations").json()["stations"][0]["id"]
            while not self._over.wait(2.0):
                self.bytes = len(client.get(f"/api/v1/stations/{station}/preview").content)
                self.cpu_s = time.thread_time()


@contextmanager
def calling(program: Program, data: Path, station: RecordingStation) -> Iterator[None]:
    """A beacon at work."""
    line = LiveSocket(program.address, StationKey.load_or_create(data), lambda: 0.0)
    beacon = Beacon(line, station, small_jpeg, lambda: None)
    beacon.start()
    try:
        yield
    finally:
        beacon.stop()


def costs(recorder: psutil.Process, seconds: float) -> tuple[float, float]:
    """Per cent of a core: this process, the recorder."""
    mine, theirs, began_s = time.process_time(), sum(recorder.cpu_times()[:2]), time.monotonic()
    time.sleep(seconds)
    length_s = time.monotonic() - began_s
    later = sum(recorder.cpu_times()[:2])
    return 100 * (time.process_time() - mine) / length_s, 100 * (later - theirs) / length_s


def said(mine: float, theirs: float) -> str:
    """Both shares in words."""
    return f"kiosk's side {mine:.2f} %, recorder {theirs:.1f} % of a core"


def main(seconds: float) -> None:
    """Measure and print."""
    with (
        tempfile.TemporaryDirectory(prefix="in-touch-") as folder,
        serving(Path(folder) / "server") as program,
        recorder_booth() as booth,
        booth.client() as (client, heard),
    ):
        data = Path(folder) / "station"
        data.mkdir()
        with Client(base_url=program.address, headers=program.headers) as http:
            code = http.post("/api/v1/enrolment-codes", json={}).json()["code"]
        enrol(data, program.address, Enrol(code=code, name="Booth 1", version="1"))
        client.open(SIMULATED)
        client.begin(an_order(Path(folder) / "session", HD))
        heard.wait_for(RecordingStarted)
        (process,) = booth.processes()
        station = RecordingStation(client)
        time.sleep(3)
        print("without:", said(*costs(process, seconds)))
        with calling(program, data, station):
            time.sleep(3)
            print("unwatched:", said(*costs(process, seconds)))
            with Watcher(program) as watcher:
                time.sleep(5)
                before_s = watcher.cpu_s
                mine, theirs = costs(process, seconds)
                mine -= 100 * (watcher.cpu_s - before_s) / seconds
                print("watched:", said(mine, theirs), f"{watcher.bytes} bytes a picture")
        client.stop("done")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 30.0)
