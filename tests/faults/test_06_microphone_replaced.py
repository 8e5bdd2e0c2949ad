"""Row 6: a microphone goes, is muted, or a stranger's is offered: told, and the stranger never heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.microphone import SoundDeviceMicrophone
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice, GapCause, Recording
from tests.devices import FakeListener, SoundBooth, eventually
from tests.pulse import PulseServer
from tests.trouble.counts import often
from tests.trouble.outages import Injury, record_with_outages
from tests.trouble.voices import CANDIDATE_HZ, STRANGER_HZ, both_speak, loudness

ALARM_S = 3.0
BACK_S = 5.0
HEARD = 0.05

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(3600)]


@pytest.fixture
def talking_booth(sound_booth: SoundBooth) -> Iterator[SoundBooth]:
    with both_speak(lasting_s=often(1800, usually=60)):
        yield sound_booth


def lost_s(recording: Recording) -> float:
    """For how long the file says that there was no microphone."""
    return sum(gap.length_s for gap in recording.gaps if gap.cause is GapCause.MICROPHONE_LOST)


def test_a_strangers_microphone_is_never_heard(talking_booth: SoundBooth, tmp_path: Path) -> None:
    injury = Injury(
        FaultCode.MICROPHONE_LOST,
        talking_booth.unplug_microphone,
        talking_booth.plug_microphone,
        lasts_s=3.0,  # the server starts the other microphone about two seconds later
    )
    count = often(50, usually=1)
    outages, recording = record_with_outages(tmp_path, DeviceChoice("sim", "booth-mic"), injury, count)
    assert max(outage.alarm_s for outage in outages) <= ALARM_S
    assert max(outage.back_s for outage in outages) <= BACK_S
    assert loudness(tmp_path, recording, CANDIDATE_HZ) > 0.3
    assert loudness(tmp_path, recording, STRANGER_HZ) < HEARD
    assert lost_s(recording) >= count * injury.lasts_s


def test_a_stream_moved_to_a_stranger_is_told_and_brought_back(
    talking_booth: SoundBooth, tmp_path: Path
) -> None:
    injury = Injury(FaultCode.MICROPHONE_LOST, talking_booth.lead_astray, lambda: None)
    outages, recording = record_with_outages(
        tmp_path, DeviceChoice("sim", "booth-mic"), injury, often(50, usually=1)
    )
    assert max(outage.alarm_s for outage in outages) <= ALARM_S
    assert max(outage.back_s for outage in outages) <= BACK_S
    assert loudness(tmp_path, recording, STRANGER_HZ) < HEARD


def test_a_muted_microphone_is_told(talking_booth: SoundBooth, tmp_path: Path) -> None:
    injury = Injury(FaultCode.MICROPHONE_MUTED, talking_booth.mute, talking_booth.unmute)
    outages, _ = record_with_outages(tmp_path, DeviceChoice("sim", "booth-mic"), injury, often(50, usually=1))
    assert max(outage.alarm_s for outage in outages) <= ALARM_S
    assert max(outage.back_s for outage in outages) <= BACK_S


def test_the_sound_server_dies_and_is_started_again(tmp_path: Path) -> None:
    server = PulseServer(tmp_path)
    booth = SoundBooth(server)
    listener = FakeListener()
    microphone = SoundDeviceMicrophone("booth-mic", listener.hear, listener)
    with server.used():
        server.start()
        booth.plug()
        microphone.open()
        server.stop()
        eventually(lambda: listener.faults)
        server.start()
        booth.plug()
        eventually(lambda: listener.clearings, deadline_s=20)
        microphone.close()
        server.stop()
