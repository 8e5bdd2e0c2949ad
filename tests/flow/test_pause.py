"""Staff stop the clock, and only staff let it go on."""

import pytest

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.masks import MaskReason
from kiosk.flow.effects import StartRecording
from kiosk.flow.events import AnswerEnded, ContinueRequested, PracticeSkipped, TimerElapsed
from kiosk.flow.interruption import PAUSE_MASKS
from kiosk.flow.states import (
    Answering,
    Asking,
    Beginning,
    Chapter,
    CheckingDevices,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    RecordingStoppedBy,
    Reviewing,
)
from kiosk.flow.timers import Timer
from tests.flow.candidate import STAFF
from tests.flow.journey import Journey, asked, at, over
from tests.flow.journeys import COVER_CAMERA, PAUSE, RESUME, START, STOP

CHAPTERS: list[type[Chapter]] = [CheckingDevices, Practising, Questioning, Reviewing]


def answering() -> Journey:
    return Journey().given(asked(1))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_is_paused_and_resumed(chapter: type[Chapter]) -> None:
    journey = (
        Journey().given(at(chapter)).when(PAUSE).then(Paused, by=STAFF, reason="a break", recording=True)
    )
    assert journey.booth.masks == PAUSE_MASKS
    assert journey.booth.sound is None
    journey.waits(1000.0).ignores(PAUSE, AnswerEnded(), ContinueRequested(), TimerElapsed(Timer.ANSWER))
    journey.when(RESUME).then(chapter).given(over)


def test_a_pause_while_the_recorder_starts_begins_with_the_first_question() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning)).when(PAUSE).then(Paused)
    journey.booth.begins = True
    journey.when(RESUME).then(Questioning, Asking, index=0)


def test_a_recording_that_starts_during_a_pause_is_not_forgotten() -> None:
    journey = Journey().given(at(Practising))
    assert journey.happens(PracticeSkipped())
    assert journey.then(Beginning).happens(PAUSE)
    journey.settles().when(RESUME).then(Questioning, Asking, index=0)
    assert journey.run.segment == 1


def test_the_pause_does_not_count() -> None:
    answering().when(PAUSE, after_s=6.0).when(RESUME, after_s=600.0).then(Questioning, Answering, spent_s=6.0)


def test_what_was_covered_before_the_pause_is_covered_after_it() -> None:
    journey = answering().when(COVER_CAMERA, PAUSE).when(RESUME)
    assert journey.booth.masks.camera is MaskReason.PRIVACY
    journey = answering().when(PAUSE, COVER_CAMERA)
    assert journey.booth.masks == PAUSE_MASKS
    assert journey.when(RESUME).booth.masks.camera is MaskReason.PRIVACY


def test_a_recorder_lost_in_a_pause_records_on_covered() -> None:
    journey = answering().when(PAUSE).loses_the_recorder().then(Paused, recording=False)
    journey.gets_the_recorder_back().then(Paused, recording=True)
    assert journey.booth.masks == PAUSE_MASKS
    journey.when(RESUME).then(Questioning, Answering)


def test_nobody_is_asked_on_while_nothing_records() -> None:
    journey = answering().when(PAUSE).loses_the_recorder().when(RESUME)
    journey.then(Interrupted, recording=False, cause=Fault(FaultCode.RECORDER_LOST))
    journey.gets_the_recorder_back().then(Questioning, Answering)


def test_a_pause_in_the_practice_never_starts_the_recording() -> None:
    journey = Journey().given(at(Practising)).when(PAUSE).breaks(FaultCode.MICROPHONE_LOST).when(RESUME)
    journey.then(Interrupted)
    assert not any(isinstance(effect, StartRecording) for effect in journey.orders)
    journey.mends(FaultCode.MICROPHONE_LOST).when(ContinueRequested()).then(Practising)
    assert journey.booth.segments == {}


def test_a_pause_hides_no_trouble_that_was_there_before_it() -> None:
    journey = answering().breaks(FaultCode.MICROPHONE_LOST).when(PAUSE, RESUME)
    journey.then(Interrupted, cause=Fault(FaultCode.MICROPHONE_LOST))


def test_a_power_cut_in_a_pause_stays_a_pause() -> None:
    journey = answering().when(PAUSE).crashes(power=True).then(Paused, recording=False)
    journey.settles().then(Paused, recording=True)
    assert journey.booth.masks == PAUSE_MASKS
    journey.when(RESUME).then(Questioning, Answering)


# --- stopping by hand ----------------------------------------------------------------------
def test_staff_stop_the_recording_and_start_it_again() -> None:
    journey = answering().when(STOP).then(Paused, recording=False, reason="wrong person")
    assert journey.booth.recording == ""
    journey.when(START).then(Interrupted, cause=RecordingStoppedBy(STAFF), recording=True)
    journey.when(ContinueRequested()).then(Questioning, Answering)
    assert journey.run.segment == 2


def test_there_is_nothing_to_stop_before_the_recording() -> None:
    Journey().given(at(Practising)).ignores(STOP)


def test_stopped_means_stopped_through_every_trouble() -> None:
    journey = answering().when(STOP).loses_the_recorder().gets_the_recorder_back()
    journey.crashes(power=True).settles().crashes(power=False).settles().then(Paused, recording=False)
    assert journey.booth.recording == ""
    journey.when(RESUME).then(Interrupted, recording=True)


def test_a_stop_whose_order_was_lost_is_ordered_again() -> None:
    journey = answering().when(STOP)
    journey.booth.recording = journey.run.session
    journey.crashes(power=False).settles()
    assert journey.booth.recording == ""


def test_a_pause_may_become_a_stop() -> None:
    journey = answering().when(PAUSE, STOP).then(Paused, recording=False).ignores(STOP)
    journey.when(RESUME).then(Interrupted, recording=True)
