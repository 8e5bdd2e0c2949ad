"""What every recorder promises the engine: the one that tests use and the real process."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.flow.facts import (
    DevicesOpened,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SampleRecorded,
    SoundEnded,
    SoundStarted,
    SyncMeasured,
)
from kiosk.ports.recorder import Recorder
from tests.fakes import FakeRecorder
from tests.recorders import SESSION, SIM, Heard, an_order, recorder_booth


@pytest.fixture(params=["fake", pytest.param("process", marks=pytest.mark.slow)])
def recorder(request: pytest.FixtureRequest) -> Iterator[tuple[Recorder, Heard]]:
    heard = Heard()
    if request.param == "fake":
        fake = FakeRecorder()
        fake.listen(heard)
        yield fake, heard
        return
    with recorder_booth() as booth, booth.client() as (client, heard):
        yield client, heard


def test_a_session_is_recorded_in_segments_and_finished_as_one(
    recorder: tuple[Recorder, Heard], tmp_path: Path
) -> None:
    port, heard = recorder
    order = an_order(tmp_path / "session")
    port.open(SIM)
    assert heard.wait_for(DevicesOpened).camera
    port.begin(order)
    assert heard.wait_for(RecordingStarted).segment == 1
    port.stop("the proctor asked")
    assert heard.wait_for(RecordingStopped) == RecordingStopped(SESSION, 1)
    port.begin(order)
    assert heard.wait_for(RecordingStarted, 2).segment == 2
    port.finish(order)
    assert heard.wait_for(RecordingFinished).session == SESSION


def test_a_sound_starts_and_ends(recorder: tuple[Recorder, Heard], tmp_path: Path) -> None:
    port, heard = recorder
    sound = tmp_path / "question.wav"
    soundfile.write(sound, np.zeros(4800), 48_000)
    port.open(SIM)
    port.play(sound, "question", into_recording=True)
    assert heard.wait_for(SoundStarted).name == "question"
    assert heard.wait_for(SoundEnded) == SoundEnded("question", complete=True)


def test_a_sample_is_kept_and_played(recorder: tuple[Recorder, Heard]) -> None:
    port, heard = recorder
    port.open(SIM)
    port.sample(1.2)  # long enough for the simulator's beep on the whole second
    sampled = heard.wait_for(SampleRecorded)
    assert sampled.seconds == pytest.approx(1.2)
    assert sampled.peak_dbfs > -60.0
    port.play_sample()
    assert heard.wait_for(SoundEnded).name == "sample"
    port.discard_sample()


def test_a_calibration_says_how_far_picture_and_sound_lie_apart(recorder: tuple[Recorder, Heard]) -> None:
    port, heard = recorder
    port.open(SIM)
    heard.wait_for(DevicesOpened)
    port.calibrate()
    assert heard.wait_for(SyncMeasured).flashes >= 3
