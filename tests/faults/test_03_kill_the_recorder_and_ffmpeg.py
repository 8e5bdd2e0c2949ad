"""Row 3: recorder, ffmpeg or everything is killed; what it cost is short, told, counted and shown."""

from pathlib import Path

import pytest

from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import Gap, GapCause, Recording
from kiosk.flow.facts import FaultCleared, RecordingFinished, RecordingStarted
from kiosk.ports.recorder import DeviceState
from tests.recorders import SIM, an_order, eventually, recorder_booth
from tests.recordings import Footage
from tests.trouble.counts import often
from tests.trouble.interview import Kept, within
from tests.trouble.kills import kill_everything, kill_the_recorder

pytestmark = [pytest.mark.slow, pytest.mark.alone]

KILLS = often(25, usually=2)
ALARM_S = 1.0
GAP_S = 2.5


@pytest.mark.timeout(180 + 12 * KILLS)
def test_a_killed_recorder_and_a_killed_ffmpeg_leave_short_gaps_in_one_playable_file(tmp_path: Path) -> None:
    found = kill_the_recorder(tmp_path, KILLS)
    assert max(found.alarms_s) <= within(ALARM_S)
    gaps = missing(found.kept.recording)
    assert [gap.cause for gap in gaps] == KILLS * [GapCause.RECORDER_LOST]
    assert max(gap.length_s for gap in gaps) <= within(GAP_S)
    assert "finishing once more" in found.kept.log
    adds_up(found.kept)


@pytest.mark.timeout(180)
def test_after_everything_was_killed_the_same_interview_goes_on(tmp_path: Path) -> None:
    kept = kill_everything(tmp_path)
    assert len(kept.recording.segments) == 2
    assert len(missing(kept.recording)) == 1
    adds_up(kept)


def test_a_covered_camera_stays_covered_through_a_restart(tmp_path: Path) -> None:
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.mask(Masks(MaskReason.PRIVACY, MaskReason.PRIVACY))
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        booth.kill()
        heard.wait_for(FaultCleared)
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted, 2)
        eventually(lambda: (status := client.status()) and status.camera is DeviceState.MASKED)
        client.finish(an_order(tmp_path))
        recording = heard.wait_for(RecordingFinished).recording
    assert Footage(tmp_path / recording.file).brightness.max() < 60


def adds_up(kept: Kept) -> None:
    """Both answers are there, and what plays and what is missing make up the time that went by."""
    assert kept.all_answered()
    recording = kept.recording
    missing_s = sum(gap.length_s for gap in missing(recording))
    assert recording.duration_s + missing_s == pytest.approx(wall_s(recording), abs=0.5)
    assert len(kept.footage.brightness) / 30 == pytest.approx(recording.duration_s, abs=0.2)
    assert len(kept.footage.sound) / 48_000 == pytest.approx(recording.duration_s, abs=0.2)


def missing(recording: Recording) -> list[Gap]:
    """Gaps of which nothing is in the file, not even a slate."""
    return [gap for gap in recording.gaps if not gap.painted]


def wall_s(recording: Recording) -> float:
    """From the first frame of the first segment to the last of the last."""
    first, last = recording.segments[0], recording.segments[-1]
    return last.started_mono_s + last.duration_s - first.started_mono_s
