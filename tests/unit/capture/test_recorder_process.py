import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from capture.client import RecorderClient
from capture.link import Launch, Link
from capture.timeline import EndCause, read_timeline
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import DeviceChoice, GapCause
from kiosk.flow.facts import (
    DevicesOpened,
    FaultRaised,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SampleRecorded,
    SoundEnded,
    SoundStarted,
)
from kiosk.ports.recorder import DeviceState
from tests.recorders import SESSION, SIM, SMALL, Heard, RecorderBooth, an_order, eventually, recorder_booth
from tests.recordings import Footage
from tests.segments import audio_only

pytestmark = pytest.mark.slow


@pytest.fixture
def booth() -> Iterator[RecorderBooth]:
    with recorder_booth() as booth:
        yield booth


def test_flash_and_beep_stay_together_and_both_tracks_end_together(
    booth: RecorderBooth, tmp_path: Path
) -> None:
    order = an_order(tmp_path)
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        time.sleep(4)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    footage = Footage(tmp_path / recording.file)
    assert len(footage.offsets_ms()) >= 3
    assert max(map(abs, footage.offsets_ms())) < 5.0
    assert len(footage.brightness) / 30 == pytest.approx(len(footage.sound) / 48_000, abs=1 / 30)
    (segment,) = recording.segments
    assert segment.frames == len(footage.brightness)
    assert segment.audio_lost_samples == 0


def test_a_mask_covers_picture_and_voice_but_not_the_question(booth: RecorderBooth, tmp_path: Path) -> None:
    order, question = an_order(tmp_path / "session"), tmp_path / "question.wav"
    soundfile.write(question, 0.3 * np.sin(2 * np.pi * 300 * np.arange(24_000) / 48_000), 48_000)
    with booth.client() as (client, heard):
        client.open(SIM)
        client.mask(Masks(MaskReason.PRIVACY, MaskReason.PRIVACY))
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.play(question, "question", into_recording=True)
        heard.wait_for(SoundEnded)
        eventually(lambda: (status := client.status()) and status.camera is DeviceState.MASKED)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    footage = Footage(tmp_path / "session" / recording.file)
    voice, _ = soundfile.read(tmp_path / "session" / recording.voice_tracks[0])
    assert footage.brightness.max() < 60
    assert not voice.any()
    assert np.abs(footage.sound).max() == pytest.approx(0.3, abs=0.05)
    assert {gap.cause for gap in recording.gaps} == {GapCause.CAMERA_MASKED, GapCause.MICROPHONE_MASKED}


def test_a_question_is_mixed_in_where_it_was_heard(booth: RecorderBooth, tmp_path: Path) -> None:
    order, question = an_order(tmp_path / "session"), tmp_path / "question.wav"
    soundfile.write(question, np.full(24_000, 0.5), 48_000)
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.play(question, "question", into_recording=True)
        started = heard.wait_for(SoundStarted)
        heard.wait_for(SoundEnded)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    sound = Footage(tmp_path / "session" / recording.file).sound
    loud = np.flatnonzero(sound > 0.25)
    expected_s = started.mono_s - recording.segments[0].started_mono_s
    assert loud[0] / 48_000 == pytest.approx(expected_s, abs=0.002)
    assert len(loud) / 48_000 == pytest.approx(0.5, abs=0.1)


def test_chapters_begin_where_they_were_marked(booth: RecorderBooth, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.mark("work", "Tell us about your work", "Question 1")
        time.sleep(1)
        client.mark("plans", "What are your plans?", "Question 2")
        time.sleep(0.3)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    chapters = {chapter.key: chapter for chapter in recording.chapters}
    assert chapters["plans"].title == "What are your plans?"
    assert chapters["plans"].start_s - chapters["work"].start_s == pytest.approx(1.0, abs=0.3)


def test_nothing_is_written_before_begin(booth: RecorderBooth, tmp_path: Path) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        client.sample(0.2)
        heard.wait_for(SampleRecorded)
        eventually(client.preview)
        (process,) = booth.processes()
        written = {file.path for file in process.open_files()}
    assert written <= {str(booth.launch.log), f"{booth.launch.socket}.lock"}


def test_a_camera_opens_alone_and_the_microphone_joins_it(booth: RecorderBooth) -> None:
    with booth.client() as (client, heard):
        client.open(replace(SIM, microphone="", loudspeaker=""))
        opened = heard.wait_for(DevicesOpened)
        assert opened.camera
        assert (opened.microphone, opened.loudspeaker) == ("", "")
        eventually(lambda: (status := client.status()) and status.microphone is DeviceState.CLOSED)
        client.open(SIM)
        eventually(lambda: (status := client.status()) and status.microphone is DeviceState.CONNECTED)


def test_each_device_says_whether_it_is_being_recorded(booth: RecorderBooth, tmp_path: Path) -> None:
    on, recorded = DeviceState.CONNECTED, DeviceState.RECORDING
    order = an_order(tmp_path, replace(SMALL, audio=False))
    with booth.client() as (client, heard):
        client.open(SIM)
        eventually(lambda: devices(client) == (on, on, on))
        client.begin(order)
        heard.wait_for(RecordingStarted)
        eventually(lambda: devices(client) == (recorded, on, on))
        client.stop("enough")
        heard.wait_for(RecordingStopped)
        eventually(lambda: devices(client) == (on, on, on))


def devices(client: RecorderClient) -> tuple[DeviceState, ...]:
    status = client.status()
    return (status.camera, status.microphone, status.loudspeaker) if status else ()


def test_the_preview_shows_the_camera(booth: RecorderBooth) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        eventually(lambda: (seen := client.preview()) and max(seen.pixels) > 100)
        picture = client.preview()
        assert picture is not None
        assert (picture.width, picture.height) == (640, 360)
        eventually(lambda: (newer := client.preview()) and newer.sequence > picture.sequence)


def test_levels_arrive_ten_times_a_second(booth: RecorderBooth) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        eventually(lambda: (status := client.status()) and status.level_dbfs > -80)
        seen = [client.status()]
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            if (status := client.status()) is not seen[-1]:
                seen.append(status)
            time.sleep(0.01)
    assert len(seen) > 20


def test_a_missing_camera_is_told_and_the_sound_is_recorded(booth: RecorderBooth, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    with booth.client() as (client, heard):
        client.open(DeviceChoice("sim:absent", "sim", "sim"))
        assert heard.wait_for(DevicesOpened).camera == ""
        assert heard.wait_for(FaultRaised).fault.code == "camera_missing"
        client.begin(order)
        heard.wait_for(RecordingStarted)
        time.sleep(1.2)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert Footage(tmp_path / recording.file).beeps_s()
    assert [gap.cause for gap in recording.gaps] == [GapCause.CAMERA_LOST]


def test_a_session_without_picture_is_recorded(booth: RecorderBooth, tmp_path: Path) -> None:
    order = an_order(tmp_path, audio_only())
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        time.sleep(1.2)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert Footage(tmp_path / recording.file).beeps_s()


def test_a_folder_that_cannot_be_written_is_told(booth: RecorderBooth, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(an_order(in_the_way / "session"))
        assert heard.wait_for(FaultRaised).fault.code == "data_unwritable"


def test_a_full_disk_ends_the_segment_in_good_order(tmp_path: Path) -> None:
    more_than_any_disk_mib = 1 << 40
    with (
        recorder_booth("--full-mib", str(more_than_any_disk_mib)) as booth,
        booth.client() as (client, heard),
    ):
        client.open(SIM)
        client.begin(an_order(tmp_path))
        assert heard.wait_for(FaultRaised).fault.code in {"disk_full", "disk_low"}
        eventually(lambda: "disk_full" in {fact.fault.code for fact in heard.all(FaultRaised)})
        assert not heard.all(RecordingStarted)


def test_being_asked_to_end_closes_the_segment(booth: RecorderBooth, tmp_path: Path) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        booth.kill(signal.SIGTERM)
        assert heard.wait_for(RecordingStopped) == RecordingStopped(SESSION, 1)
    ended = read_timeline(tmp_path / "video_files" / "segment_001.timeline.jsonl").ended
    assert ended is not None
    assert ended.cause is EndCause.TERMINATED


def test_an_orphaned_recording_ends_after_a_while(tmp_path: Path) -> None:
    with recorder_booth("--orphan", "1") as booth:
        with booth.client() as (client, heard):
            client.open(SIM)
            client.begin(an_order(tmp_path))
            heard.wait_for(RecordingStarted)
        timeline = tmp_path / "video_files" / "segment_001.timeline.jsonl"
        eventually(lambda: read_timeline(timeline).ended)
        eventually(lambda: not booth.processes())
    ended = read_timeline(timeline).ended
    assert ended is not None
    assert ended.reason == "nobody came back"


def test_a_recording_whose_door_is_gone_ends_at_once(tmp_path: Path) -> None:
    with recorder_booth("--orphan", "600") as booth:
        with booth.client() as (client, heard):
            client.open(SIM)
            client.begin(an_order(tmp_path))
            heard.wait_for(RecordingStarted)
        booth.launch.socket.rename(booth.launch.socket.with_suffix(".old"))
        booth.launch.socket.touch()  # another's
        eventually(lambda: not booth.processes())
        assert booth.launch.socket.exists()
    ended = read_timeline(tmp_path / "video_files" / "segment_001.timeline.jsonl").ended
    assert ended is not None
    assert ended.reason == "nobody can come back"


def test_nonsense_at_the_door_costs_only_who_speaks_it(booth: RecorderBooth) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(booth.launch.socket))
            stranger.sendall(b'{"type":"Formatting","drive":"C"}\n')
            while stranger.recv(65536):
                pass
        client.sample(0.1)
        heard.wait_for(SampleRecorded)


def test_a_hung_recorder_is_replaced(booth: RecorderBooth) -> None:
    booth.launch = replace(booth.launch, hung_s=1.0)
    with booth.client() as (client, heard):
        client.open(SIM)
        heard.wait_for(DevicesOpened)
        (process,) = booth.processes()
        os.kill(process.pid, signal.SIGSTOP)
        assert heard.wait_for(FaultRaised).fault.code == "recorder_lost"
        heard.wait_for(DevicesOpened, 2)


@dataclass(frozen=True)
class SlowLaunch(Launch):
    """Reaches the recorder just before, and says so just after, somebody has shut the client down."""

    reached: threading.Event = field(default_factory=threading.Event)

    def connect(self, over: threading.Event) -> Link:
        link = super().connect(over)
        self.reached.set()
        over.wait()
        return link


def test_closing_while_the_recorder_is_being_reached_waits_for_nobody(booth: RecorderBooth) -> None:
    launch = SlowLaunch(booth.launch.socket, booth.launch.options, booth.launch.log)
    client = RecorderClient(launch)
    client.listen(Heard())
    assert launch.reached.wait(20)
    client.shut_down()
