"""Trouble, and the way back: the clock stops, nothing is lost, and the candidate says when."""

import pytest

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.masks import MaskReason, Masks
from kiosk.flow.effects import ApplyMasks, CallStaff, StartRecording, StopRecording
from kiosk.flow.events import (
    AnswerEnded,
    ContinueRequested,
    HelpRequested,
    NewInterviewRequested,
    TimePassed,
)
from kiosk.flow.facts import (
    DevicesOpened,
    FaultCleared,
    FaultRaised,
    RecordingStarted,
    RecordingStopped,
)
from kiosk.flow.interruption import ready
from kiosk.flow.staff import HelpAnswered, ResumeRequested
from kiosk.flow.states import (
    Answering,
    Asking,
    Beginning,
    Chapter,
    CheckingDevices,
    Consenting,
    HandRaised,
    Interrupted,
    Practising,
    Questioning,
    Restarted,
    Reviewing,
    ThankYou,
    Welcome,
)
from tests.flow.booth import WALL
from tests.flow.candidate import STAFF
from tests.flow.journey import Journey, asked, at, over
from tests.flow.journeys import (
    COVER_CAMERA,
    COVER_MICROPHONE,
    PAUSE,
    START,
    STOP,
    UNCOVER_CAMERA,
    UNCOVER_MICROPHONE,
)

CHAPTERS: list[type[Chapter]] = [CheckingDevices, Practising, Questioning, Reviewing]
BOTH = Masks(MaskReason.PRIVACY, MaskReason.STAFF_IN_BOOTH)
MIC = FaultCode.MICROPHONE_LOST


def answering() -> Journey:
    return Journey().given(asked(1))


# --- faults --------------------------------------------------------------------------------
def test_a_lost_microphone_stops_the_clock_until_the_candidate_goes_on() -> None:
    journey = answering().waits(5.0).breaks(MIC).then(Interrupted, cause=Fault(MIC))
    journey.waits(100.0).mends(MIC).then(Interrupted, recording=True)
    journey.waits(100.0).when(ContinueRequested()).then(Questioning, Answering, spent_s=5.0)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_lost_microphone_interrupts_every_chapter(chapter: type[Chapter]) -> None:
    journey = Journey().given(at(chapter)).breaks(MIC).then(Interrupted)
    assert journey.booth.sound is None
    journey.mends(MIC).when(ContinueRequested()).then(chapter)
    assert journey.given(over).answers[-1] == ("plans", 1, "kept")


def test_a_lost_camera_keeps_what_was_said_and_the_clock() -> None:
    journey = answering().waits(5.0).breaks(FaultCode.CAMERA_LOST).then(Questioning, Answering)
    assert [fault.code for fault in journey.kiosk.faults] == [FaultCode.CAMERA_LOST]
    journey.mends(FaultCode.CAMERA_LOST).when(TimePassed(), after_s=5.0)
    journey.then(Questioning, Answering, spent_s=10.0)
    assert journey.kiosk.faults == ()


def test_nobody_goes_on_while_something_is_wrong() -> None:
    journey = answering().breaks(MIC).when(ContinueRequested()).then(Interrupted)
    assert not any(isinstance(effect, StartRecording) for effect in journey.orders)
    journey.ignores(AnswerEnded())


def test_a_full_disk_ends_the_segment_and_waits_for_space() -> None:
    journey = answering().breaks(FaultCode.DISK_FULL).then(Interrupted, recording=False)
    assert journey.booth.recording == ""
    journey.waits(60.0).mends(FaultCode.DISK_FULL).then(Interrupted, recording=True)
    journey.when(ContinueRequested()).then(Questioning, Answering)
    assert journey.booth.segments == {journey.run.session: 2}


def test_the_gravest_news_is_the_one_that_is_told() -> None:
    journey = answering().loses_the_recorder().breaks(MIC).then(Interrupted, cause=Fault(MIC))
    journey.gets_the_recorder_back().then(Interrupted).mends(MIC).then(Interrupted, recording=True)
    journey.when(ContinueRequested()).then(Questioning, Answering)


def test_a_fault_is_listed_once_and_with_its_latest_detail() -> None:
    journey = answering().when(
        *(FaultRaised(Fault(FaultCode.DISK_LOW, words)) for words in ("1 GiB", "0.9 GiB"))
    )
    assert journey.kiosk.faults == (Fault(FaultCode.DISK_LOW, "0.9 GiB"),)
    journey.ignores(FaultCleared(FaultCode.ENCODER_SLOW))


# --- the recorder --------------------------------------------------------------------------
def test_a_recorder_that_comes_back_takes_the_interview_on_by_itself() -> None:
    journey = answering().waits(5.0).loses_the_recorder().then(Interrupted, recording=False)
    journey.waits(2.0).gets_the_recorder_back().then(Questioning, Answering, spent_s=5.0)
    assert journey.booth.segments == {journey.run.session: 2}


def test_a_new_recorder_sees_nothing_that_staff_had_covered() -> None:
    journey = answering().when(COVER_CAMERA, COVER_MICROPHONE).loses_the_recorder()
    journey.gets_the_recorder_back().then(Questioning, Answering)
    assert journey.booth.masks == BOTH


def test_in_the_practice_a_new_recorder_records_nothing_and_covers_what_was_covered() -> None:
    journey = Journey().given(at(Practising)).when(COVER_CAMERA).loses_the_recorder()
    journey.gets_the_recorder_back().then(Practising)
    assert journey.booth.masks.camera is MaskReason.PRIVACY
    assert journey.booth.segments == {}


def test_nobody_waits_for_ever_for_a_recorder() -> None:
    journey = answering().loses_the_recorder().waits(16.0)
    journey.then(Interrupted, cause=Fault(FaultCode.RECORDING_NOT_STARTED, "no answer in time"))
    journey.gets_the_recorder_back().then(Interrupted, recording=True)
    journey.when(ContinueRequested()).then(Questioning, Answering)


def test_a_recording_that_stops_by_itself_is_not_silent() -> None:
    journey = answering().waits(4.0)
    before = journey.booth.segments[journey.run.session]
    journey.booth.recording = ""
    journey.happens(RecordingStopped(journey.run.session, before))
    journey.then(Interrupted, recording=False).settles().then(Questioning, Answering, spent_s=4.0)
    assert journey.booth.segments[journey.run.session] == before + 1


def test_news_of_a_segment_that_is_over_changes_nothing() -> None:
    journey = answering()
    before = journey.kiosk
    journey.when(RecordingStopped(journey.run.session, 0), RecordingStopped("another session", 1))
    assert journey.kiosk == before


def test_a_start_that_fails_is_tried_again_as_often_as_asked() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning)).when(FaultRaised(Fault(FaultCode.RECORDING_NOT_STARTED, "busy")))
    journey.then(Interrupted, recording=False).when(ContinueRequested()).then(Interrupted, recording=False)
    assert StartRecording(journey.run.session, 12.5) in journey.orders
    journey.waits(20.0).booth.begins = True
    journey.when(START).then(Interrupted, recording=True)
    assert journey.kiosk.faults == ()
    journey.when(ContinueRequested()).then(Questioning, Asking, index=0)


def test_the_recording_of_another_session_starts_no_questions() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning)).when(RecordingStarted("f" * 32, 7, WALL)).then(Beginning)
    assert any(isinstance(effect, StopRecording) for effect in journey.orders)


@pytest.mark.parametrize("scene", [Welcome, Consenting, CheckingDevices, Practising, ThankYou])
def test_a_recording_nobody_agreed_to_is_stopped(scene: type) -> None:
    journey = Journey().given(at(scene))
    journey.booth.recording, journey.booth.segments["f" * 32] = "f" * 32, 1
    journey.when(RecordingStarted("f" * 32, 1, WALL)).then(scene)
    assert journey.booth.recording == ""


# --- masks ---------------------------------------------------------------------------------
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_devices_are_covered_and_uncovered_in_every_chapter(chapter: type[Chapter]) -> None:
    journey = Journey().given(at(chapter)).when(COVER_CAMERA, COVER_MICROPHONE).then(chapter)
    assert journey.booth.masks == BOTH
    journey.when(UNCOVER_CAMERA, UNCOVER_MICROPHONE).then(chapter)
    assert journey.booth.masks == Masks()


def test_covering_does_not_stop_the_clock_or_the_recording() -> None:
    journey = answering().when(COVER_CAMERA, after_s=3.0).when(UNCOVER_CAMERA, after_s=3.0)
    journey.then(Questioning, Answering, spent_s=6.0)
    assert journey.booth.recording


def test_what_was_covered_in_an_interruption_stays_covered() -> None:
    journey = answering().breaks(MIC).when(COVER_CAMERA).mends(MIC).when(ContinueRequested())
    assert journey.booth.masks.camera is MaskReason.PRIVACY


def test_no_mask_outlives_its_session() -> None:
    journey = answering().when(COVER_CAMERA, COVER_MICROPHONE).given(over).when(NewInterviewRequested())
    assert journey.given(at(CheckingDevices)).booth.masks == Masks()


# --- staff ---------------------------------------------------------------------------------
def test_staff_may_pause_and_stop_in_an_interruption() -> None:
    answering().breaks(MIC).when(PAUSE).mends(MIC).when(START).then(Questioning, Answering)
    answering().breaks(MIC).when(STOP).mends(MIC).when(START).then(Interrupted, recording=True)


def test_help_is_called_and_answered() -> None:
    journey = answering().when(HelpRequested()).then(Interrupted, cause=HandRaised())
    assert journey.kiosk.help_called
    assert CallStaff() in journey.orders
    journey.when(HelpAnswered(STAFF)).ignores(HelpAnswered(STAFF))
    assert not journey.kiosk.help_called


def test_a_raised_hand_stops_the_clock_until_the_candidate_goes_on() -> None:
    journey = answering().when(HelpRequested(), after_s=6.0).waits(600.0).then(Interrupted)
    journey.when(ContinueRequested()).then(Questioning, Answering, spent_s=6.0)


def test_staff_may_let_it_go_on_as_well() -> None:
    answering().when(HelpRequested()).when(ResumeRequested(STAFF)).then(Questioning, Answering)


def test_what_is_said_to_staff_is_not_recorded_and_the_camera_goes_on() -> None:
    journey = answering().when(COVER_CAMERA).when(HelpRequested())
    assert journey.booth.masks == Masks(MaskReason.PRIVACY, MaskReason.HAND_RAISED)
    assert journey.booth.recording
    journey.when(UNCOVER_CAMERA)
    assert journey.booth.masks == Masks(None, MaskReason.HAND_RAISED)
    journey.crashes(power=True).settles()
    assert journey.booth.masks == Masks(None, MaskReason.HAND_RAISED)
    journey.when(ContinueRequested())
    assert journey.booth.masks == Masks()


def test_a_hand_raised_before_the_questions_only_calls() -> None:
    journey = Journey().given(at(CheckingDevices)).when(HelpRequested()).then(CheckingDevices)
    assert journey.kiosk.help_called


def test_a_call_for_help_ends_with_the_person_and_not_with_the_power() -> None:
    journey = answering().when(HelpRequested()).crashes(power=True)
    assert journey.kiosk.help_called
    assert journey.booth.staff_calls == 2
    journey.given(over).when(NewInterviewRequested())
    assert not journey.kiosk.help_called


# --- restarts ------------------------------------------------------------------------------
def test_after_a_power_cut_the_candidate_says_when() -> None:
    journey = answering().when(TimePassed(), after_s=5.0).waits(3.0).crashes(power=True)
    journey.then(Interrupted, cause=Restarted()).settles().then(Interrupted, recording=True)
    assert ready(journey.kiosk.scene, ())  # type: ignore[arg-type]
    journey.when(ContinueRequested(), after_s=300.0).then(Questioning, Answering, spent_s=5.0)


def test_a_recording_that_never_broke_goes_on_without_asking() -> None:
    journey = answering().waits(5.0).crashes(power=False).settles()
    journey.then(Questioning, Answering)
    assert journey.booth.segments == {journey.run.session: 1}


def test_the_voice_of_the_kiosk_that_died_is_silenced() -> None:
    journey = Journey().given(asked(0, Asking)).crashes(power=False).settles().then(Questioning, Asking)
    assert journey.booth.sound is not None
    assert journey.booth.sound.ends_s == journey.booth.now_s + 4.0


def test_a_recorder_that_heals_before_a_power_cut_does_not_speak_for_the_candidate() -> None:
    journey = answering().loses_the_recorder().crashes(power=True).settles()
    journey.then(Interrupted, cause=Restarted(), recording=True)


def test_a_camera_missing_after_a_restart_is_looked_for_again() -> None:
    journey = answering()
    journey.booth.troubles.append(FaultCode.CAMERA_MISSING)
    journey.crashes(power=True).settles().then(Interrupted, cause=Fault(FaultCode.CAMERA_MISSING))
    journey.booth.troubles.clear()
    journey.when(ContinueRequested()).when(FaultCleared(FaultCode.CAMERA_MISSING))
    journey.when(ContinueRequested()).then(Questioning, Answering)


def test_devices_that_answer_are_noted() -> None:
    journey = answering().when(DevicesOpened("a", "b", "c"))
    assert ApplyMasks(Masks()) not in journey.orders


def test_a_muted_microphone_costs_the_candidate_no_time() -> None:
    journey = Journey().given(asked(0)).breaks(FaultCode.MICROPHONE_MUTED).then(Interrupted)
    journey.waits(200.0).mends(FaultCode.MICROPHONE_MUTED)
    journey.when(ContinueRequested()).then(Questioning, Answering, spent_s=0.0)
