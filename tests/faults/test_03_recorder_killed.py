"""Row 3: the recorder is killed; the next segment follows at once and the gap is known."""

import random
import time
from pathlib import Path

import pytest

from capture.folder import SessionFolder
from capture.timeline import read_timeline
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import GapCause
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingFinished, RecordingStarted
from kiosk.ports.recorder import DeviceState
from tests.recorders import SIM, an_order, eventually, recorder_booth
from tests.recordings import Footage

_KILLS = 2
_LOSS_S = 0.6 + 0.15
"""One fragment and what is in the encoder, and by how much the pump lags behind the clock."""


@pytest.mark.slow
def test_killing_the_recorder_costs_a_short_gap_that_is_told_and_counted(tmp_path: Path) -> None:
    order, place = an_order(tmp_path), SessionFolder(tmp_path)
    kills: list[float] = []
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        for number in range(1, _KILLS + 1):
            time.sleep(1.0 + random.random())
            kills.append(booth.kill())
            heard.wait_for(FaultCleared, number)
            client.begin(order)
            heard.wait_for(RecordingStarted, number + 1)
        time.sleep(1.2)
        starts = [read_timeline(place.timeline(n + 1)).started for n in range(_KILLS + 1)]
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
        alarms = [heard.when(FaultRaised, n + 1) - at for n, at in enumerate(kills)]

    restarts = [
        start.started_mono_ns / 1e9 - at for start, at in zip(starts[1:], kills, strict=True) if start
    ]
    assert max(alarms) <= 1.0
    assert max(restarts) <= 2.5
    gaps = [gap for gap in recording.gaps if gap.cause is GapCause.RECORDER_LOST]
    assert len(gaps) == _KILLS
    for gap, restart in zip(gaps, restarts, strict=True):
        assert restart - 0.1 <= gap.length_s <= restart + _LOSS_S
    last = recording.segments[-1]
    wall_s = last.started_mono_s + last.duration_s - recording.segments[0].started_mono_s
    assert recording.duration_s + sum(gap.length_s for gap in gaps) == pytest.approx(wall_s, abs=0.5)
    footage = Footage(tmp_path / recording.file)
    assert len(footage.brightness) / 30 == pytest.approx(recording.duration_s, abs=0.1)


@pytest.mark.slow
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
