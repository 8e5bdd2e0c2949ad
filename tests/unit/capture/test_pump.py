"""The pump: what comes late is waited for."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from capture.devices import StationDevices
from capture.recorder import Recorder
from capture.sim.camera import SimCamera
from capture.sim.microphone import SimMicrophone
from capture.sources import AudioSource, FaultListener, OnBlock, OnFrame, VideoSource
from kiosk.domain.recording import DeviceChoice, Quality
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import Heard, an_order

HELD_UP_S = 0.4


class FakeCongestion(StationDevices):
    """Simulated devices on a machine that is busy elsewhere: twice a second all they sent arrives at once."""

    def __init__(self) -> None:
        super().__init__()
        self._flowing = threading.Event()
        self._flowing.set()

    def camera(self, choice: str, quality: Quality, on_frame: OnFrame, faults: FaultListener) -> VideoSource:
        return SimCamera(quality, self._through(on_frame))

    def microphone(self, choice: str, on_block: OnBlock, faults: FaultListener) -> AudioSource:
        return SimMicrophone(self._through(on_block))

    def hold_up(self, times: int) -> None:
        for _ in range(times):
            self._flowing.clear()
            time.sleep(HELD_UP_S)
            self._flowing.set()
            time.sleep(0.1)

    def _through(self, deliver: Callable[..., None]) -> Callable[..., None]:
        held: list[Any] = []

        def pass_on(*what: Any) -> None:
            held.append(what)
            while held and self._flowing.is_set():
                deliver(*held.pop(0))

        return pass_on


def test_a_machine_that_is_busy_elsewhere_costs_neither_picture_nor_sound(tmp_path: Path) -> None:
    devices, heard = FakeCongestion(), Heard()
    recorder = Recorder(devices, heard, tmp_path)
    recorder.open(DeviceChoice())
    recorder.begin(an_order(tmp_path))
    heard.wait_for(RecordingStarted)
    devices.hold_up(times=3)
    recorder.finish(an_order(tmp_path))
    (segment,) = heard.wait_for(RecordingFinished).recording.segments
    recorder.shut_down("measured")
    assert segment.frames > 30
    assert (segment.frames_repeated, segment.frames_dropped, segment.audio_lost_samples) == (0, 0, 0)
