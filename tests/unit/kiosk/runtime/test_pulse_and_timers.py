"""Heartbeats, silences and timers."""

from dataclasses import replace

from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.ids import CandidateId, SessionId
from kiosk.domain.invitation import Invitation
from kiosk.domain.moment import Moment
from kiosk.flow.events import SilenceNoticed, SpeechNoticed, TimePassed
from kiosk.flow.states import Answering, Kiosk, Questioning, Run
from kiosk.flow.timers import Timer
from kiosk.runtime.pulse import HEARTBEAT_S, SILENCE_S, Pulse
from kiosk.runtime.timers import Timers
from tests.fakes import SMALL_PACK

THEN = Moment("2026-01-01T00:00:00.000Z", "boot", 1.0)
RUN = Run(
    SessionId("s"),
    Invitation("i", CandidateId("c"), SMALL_PACK.id),
    SMALL_PACK,
    "en",
    Consent(Scoring.HUMAN_ONLY, "1"),
)
TALKING = Kiosk(Questioning(RUN, 0, Answering(THEN, THEN)))
QUIET = Kiosk(Questioning(RUN, 0, Answering(THEN, THEN, quiet=True)))


def test_a_running_clock_has_a_heartbeat() -> None:
    pulse = Pulse()
    assert pulse.beat(Kiosk(), 100.0, speech=False) is None
    assert pulse.beat(TALKING, 100.0 + HEARTBEAT_S - 0.1, speech=True) is None
    assert pulse.beat(TALKING, 100.0 + HEARTBEAT_S, speech=True) == TimePassed()


def test_a_standing_clock_has_none() -> None:
    assert Pulse().beat(Kiosk(), 1e6, speech=False) is None


def test_a_long_silence_is_noticed_once_and_speech_ends_it() -> None:
    pulse = Pulse()
    pulse.beat(TALKING, 10.0, speech=True)
    noticed = [pulse.beat(TALKING, 10.0 + second, speech=False) for second in range(1, int(SILENCE_S) + 1)]
    assert noticed.count(SilenceNoticed()) == 1
    assert noticed[-1] == SilenceNoticed()
    assert pulse.beat(QUIET, 31.0, speech=True) == SpeechNoticed()


def test_a_new_answer_begins_without_a_silence_behind_it() -> None:
    pulse = Pulse()
    pulse.beat(TALKING, 10.0, speech=False)
    later = replace(THEN, mono_s=500.0)
    second = Kiosk(Questioning(RUN, 0, Answering(later, later, attempt=2)))
    assert pulse.beat(second, 10.0 + SILENCE_S, speech=False) != SilenceNoticed()


def test_the_earliest_timer_comes_first_and_only_when_due() -> None:
    timers = Timers()
    timers.start(Timer.ANSWER, 20.0)
    timers.start(Timer.THINK, 10.0)
    assert timers.next_deadline_s() == 10.0
    assert timers.pop_due(9.9) is None
    assert timers.pop_due(25.0) is Timer.THINK
    assert timers.pop_due(25.0) is Timer.ANSWER
    assert timers.pop_due(25.0) is None


def test_setting_a_timer_again_replaces_it_and_cancelling_forgets_it() -> None:
    timers = Timers()
    timers.start(Timer.IDLE, 5.0)
    timers.start(Timer.IDLE, 50.0)
    assert timers.pop_due(10.0) is None
    timers.cancel(Timer.IDLE)
    assert timers.next_deadline_s() is None
