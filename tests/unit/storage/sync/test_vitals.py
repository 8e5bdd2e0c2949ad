"""What is told of the station every two seconds is what its screen shows."""

from dataclasses import replace

import pytest

from kiosk.domain.masks import MaskReason, Masks
from kiosk.flow.states import (
    Finishing,
    HandRaised,
    Interrupted,
    Kiosk,
    Paused,
    Questioning,
    ThankYou,
    Welcome,
)
from kiosk.ports.live import Sight
from kiosk.ports.recorder import DeviceState, RecorderStatus
from kiosk.ports.station import Snapshot
from kiosk.ports.sync import SyncQueue
from kiosk.runtime.beacon import may_be_seen
from kiosk.wire import live as wire
from kiosk.wire.live import Doing, LiveState
from storage.sync.vitals import live_state
from ui.samples import ANSWERING, RUN, kiosks

ON = DeviceState.RECORDING
RUNNING = RecorderStatus(ON, ON, ON, True, 1, 95.0, 2850, 0, 0, -24.0, True, 7)
SAMPLES = dict(kiosks())


def told(kiosk: Kiosk, recorder: RecorderStatus | None = RUNNING, after_s: float = 0.0) -> LiveState:
    snapshot = Snapshot(kiosk, 100.0)
    seen = may_be_seen(kiosk, recorder)
    sight = Sight(snapshot, 100.0 + after_s, recorder, SyncQueue(2, 500, ""), "1.0", seen)
    return live_state(sight, "2026-11-20T10:00:00.000Z")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_state_can_be_told_and_read_again(name: str) -> None:
    state = told(SAMPLES[name])
    assert LiveState.model_validate_json(state.model_dump_json()) == state
    assert (state.waiting_sessions, state.waiting_bytes, state.free_bytes) == (2, 500, 7)


def test_the_time_of_an_answer_runs_and_stands_with_the_candidates_clock() -> None:
    scene = Questioning(RUN, 0, ANSWERING)
    running, standing = told(Kiosk(scene), after_s=4.0), told(SAMPLES["hand-raised"], after_s=4.0)
    assert (running.scene, running.question, running.doing) == (wire.Scene.IN_PROGRESS, 1, Doing.ANSWERING)
    assert (running.spent_s, running.limit_s) == (42.0, scene.question.answer_limit_s)
    assert (standing.scene, standing.spent_s) == (wire.Scene.INTERRUPTED, 38.0)


def test_a_recorder_that_is_away_tells_of_no_device() -> None:
    state = told(Kiosk(Questioning(RUN, 0, ANSWERING)), recorder=None)
    assert (state.recording, state.camera, state.pictured) == (False, wire.DeviceState.ABSENT, False)


def test_a_cover_that_was_ordered_is_told_before_the_recorder_has_drawn_it() -> None:
    covered = replace(RUN, masks=Masks(camera=MaskReason.OTHER))
    state = told(Kiosk(Questioning(covered, 0, ANSWERING)))
    assert (state.camera, state.microphone, state.pictured) == (
        wire.DeviceState.MASKED,
        wire.DeviceState.OK,
        False,
    )


def test_nobody_is_seen_before_the_consent_behind_a_cover_or_when_it_is_over() -> None:
    seen = {name for name, kiosk in SAMPLES.items() if may_be_seen(kiosk, RUNNING)}
    assert {"answering", "hand-raised", "interrupted"} <= seen
    for name in seen:
        assert not isinstance(SAMPLES[name].scene, Welcome | Paused | Finishing | ThankYou)
    unseen = SAMPLES.keys() - seen
    assert {"welcome", "consent", "paused", "finishing", "thanks"} <= unseen
    inside = Questioning(replace(RUN, masks=Masks(camera=MaskReason.PRIVACY)), 0, ANSWERING)
    assert not may_be_seen(Kiosk(Interrupted(inside, HandRaised(), recording=True)), RUNNING)
    assert not may_be_seen(Kiosk(Questioning(replace(RUN, filmed=False), 0, ANSWERING)), RUNNING)


@pytest.mark.parametrize("device", [DeviceState.MASKED, DeviceState.LOST, DeviceState.CLOSED])
def test_what_the_recorder_does_not_see_nobody_sees(device: DeviceState) -> None:
    assert not may_be_seen(Kiosk(Questioning(RUN, 0, ANSWERING)), replace(RUNNING, camera=device))
