"""Asking and answering."""

import pytest

from kiosk.domain.answer import Outcome
from kiosk.flow.effects import FallSilent, MarkChapter, Speak, StartTimer
from kiosk.flow.events import (
    AnswerEnded,
    AnswerKept,
    PracticeSkipped,
    RepeatRequested,
    RetakeRequested,
    SilenceNoticed,
    SkipRequested,
    SpeechNoticed,
    StillThinking,
    ThinkingEnded,
    TimePassed,
    TimerElapsed,
)
from kiosk.flow.facts import RecordingStarted, SoundEnded
from kiosk.flow.states import (
    Answering,
    Asking,
    Beginning,
    Deciding,
    Interrupted,
    Practising,
    Questioning,
    Reviewing,
    Thinking,
)
from kiosk.flow.timers import DECIDE_S, Timer
from tests.flow.booth import SOUND_S, WALL, Booth
from tests.flow.candidate import Candidate
from tests.flow.journey import Journey, asked, at, over, pack, phase_of, question
from tests.flow.journeys import PAUSE, RESUME

WORK_SOUND = "question:work"


def practising(phase: type) -> Journey:
    return Journey().given(
        lambda kiosk: isinstance(kiosk.scene, Practising) and isinstance(kiosk.scene.phase, phase)
    )


def in_question(index: int, phase: type = Answering) -> Journey:
    return Journey().given(asked(index, phase))


def test_an_interview_goes_from_welcome_to_thank_you() -> None:
    assert Journey().given(over).answers == [("work", 1, "kept"), ("team", 1, "kept"), ("plans", 1, "kept")]


# --- practice ------------------------------------------------------------------------------
def test_the_practice_may_be_repeated_as_often_as_wanted_and_is_not_kept() -> None:
    journey = practising(Deciding).when(RetakeRequested()).then(Practising, Asking)
    journey.given(lambda kiosk: isinstance(getattr(kiosk.scene, "phase", None), Deciding))
    journey.when(RetakeRequested()).then(Practising, Asking)
    assert journey.given(asked(0, Asking)).answers == []


@pytest.mark.parametrize("phase", [Asking, Answering, Deciding])
def test_the_practice_may_be_skipped_at_any_moment(phase: type) -> None:
    journey = practising(phase).when(PracticeSkipped())
    journey.then(Questioning, Asking, index=0)


def test_the_first_question_waits_for_the_recording() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning)).ignores(AnswerEnded(), SoundEnded(WORK_SOUND, complete=True))
    session = journey.run.session
    journey.booth.recording, journey.booth.segments = session, {session: 1}
    journey.when(RecordingStarted(session, 1, WALL)).then(Questioning, Asking, index=0)


# --- asking --------------------------------------------------------------------------------
def test_a_question_is_marked_and_spoken_into_the_recording() -> None:
    journey = in_question(0).given(asked(0, Deciding))
    journey.happens(AnswerKept())
    text = "What can you tell us about team?"
    assert MarkChapter("question:team", f"2. {text}", "Q2") in journey.orders
    assert Speak("question:team", text, "en", into_recording=True) in journey.orders


def test_the_candidate_thinks_after_the_question_where_the_pack_says_so() -> None:
    in_question(0, Asking).waits(SOUND_S).then(Questioning, Thinking)
    in_question(1, Asking).waits(SOUND_S).then(Questioning, Answering)


def test_a_voice_that_fails_leaves_time_to_read() -> None:
    journey = Journey()
    journey.booth.has_voice = False
    journey.given(asked(0, Asking)).waits(5.0).then(Questioning, Asking)
    journey.waits(5.0).then(Questioning, Thinking)


def test_a_voice_that_never_ends_is_stopped() -> None:
    journey = in_question(0, Asking)
    journey.happens(TimerElapsed(Timer.VOICE))
    assert FallSilent() in journey.orders
    journey.then(Questioning, Thinking)


def test_a_sound_cut_short_does_not_end_the_question_that_follows_it() -> None:
    journey = in_question(0, Asking).ignores(SoundEnded(WORK_SOUND, complete=False))
    journey.ignores(SoundEnded("question:team", complete=True)).then(Questioning, Asking)


# --- repeating -----------------------------------------------------------------------------
@pytest.mark.parametrize(("index", "phase"), [(0, Thinking), (1, Answering)])
def test_repeating_a_question_stops_the_clock(index: int, phase: type) -> None:
    journey = in_question(index, phase).when(RepeatRequested(), after_s=7.0).then(Questioning, Asking)
    journey.waits(SOUND_S).then(Questioning, phase, spent_s=7.0)
    left = {0: 23.0, 1: 53.0}[index]
    timer = Timer.THINK if phase is Thinking else Timer.ANSWER
    assert StartTimer(timer, left) in journey.orders


def test_whoever_asks_for_the_question_again_has_not_finished() -> None:
    journey = in_question(1).when(SilenceNoticed(), RepeatRequested()).waits(SOUND_S)
    journey.then(Questioning, Answering, quiet=False)


def test_a_question_is_not_repeated_while_it_is_asked_or_decided() -> None:
    in_question(0, Asking).ignores(RepeatRequested())
    in_question(0, Deciding).ignores(RepeatRequested())


# --- thinking and answering ----------------------------------------------------------------
def test_think_time_ends_when_the_candidate_is_ready_or_the_clock_says_so() -> None:
    in_question(0, Thinking).when(ThinkingEnded(), after_s=5.0).then(Questioning, Answering, spent_s=0.0)
    in_question(0, Thinking).waits(30.0).then(Questioning, Answering, spent_s=0.0)


def test_an_answer_that_is_finished_is_kept() -> None:
    journey = in_question(1).when(AnswerEnded(), after_s=12.0).then(Questioning, index=2)
    run = journey.run
    attempt = run.attempts[-1]
    assert (attempt.outcome, attempt.spoken_s, attempt.timed_out) == (Outcome.KEPT, 12.0, False)
    assert attempt.started is not None
    assert attempt.ended.seconds_after(attempt.started) == 12.0


def test_an_answer_that_times_out_is_kept() -> None:
    journey = in_question(1).waits(60.0).then(Questioning, index=2)
    run = journey.run
    assert (run.attempts[-1].timed_out, run.attempts[-1].spoken_s) == (True, 60.0)


def test_a_long_silence_only_asks() -> None:
    journey = in_question(1).when(SilenceNoticed(), after_s=20.0).then(Questioning, Answering, quiet=True)
    journey.ignores(SilenceNoticed()).when(StillThinking()).then(Questioning, Answering, quiet=False)
    journey.ignores(StillThinking(), SpeechNoticed()).when(SilenceNoticed(), SpeechNoticed())
    journey.then(Questioning, Answering, quiet=False, spent_s=20.0)


def test_a_silence_before_an_interruption_says_nothing_after_it() -> None:
    in_question(1).when(SilenceNoticed(), PAUSE, RESUME).then(Questioning, Answering, quiet=False)


def test_the_clock_is_kept_while_it_runs() -> None:
    journey = in_question(1).when(TimePassed(), after_s=5.0).when(TimePassed(), after_s=5.0)
    journey.then(Questioning, Answering, spent_s=10.0)
    in_question(0, Asking).ignores(TimePassed())
    in_question(0, Deciding).ignores(TimePassed())


def test_what_means_nothing_does_not_stop_the_clock() -> None:
    journey = in_question(1).waits(5.0).ignores(RetakeRequested()).when(TimePassed(), after_s=5.0)
    journey.then(Questioning, Answering, spent_s=10.0)


# --- retakes and skips ---------------------------------------------------------------------
def test_a_retake_discards_the_attempt_before_it_and_starts_afresh() -> None:
    journey = in_question(0).when(AnswerEnded(), RetakeRequested()).then(Questioning, Answering, attempt=2)
    assert journey.answers == [("work", 1, "discarded")]
    journey.when(AnswerEnded()).then(Questioning, index=1)
    assert journey.answers == [("work", 1, "discarded"), ("work", 2, "kept")]


def test_no_more_retakes_than_the_pack_allows() -> None:
    in_question(1).when(AnswerEnded()).then(Questioning, index=2)
    twice = Journey(Booth(pack(question("work", retakes=2)))).given(asked(0))
    twice.when(AnswerEnded(), RetakeRequested(), AnswerEnded(), RetakeRequested(), AnswerEnded())
    twice.then(Reviewing)


def test_an_answer_nobody_decides_on_is_kept() -> None:
    journey = in_question(0).when(AnswerEnded()).waits(DECIDE_S).then(Questioning, index=1)
    assert journey.answers == [("work", 1, "kept")]


def test_only_a_question_that_may_be_skipped_is_skipped() -> None:
    in_question(1).ignores(SkipRequested())
    for phase in (Asking, Answering):
        journey = in_question(2, phase).when(SkipRequested()).then(Reviewing)
        assert journey.answers[-1] == ("plans", 1, "skipped")


def test_a_question_skipped_while_it_is_repeated_keeps_what_was_said() -> None:
    journey = in_question(2).when(RepeatRequested(), after_s=8.0).when(SkipRequested()).then(Reviewing)
    assert journey.run.attempts[-1].spoken_s == 8.0


def test_a_question_skipped_in_thought_was_never_answered() -> None:
    thoughtful = question("plans", may_skip=True, think_time_s=20.0)
    journey = Journey(Booth(pack(thoughtful)))
    journey.given(asked(0, Thinking)).when(SkipRequested(), after_s=3.0).then(Reviewing)
    run = journey.run
    assert (run.attempts[0].started, run.attempts[0].spoken_s) == (None, 0.0)


def test_an_answer_being_decided_on_is_not_skipped() -> None:
    Journey(Booth(pack(question("plans", may_skip=True, retakes=1)))).given(asked(0)).when(
        AnswerEnded()
    ).ignores(SkipRequested())


def test_the_interview_is_in_the_language_that_was_chosen() -> None:
    journey = Journey(Booth(pack(question("work"), languages=("en", "de"))), Candidate(language="de"))
    spoken: list[str] = []

    def listen(now: Journey) -> None:
        spoken.extend(effect.text for effect in now.orders if isinstance(effect, Speak))

    journey.watch = listen
    journey.given(over)
    assert "Was können Sie uns über work sagen?" in spoken
    assert not [text for text in spoken if text.startswith("What")]


def test_a_pause_in_any_phase_leaves_the_phase_as_it_was() -> None:
    for phase in (Asking, Thinking, Answering, Deciding):
        journey = in_question(0, phase).waits(1.0).when(PAUSE)
        before = phase_of(journey.kiosk)
        journey.waits(300.0).when(RESUME).then(Questioning, phase)
        assert phase_of(journey.kiosk) == before


def test_an_unanswered_start_tells_the_candidate() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning)).waits(16.0).then(Interrupted, recording=False)
