"""A microphone goes and the sound server offers a stranger's: told within 3 s, nothing of that one heard."""

import time
from pathlib import Path

import numpy as np
import pytest

from capture.loudspeaker import SoundDeviceLoudspeaker
from capture.microphone import SoundDeviceMicrophone
from capture.sources import SAMPLE_RATE
from kiosk.domain.faults import FaultCode
from tests.devices import FakeListener, SoundBooth, eventually
from tests.pulse import PulseServer

ALARM_S = 3.0
STRANGER_HEARD = 0.05

pytestmark = pytest.mark.slow


def test_a_strangers_microphone_is_never_heard(sound_booth: SoundBooth) -> None:
    listener = FakeListener()
    stranger = SoundDeviceLoudspeaker("stranger-speaker", FakeListener())
    stranger.open()
    microphone = SoundDeviceMicrophone("booth-mic", listener.hear, listener)
    microphone.open()
    noise = np.random.default_rng(5).standard_normal(SAMPLE_RATE * 30) * 0.3
    stranger.play(noise.astype(np.float32))
    unplugged_s = time.monotonic()
    sound_booth.unplug_microphone()
    eventually(lambda: listener.faults)
    time.sleep(3)  # the server starts the other microphone about two seconds later
    assert listener.faults[0][0] - unplugged_s < ALARM_S
    assert listener.faults[0][1].code is FaultCode.MICROPHONE_LOST
    assert listener.clearings == []
    sound_booth.plug_microphone()
    eventually(lambda: listener.clearings)
    heard = len(listener.blocks)
    eventually(lambda: len(listener.blocks) > heard + 10)
    microphone.close()
    stranger.close()
    assert max(float(np.abs(samples).max()) for _, samples in listener.blocks) < STRANGER_HEARD


def test_the_sound_server_dies_and_is_started_again(tmp_path: Path) -> None:
    server = PulseServer(tmp_path)
    booth = SoundBooth(server)
    listener = FakeListener()
    microphone = SoundDeviceMicrophone("booth-mic", listener.hear, listener)
    with server.used():
        server.start()
        booth.plug()
        microphone.open()
        killed_s = time.monotonic()
        server.stop()
        eventually(lambda: listener.faults)
        assert listener.faults[0][0] - killed_s < ALARM_S
        server.start()
        booth.plug()
        eventually(lambda: listener.clearings, deadline_s=20)
        microphone.close()
        server.stop()
