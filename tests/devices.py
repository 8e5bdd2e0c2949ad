"""What tests of devices share: listeners that remember, waiting without guessing, real devices to unplug."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from capture.sources import CameraFrame, Samples
from kiosk.domain.faults import Fault, FaultCode
from tests.mjpeg import MjpegCamera
from tests.pulse import PulseServer


@dataclass(slots=True)
class FakeListener:
    """Remembers everything a device delivers and reports, with the moment it came (``time.monotonic``)."""

    frames: list[tuple[float, CameraFrame]] = field(default_factory=list)
    blocks: list[tuple[int, Samples]] = field(default_factory=list)
    faults: list[tuple[float, Fault]] = field(default_factory=list)
    clearings: list[tuple[float, FaultCode]] = field(default_factory=list)

    def see(self, frame: CameraFrame) -> None:
        self.frames.append((time.monotonic(), frame))

    def hear(self, samples: Samples, first_sample_ns: int) -> None:
        self.blocks.append((first_sample_ns, samples.copy()))

    def raised(self, fault: Fault) -> None:
        self.faults.append((time.monotonic(), fault))

    def cleared(self, code: FaultCode) -> None:
        self.clearings.append((time.monotonic(), code))

    def loudness(self, since: int = 0) -> float:
        """Root mean square of all blocks from a number on."""
        heard = [samples for _, samples in self.blocks[since:]]
        return float(np.sqrt(np.mean(np.square(np.concatenate(heard)))))


def eventually(condition: Callable[[], object], deadline_s: float = 10.0) -> None:
    """Return as soon as the condition holds; fail when it does not in time."""
    end_s = time.monotonic() + deadline_s
    while not condition():
        assert time.monotonic() < end_s, "it did not happen in time"
        time.sleep(0.01)


@pytest.fixture
def network_camera() -> Iterator[MjpegCamera]:
    """A plugged-in MJPEG camera."""
    camera = MjpegCamera()
    camera.plug()
    yield camera
    camera.unplug()


@pytest.fixture(scope="session")
def sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    """A sound server to which this process is led; sound systems keep what they opened at first use."""
    server = PulseServer(tmp_path_factory.mktemp("pulse"))
    server.start()
    with server.used():
        yield server
    server.stop()


@dataclass(slots=True)
class SoundBooth:
    """A loudspeaker, a microphone that hears it, and a stranger's pair beside them."""

    server: PulseServer
    modules: list[str] = field(default_factory=list)
    microphone: str = ""

    def plug(self) -> None:
        self.modules = [self.server.add_loudspeaker(name) for name in ("booth-speaker", "stranger-speaker")]
        self.plug_microphone()
        self.modules.append(self.server.add_microphone("booth-mic-of-a-stranger", "stranger-speaker"))

    def plug_microphone(self) -> None:
        self.microphone = self.server.add_microphone("booth-mic", "booth-speaker")

    def unplug_microphone(self) -> None:
        self.server.remove(self.microphone)

    def mute(self) -> None:
        self.server.pactl("set-source-mute", "booth-mic", "1")

    def unmute(self) -> None:
        self.server.pactl("set-source-mute", "booth-mic", "0")

    def lead_astray(self) -> None:
        """Move whoever listens to the microphone over to the stranger's."""
        for stream in self.server.pactl("list", "short", "source-outputs").splitlines():
            if "PortAudio" in stream or "protocol-native" in stream:
                self.server.pactl("move-source-output", stream.split()[0], "booth-mic-of-a-stranger")

    def unplug(self) -> None:
        for module in (self.microphone, *reversed(self.modules)):
            self.server.remove(module)


@pytest.fixture
def sound_booth(sound_server: PulseServer) -> Iterator[SoundBooth]:
    """A plugged-in booth."""
    booth = SoundBooth(sound_server)
    booth.plug()
    yield booth
    booth.unplug()


def file_of_tone(path: Path, seconds: float, rate_hz: int = 48_000) -> Path:
    """A WAV file with a tone of 440 Hz."""
    import soundfile

    times = np.arange(round(seconds * rate_hz)) / rate_hz
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 440 * times), rate_hz)
    return path
