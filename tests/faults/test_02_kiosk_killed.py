"""Row 2, the recorder's part: the kiosk process is killed, the recording does not notice."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import SIM, an_order, eventually, recorder_booth
from tests.recordings import Footage

_KIOSK = """
import sys, time
from pathlib import Path
from capture.client import RecorderClient
from capture.link import Launch
from tests.recorders import SIM, an_order

client = RecorderClient(Launch(Path(sys.argv[1]), ("--idle", "0.3"), Path(sys.argv[3])))
client.listen(lambda fact: print(type(fact).__name__, flush=True))
client.open(SIM)
client.begin(an_order(Path(sys.argv[2])))
time.sleep(60)
"""


@pytest.mark.slow
def test_killing_the_kiosk_loses_no_frame_and_another_finds_the_recording(tmp_path: Path) -> None:
    with recorder_booth() as booth:
        command = (
            sys.executable,
            "-c",
            _KIOSK,
            str(booth.launch.socket),
            str(tmp_path),
            str(booth.launch.log),
        )
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as kiosk:
            assert kiosk.stdout
            while "RecordingStarted" not in kiosk.stdout.readline():
                pass
            time.sleep(1)
            kiosk.send_signal(signal.SIGKILL)
        time.sleep(1)
        with booth.client() as (client, heard):
            client.open(SIM)
            assert heard.wait_for(RecordingStarted).segment == 1
            client.begin(an_order(tmp_path))
            assert heard.wait_for(RecordingStarted, 2).segment == 1
            eventually(lambda: (status := client.status()) and status.position_s > 2)
            client.finish(an_order(tmp_path))
            recording = heard.wait_for(RecordingFinished).recording
    (segment,) = recording.segments
    assert segment.frames == len(Footage(tmp_path / recording.file).brightness)
    assert segment.frames_dropped == 0
    assert segment.audio_lost_samples == 0
    assert recording.gaps == ()
