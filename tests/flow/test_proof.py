"""An answer that the recording does not hold is asked for once more; then people are called."""

from dataclasses import replace

from kiosk.domain.proof import CaptureFlaw
from kiosk.flow.effects import CallStaff, ProveAnswer
from kiosk.flow.events import AnswerEnded, Event
from kiosk.flow.facts import CaptureUnproved, SoundEnded
from kiosk.flow.machine import advance
from kiosk.flow.states import Answering, Asking, Kiosk, Questioning, Reviewing, run_of
from kiosk.flow.step import Timing
from tests.flow.journey import Journey, asked, at
from tests.flow.test_coding import NOW, programming

UNHEARD = CaptureUnproved("team:1", CaptureFlaw.NO_VOICE, "nobody spoke")


def step(kiosk: Kiosk, event: Event) -> tuple[Kiosk, tuple[object, ...]]:
    after = advance(kiosk, event, Timing(NOW))
    assert after is not None
    return after


def test_every_kept_answer_is_proved() -> None:
    kiosk = Journey().given(asked(1)).kiosk
    scene = kiosk.scene
    assert isinstance(scene, Questioning)
    assert isinstance(scene.phase, Answering)
    after = advance(kiosk, AnswerEnded(), Timing(replace(NOW, boot_id=scene.phase.started.boot_id)))
    assert after is not None
    effects = after[1]
    assert [effect.key for effect in effects if isinstance(effect, ProveAnswer)] == ["team:1"]


def test_an_unproved_answer_is_asked_for_after_the_question_at_hand() -> None:
    kiosk = Journey().given(asked(2)).kiosk
    doubted, _ = step(kiosk, UNHEARD)
    assert isinstance(doubted.scene, Questioning)
    assert doubted.scene.index == 2, "nobody is interrupted"
    again, _ = step(doubted, AnswerEnded())
    assert isinstance(again.scene, Questioning)
    assert (again.scene.index, again.scene.phase) == (1, Asking())
    answering, _ = step(again, SoundEnded("question:team", complete=True))
    assert isinstance(answering.scene, Questioning)
    assert isinstance(answering.scene.phase, Answering)
    assert answering.scene.phase.attempt == 2
    done, _ = step(answering, AnswerEnded())
    assert isinstance(done.scene, Reviewing)


def test_the_last_answer_is_asked_for_again_from_the_review() -> None:
    kiosk = Journey().given(at(Reviewing)).kiosk
    again, _ = step(kiosk, CaptureUnproved("plans:1", CaptureFlaw.BLACK, "covered lens"))
    assert isinstance(again.scene, Questioning)
    assert again.scene.index == 2


def test_what_is_unproved_twice_calls_staff_and_is_not_asked_a_third_time() -> None:
    kiosk = Journey().given(at(Reviewing)).kiosk
    again, _ = step(kiosk, UNHEARD)
    answering, _ = step(again, SoundEnded("question:team", complete=True))
    review, _ = step(answering, AnswerEnded())
    called, effects = step(review, CaptureUnproved("team:2", CaptureFlaw.NO_VOICE, "nobody spoke"))
    assert called.help_called
    assert CallStaff() in effects
    assert isinstance(called.scene, Reviewing)


def test_silence_is_no_flaw_of_a_program() -> None:
    kiosk, _ = step(programming(), AnswerEnded())
    after, _ = step(kiosk, CaptureUnproved("sum:1", CaptureFlaw.NO_VOICE, "only typing"))
    run = run_of(after.scene)
    assert run is not None
    assert run.unproved == ()


def test_a_doubt_about_nothing_changes_nothing() -> None:
    kiosk = Journey().given(asked(1)).kiosk
    after, _ = step(kiosk, CaptureUnproved("unknown:1", CaptureFlaw.BLACK, ""))
    assert after == kiosk
