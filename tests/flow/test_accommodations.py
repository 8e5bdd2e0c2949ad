"""One card a person: more time, more attempts, answers in writing, no voice; applied in one go."""

from dataclasses import replace

import pytest

from kiosk.domain.accommodations import NONE, Accommodations, Captions, Comfort
from kiosk.domain.consent import Scoring
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.transcript import Origin
from kiosk.flow.effects import CancelTimer, Speak, StartTimer
from kiosk.flow.events import (
    AdjustingBegan,
    AdjustingEnded,
    AnswerEnded,
    AnswerTyped,
    CheckFinished,
    ComfortChosen,
    ConsentGiven,
    RetakeRequested,
    SampleRequested,
    SilenceNoticed,
    TimePassed,
    TimerElapsed,
)
from kiosk.flow.facts import CaptureUnproved
from kiosk.flow.staff import AccommodationsSet
from kiosk.flow.states import (
    ADJUSTING_S,
    Answering,
    Asking,
    CheckingDevices,
    Consenting,
    Deciding,
    Practising,
    Questioning,
    Reviewing,
    Thinking,
)
from kiosk.flow.timers import Timer
from tests.flow.booth import SOUND_S, Booth
from tests.flow.candidate import STAFF
from tests.flow.journey import THREE, Journey, asked, at
from tests.flow.journeys import PAUSE, RESUME

SILENT = Comfort(voice=False)


def invited(**needs: object) -> Journey:
    card = Accommodations(**needs)  # type: ignore[arg-type]
    return Journey(Booth(THREE, card=card))


def texts(journey: Journey) -> list[tuple[str, int, str]]:
    return [(one.question, one.attempt, one.latest.text) for one in journey.run.transcripts]


# --- the card ------------------------------------------------------------------------------
def test_extra_time_stretches_every_limit() -> None:
    journey = invited(extra_time=1.5).given(asked(0, Asking)).waits(SOUND_S)
    assert StartTimer(Timer.THINK, 45.0) in journey.orders
    journey.given(asked(0)).waits(89.0).then(Questioning, Answering)
    journey.waits(1.0).then(Questioning, Deciding)


def test_the_practice_question_is_met_in_the_same_way() -> None:
    journey = invited(extra_time=2.0).given(at(Practising))
    assert isinstance(journey.kiosk.scene, Practising)
    assert journey.kiosk.scene.question.answer_limit_s == 60.0


def test_extra_retakes_are_given_on_top() -> None:
    journey = invited(extra_retakes=1).given(asked(1)).when(AnswerEnded()).then(Questioning, Deciding)
    journey.when(RetakeRequested(), AnswerEnded()).then(Questioning, index=2)


def test_what_cannot_be_had_is_the_nearest_that_can() -> None:
    absurd = Accommodations(extra_time=1e300, extra_retakes=-3, comfort=Comfort(volume=99.0))
    question = absurd.applied(THREE.questions[0])
    assert (question.answer_limit_s, question.retakes) == (240.0, 1)
    journey = Journey(Booth(THREE, card=absurd)).given(asked(0, Asking))
    assert journey.run.comfort == Comfort(volume=2.0)


def test_nobody_gets_less_than_everybody() -> None:
    question = Accommodations(extra_time=0.2).applied(THREE.questions[0])
    assert question == THREE.questions[0]


def test_staff_change_the_card_during_an_answer_and_the_clock_follows() -> None:
    journey = Journey().given(asked(1)).waits(10.0)
    journey.when(AccommodationsSet(STAFF, Accommodations(extra_time=2.0)))
    assert StartTimer(Timer.ANSWER, 110.0) in journey.orders
    journey.waits(100.0).then(Questioning, Answering).waits(10.0).then(Questioning, index=2)


def test_a_card_given_before_consent_counts_from_then_on() -> None:
    journey = Journey().given(at(Consenting))
    journey.when(AccommodationsSet(STAFF, Accommodations(extra_time=2.0)))
    journey.when(ConsentGiven(Scoring.HUMAN_ONLY, "1")).then(CheckingDevices)
    assert journey.run.accommodations.extra_time == 2.0


def test_a_card_given_during_a_pause_starts_no_clock() -> None:
    journey = Journey().given(asked(1)).when(PAUSE)
    journey.when(AccommodationsSet(STAFF, Accommodations(extra_time=2.0)))
    assert journey.orders == ()
    journey.when(RESUME)
    assert StartTimer(Timer.ANSWER, 120.0) in journey.orders


def test_the_card_that_is_there_is_no_news() -> None:
    Journey().given(asked(1)).ignores(AccommodationsSet(STAFF, NONE))


# --- answers in writing --------------------------------------------------------------------
def writing() -> Journey:
    return invited(text_answers=True).given(asked(1))


def test_a_typed_answer_is_its_own_transcript() -> None:
    journey = writing().when(AnswerTyped("I wr"), AnswerTyped("I wrote this."), AnswerEnded())
    assert texts(journey) == [("team", 1, "I wrote this.")]
    assert journey.run.transcripts[0].latest.origin is Origin.TYPED
    assert journey.run.typed is None


def test_what_was_typed_when_time_is_up_counts() -> None:
    journey = writing().when(AnswerTyped("half a sen")).waits(60.0).then(Questioning, index=2)
    assert texts(journey) == [("team", 1, "half a sen")]


def test_a_retake_goes_on_with_what_is_typed_and_both_attempts_are_kept_apart() -> None:
    journey = invited(text_answers=True).given(asked(0)).when(AnswerTyped("first"), AnswerEnded())
    journey.when(RetakeRequested()).when(AnswerTyped("first and more"), AnswerEnded())
    assert journey.answers == [("work", 1, "discarded"), ("work", 2, "kept")]
    assert texts(journey) == [("work", 2, "first and more")]


def test_whoever_may_not_type_does_not() -> None:
    Journey().given(asked(1)).ignores(AnswerTyped("x"))
    writing().ignores(AnswerTyped("x" * 16385))


def test_silence_means_nothing_while_somebody_writes() -> None:
    journey = writing().ignores(SilenceNoticed()).when(AnswerTyped("I wrote this."), AnswerEnded())
    journey.when(CaptureUnproved("team:1", CaptureFlaw.NO_VOICE, "nothing was heard"))
    assert journey.run.unproved == ()


def test_nobody_who_writes_has_to_speak_to_pass_the_device_check() -> None:
    journey = invited(text_answers=True, comfort=SILENT).given(at(CheckingDevices))
    journey.when(CheckFinished())
    assert not isinstance(journey.kiosk.scene, CheckingDevices)
    invited(text_answers=True).given(at(CheckingDevices)).ignores(CheckFinished())


def test_nobody_who_hears_nothing_has_to_hear_themself() -> None:
    journey = invited(comfort=SILENT).given(at(CheckingDevices)).ignores(CheckFinished())
    journey.when(SampleRequested()).waits(12.0).when(CheckFinished())


# --- how the interviewer is met ------------------------------------------------------------
def test_the_voice_is_as_slow_and_as_loud_as_the_candidate_likes_it() -> None:
    journey = Journey().given(asked(0)).when(ComfortChosen(Comfort(slow=True, volume=1.5)))
    spoken: list[Speak] = []

    def listen(now: Journey) -> None:
        spoken.extend(order for order in now.orders if isinstance(order, Speak))

    journey.watch = listen
    journey.given(asked(1))
    assert (spoken[0].slow, spoken[0].volume) == (True, 1.5)


def test_without_a_voice_there_is_time_to_read() -> None:
    journey = invited(comfort=SILENT).given(asked(0, Asking))
    assert not any(isinstance(order, Speak) for order in journey.orders)
    journey.waits(5.0).then(Questioning, Asking).waits(5.0).then(Questioning, Thinking)


def test_captions_are_part_of_the_card_and_of_the_choice() -> None:
    large = Comfort(captions=Captions.LARGE)
    off = ComfortChosen(replace(large, captions=Captions.OFF))
    journey = invited(comfort=large).given(asked(0))
    assert journey.run.comfort == large
    journey.when(off).ignores(off)


# --- adjusting stops the clock -------------------------------------------------------------
@pytest.mark.parametrize(
    ("index", "phase", "timer"), [(0, Thinking, Timer.THINK), (1, Answering, Timer.ANSWER)]
)
def test_making_the_screen_fit_costs_no_time(index: int, phase: type, timer: Timer) -> None:
    journey = Journey().given(asked(index, phase)).when(AdjustingBegan(), after_s=5.0)
    assert CancelTimer(timer) in journey.orders
    journey.waits(60.0).when(AdjustingEnded())
    journey.then(Questioning, phase, spent_s=5.0)
    left = {0: 25.0, 1: 55.0}[index]
    assert StartTimer(timer, left) in journey.orders


def test_it_is_no_way_to_think_for_an_hour() -> None:
    journey = Journey().given(asked(0, Thinking)).when(AdjustingBegan()).waits(100.0).when(AdjustingEnded())
    journey.when(AdjustingBegan()).waits(ADJUSTING_S - 100.0).then(Questioning, Thinking, spent_s=0.0)
    assert not journey.run.adjusting
    journey.ignores(AdjustingBegan(), AdjustingEnded()).waits(30.0).then(Questioning, Answering)


def test_a_question_that_is_read_out_meanwhile_starts_no_clock() -> None:
    journey = Journey().given(asked(0, Asking)).when(AdjustingBegan()).waits(60.0)
    journey.then(Questioning, Thinking, spent_s=0.0).when(AdjustingEnded())
    assert StartTimer(Timer.THINK, 30.0) in journey.orders


def test_after_an_interruption_the_clock_runs_again() -> None:
    journey = Journey().given(asked(1)).when(AdjustingBegan(), PAUSE, RESUME)
    assert not journey.run.adjusting
    assert StartTimer(Timer.ANSWER, 60.0) in journey.orders


def test_where_no_clock_runs_nothing_is_stopped() -> None:
    checking = Journey().given(at(CheckingDevices))
    checking.ignores(AdjustingBegan(), AdjustingEnded(), TimerElapsed(Timer.ADJUST))
    Journey().given(at(Reviewing)).ignores(AdjustingBegan())
    adjusting = Journey().given(asked(1)).when(AdjustingBegan()).when(TimePassed(), after_s=5.0)
    adjusting.then(Questioning, Answering, spent_s=0.0)
