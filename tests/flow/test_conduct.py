"""Staff conduct the interview, and the candidate is told of it."""

import pytest

from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.conduct import MOST_EXTRA_S
from kiosk.flow.effects import Announce, OpenDevices, RunBoothTests, UseMicrophone
from kiosk.flow.events import BeginRequested, ContinueRequested, MessageRead, NewInterviewRequested, StillHere
from kiosk.flow.facts import FaultRaised
from kiosk.flow.staff import (
    AskAgainRequested,
    BoothTestRequested,
    ExtraTimeRequested,
    LeaveOutRequested,
    LockRequested,
    MessageSent,
    MicrophoneRequested,
    OverrideRequested,
    ReleaseRequested,
    SetUpRequested,
    UnlockRequested,
)
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    CheckingDevices,
    Consenting,
    Deciding,
    EnteringCode,
    Interrupted,
    Message,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    Scene,
    ThankYou,
    Thinking,
    Welcome,
)
from kiosk.flow.timers import ARRIVAL_IDLE_S, CHECK_IDLE_S, NOTICE_IDLE_S, REVIEW_IDLE_S, WARNING_S, Timer
from tests.flow.booth import Booth
from tests.flow.candidate import STAFF, Candidate
from tests.flow.journey import TEAM, THREE, WORK, Journey, asked, at, over, pack
from tests.flow.journeys import PAUSE, RESUME

RELEASE = ReleaseRequested(STAFF)
AGAIN = AskAgainRequested(STAFF, "technical")
LEAVE_OUT = LeaveOutRequested(STAFF, "other")


def held() -> Journey:
    return Journey(Booth(THREE, held=True))


def extra(seconds: float) -> ExtraTimeRequested:
    return ExtraTimeRequested(STAFF, seconds, "technical")


# --- the start -----------------------------------------------------------------------------
def test_nothing_is_recorded_before_staff_release_the_start() -> None:
    journey = held().given(at(AwaitingRelease)).waits(900.0).then(AwaitingRelease)
    assert not journey.booth.recording
    journey.when(RELEASE).then(Questioning, Asking, index=0)


def test_a_start_may_be_released_ahead() -> None:
    journey = held().given(at(Practising)).when(RELEASE).ignores(RELEASE)
    journey.given(over)
    assert not any(isinstance(event, ReleaseRequested) for event in journey.events[-10:])


def test_a_station_that_does_not_hold_asks_at_once() -> None:
    Journey().given(at(Practising)).ignores(RELEASE)


def test_a_release_during_a_pause_counts_after_it() -> None:
    held().given(at(AwaitingRelease)).when(PAUSE, RELEASE).then(Paused).when(RESUME).then(Questioning)


# --- time ----------------------------------------------------------------------------------
def test_extra_time_is_time() -> None:
    journey = Journey().given(asked(1)).when(extra(30.0), after_s=50.0)
    journey.waits(39.0).then(Questioning, Answering, index=1).waits(2.0).then(Questioning, index=2)


def test_extra_time_before_the_answer_counts_for_it() -> None:
    journey = Journey().given(asked(0, Thinking)).when(extra(30.0)).given(asked(0))
    journey.waits(89.0).then(Questioning, Answering, index=0)


def test_extra_time_is_for_one_question_and_has_an_end() -> None:
    journey = Journey().given(asked(0)).when(extra(1e6)).ignores(extra(1.0), extra(-5.0))
    scene = journey.kiosk.scene
    assert isinstance(scene, Questioning)
    assert scene.question.answer_limit_s == WORK.answer_limit_s + MOST_EXTRA_S
    journey.given(asked(1)).then(Questioning, question=TEAM)


# --- asking again, leaving out ---------------------------------------------------------------
@pytest.mark.parametrize("phase", [Asking, Thinking, Answering, Deciding])
def test_a_question_is_asked_again_from_any_phase(phase: type) -> None:
    journey = Journey(candidate=Candidate(retakes=1)).given(asked(0, phase)).when(AGAIN)
    journey.then(Questioning, Asking, index=0).given(over)
    outcomes = [outcome for question, _, outcome in journey.answers if question == WORK.id]
    assert outcomes[-1] == "kept"
    assert set(outcomes[:-1]) <= {"discarded"}


def test_a_question_is_left_out_that_the_candidate_may_not_skip() -> None:
    journey = Journey().given(asked(1)).when(LEAVE_OUT).then(Questioning, index=2)
    assert journey.answers[-1] == (TEAM.id, 1, "skipped")


def test_an_answer_that_is_being_decided_on_is_not_left_out() -> None:
    Journey(candidate=Candidate(retakes=1)).given(asked(0, Deciding)).ignores(LEAVE_OUT)


def test_what_is_wished_in_a_pause_is_done_after_it() -> None:
    journey = Journey().given(asked(1)).when(PAUSE, AGAIN, extra(30.0)).then(Paused)
    journey.when(RESUME).then(Questioning, Asking, index=1, extra_s=30.0)


# --- messages --------------------------------------------------------------------------------
def test_a_message_stays_until_it_is_read() -> None:
    journey = Journey().given(asked(1)).when(MessageSent(STAFF, aloud=True, text=" Please speak up. "))
    assert journey.kiosk.message == Message("Please speak up.", STAFF)
    assert Announce("Please speak up.", "en", into_recording=True) in journey.orders
    journey.when(MessageRead()).ignores(MessageRead())
    assert journey.kiosk.message is None


def test_nothing_is_said_into_a_question() -> None:
    journey = Journey().given(asked(1, Asking)).when(MessageSent(STAFF, aloud=True, text="Hello"))
    assert not any(isinstance(order, Announce) for order in journey.orders)


def test_a_message_needs_words_and_somebody_to_read_them() -> None:
    Journey().ignores(MessageSent(STAFF, aloud=False, text="Hello"))
    Journey().given(asked(1)).ignores(MessageSent(STAFF, aloud=False, text="  "))
    journey = Journey().given(asked(1)).when(MessageSent(STAFF, aloud=False, text="Hello"))
    journey.given(over).when(NewInterviewRequested())
    assert journey.kiosk.message is None


# --- the booth -------------------------------------------------------------------------------
def test_a_spare_microphone_is_opened_and_stays_after_a_power_cut() -> None:
    journey = Journey().given(asked(1)).when(MicrophoneRequested(STAFF, "spare"))
    assert journey.orders == (UseMicrophone("spare"), OpenDevices())
    ordered = journey.crashes(power=True).orders[2:]
    assert UseMicrophone("spare") in ordered


def test_a_locked_booth_lets_nobody_begin() -> None:
    journey = Journey().when(LockRequested("")).ignores(LockRequested(STAFF), BeginRequested())
    journey.when(UnlockRequested(STAFF)).when(BeginRequested()).then(EnteringCode)


def test_a_booth_is_tested_while_nobody_is_here() -> None:
    test = BoothTestRequested(STAFF)
    assert Journey().when(test).orders == (RunBoothTests(),)
    Journey().given(asked(1)).ignores(test)


def test_staff_leave_for_the_set_up_while_nobody_is_here_and_nobody_begins_meanwhile() -> None:
    journey = Journey().when(SetUpRequested(STAFF)).ignores(SetUpRequested(STAFF), BeginRequested())
    assert journey.kiosk.setting_up
    Journey().given(asked(1)).ignores(SetUpRequested(STAFF))


def test_the_kiosk_comes_back_from_the_set_up_with_the_microphone_that_was_chosen_there() -> None:
    journey = Journey().when(MicrophoneRequested(STAFF, "spare")).when(SetUpRequested(STAFF))
    journey.crashes(power=False)
    assert not journey.kiosk.setting_up
    assert journey.kiosk.microphone == ""
    assert not any(isinstance(order, UseMicrophone) for order in journey.orders)
    journey.when(BeginRequested()).then(EnteringCode)


def test_a_booth_opened_in_spite_of_a_fault_passes_it_over_until_it_ends() -> None:
    journey = Journey().breaks(FaultCode.CAMERA_MISSING).ignores(BeginRequested())
    journey.when(OverrideRequested(STAFF, "sound is enough")).ignores(OverrideRequested(STAFF, "again"))
    journey.given(asked(1)).when(FaultRaised(Fault(FaultCode.CAMERA_MISSING))).then(Questioning)
    assert journey.kiosk.faults == ()
    journey.mends(FaultCode.CAMERA_MISSING)
    journey.breaks(FaultCode.CAMERA_MISSING).then(Interrupted)


@pytest.mark.parametrize("code", [FaultCode.DATA_UNWRITABLE, FaultCode.JOURNAL_DAMAGED])
def test_nobody_opens_a_booth_that_can_keep_nothing(code: FaultCode) -> None:
    Journey().breaks(code).ignores(OverrideRequested(STAFF, "please"), BeginRequested())


# --- nobody there ------------------------------------------------------------------------------
IDLE: dict[type[Scene], float] = {
    EnteringCode: ARRIVAL_IDLE_S,
    Consenting: NOTICE_IDLE_S,
    CheckingDevices: CHECK_IDLE_S,
    Reviewing: REVIEW_IDLE_S,
}


@pytest.mark.parametrize("scene", list(IDLE))
def test_it_is_asked_whether_somebody_is_there_before_anything_is_cleared_away(scene: type[Scene]) -> None:
    journey = Journey().given(at(scene)).waits(IDLE[scene] + 1.0).then(scene)
    assert journey.kiosk.idle_warned
    journey.when(StillHere()).ignores(StillHere()).waits(IDLE[scene] + WARNING_S - 1.0).then(scene)
    journey.waits(2.0)
    assert isinstance(journey.kiosk.scene, Welcome | ThankYou)


def test_whoever_goes_on_is_there() -> None:
    journey = Journey().given(at(CheckingDevices)).waits(CHECK_IDLE_S + 1.0)
    assert journey.kiosk.idle_warned
    journey.given(lambda kiosk: not kiosk.idle_warned)
    journey.given(over)


def test_an_interruption_takes_the_question_away() -> None:
    journey = Journey().given(at(CheckingDevices)).waits(CHECK_IDLE_S + 1.0).when(PAUSE)
    assert not journey.kiosk.idle_warned
    assert Timer.IDLE not in journey.booth.timers
    journey.when(RESUME).then(CheckingDevices).ignores(ContinueRequested())


def test_a_pack_without_practice_waits_for_its_release_as_well() -> None:
    journey = Journey(Booth(pack(WORK, practice=None), held=True)).given(at(AwaitingRelease))
    journey.when(RELEASE).then(Questioning)
