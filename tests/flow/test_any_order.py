"""Anything may happen in any order: what must hold holds, and there is always a way to the end."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.answer import Outcome
from kiosk.domain.faults import FaultCode
from kiosk.domain.moment import Moment
from kiosk.flow.events import (
    CodeEntered,
    Event,
    InvitationAccepted,
    InvitationRefused,
    LanguageChosen,
    StationStarted,
    TimerElapsed,
    VoiceUnavailable,
)
from kiosk.flow.facts import (
    FaultCleared,
    FaultRaised,
    RecorderFact,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SoundEnded,
    SoundStarted,
)
from kiosk.flow.machine import advance
from kiosk.flow.recovery import Happened, replay, timing
from kiosk.flow.states import Finishing, Kiosk, Paused, ThankYou, Welcome, run_of, session_of
from tests.flow.agreement import assert_agreed, assert_sane
from tests.flow.booth import GOOD_CODE, WALL, Booth, recording
from tests.flow.candidate import Candidate
from tests.flow.journey import PLANS, WORK, Journey, over, pack, question
from tests.flow.journeys import END, JOURNEYS, told
from tests.flow.test_coding import TASK
from tests.flow.values import events, values

BREAKABLE = (
    FaultCode.CAMERA_LOST,
    FaultCode.CAMERA_MISSING,
    FaultCode.MICROPHONE_LOST,
    FaultCode.DISK_FULL,
    FaultCode.ENCODER_SLOW,
)
NOT_WISHED = {
    *get_args(RecorderFact),
    CodeEntered,
    InvitationAccepted,
    InvitationRefused,
    LanguageChosen,
    StationStarted,
    TimerElapsed,
    VoiceUnavailable,
}
WISHES = st.one_of(
    *(values(kind) for kind in get_args(Event) if kind not in NOT_WISHED),
    st.builds(CodeEntered, st.sampled_from([GOOD_CODE, "nonsense"])),
    st.builds(LanguageChosen, st.sampled_from(["en", "de", "fr"])),
)
CANDIDATES = st.builds(
    Candidate,
    language=st.sampled_from(["en", "de"]),
    retakes=st.integers(0, 2),
    skips=st.booleans(),
    skips_practice=st.booleans(),
    talks_for_ever=st.booleans(),
)
PACKS = [
    pack(WORK, PLANS),
    pack(WORK, question("task", coding=TASK), PLANS),
    pack(WORK, question("team", retakes=2, may_skip=True), practice=None, languages=("en", "de")),
]


class AnyDay(RuleBasedStateMachine):
    """A booth with an honest recorder, impatient people, and everything that breaks."""

    def __init__(self) -> None:
        super().__init__()
        self.journey = Journey()

    @initialize(plan=st.sampled_from(PACKS), candidate=CANDIDATES, hurry=st.booleans())
    def somebody_comes(self, plan: object, candidate: Candidate, hurry: bool) -> None:
        self.journey = Journey(Booth(plan), candidate)  # type: ignore[arg-type]
        if hurry:
            self.journey.given(lambda kiosk: run_of(kiosk.scene) is not None)

    @precondition(lambda self: self.journey.booth.facts)
    @rule()
    def the_booth_reports(self) -> None:
        self.journey.happens(self.journey.booth.facts.popleft())

    @rule(steps=st.integers(1, 12))
    def the_candidate_goes_on(self, steps: int) -> None:
        for _ in range(steps):
            self.journey.goes_on()

    @rule(event=WISHES)
    def somebody_wishes_something(self, event: Event) -> None:
        self.journey.happens(event)

    @rule(seconds=st.floats(0.0, 70.0))
    def time_goes_by(self, seconds: float) -> None:
        self.journey.booth.wait(seconds)

    @rule(code=st.sampled_from(BREAKABLE))
    def something_breaks_or_mends(self, code: FaultCode) -> None:
        booth = self.journey.booth
        (booth.mends if code in booth.troubles else booth.breaks)(code)

    @rule()
    def the_recorder_dies_or_returns(self) -> None:
        booth = self.journey.booth
        (booth.recorder_dies if booth.recorder_alive else booth.recorder_returns)()

    @rule(begins=st.booleans())
    def the_recorder_is_dumb_or_not(self, begins: bool) -> None:
        self.journey.booth.begins = begins

    @rule(power=st.booleans(), lost_orders=st.booleans())
    def everything_crashes(self, power: bool, lost_orders: bool) -> None:
        before = session_of(self.journey.kiosk.scene)
        self.journey.crashes(power=power, lost_orders=lost_orders)
        assert session_of(self.journey.kiosk.scene) in (before, None)

    @invariant()
    def state_and_booth_agree(self) -> None:
        assert_sane(self.journey.kiosk)
        if not self.journey.booth.facts:
            assert_agreed(self.journey.kiosk, self.journey.booth)

    @invariant()
    def staff_can_end_it_now(self) -> None:
        now = self.journey.copy()
        if isinstance(now.kiosk.scene, Welcome | Finishing | ThankYou):
            return
        in_session = run_of(now.kiosk.scene) is not None
        assert now.happens(END)
        assert isinstance(now.kiosk.scene, Finishing | ThankYou if in_session else Welcome)

    def teardown(self) -> None:
        """Whatever happened, once everything works again the interview comes to its end."""
        if self.journey.kiosk.setting_up:  # the program ends for the set-up, and starts again after it
            self.journey.crashes(power=False)
        self.journey.booth.everything_mends()
        self.journey.given(over)
        assert replay(self.journey.history) == self.journey.kiosk


AnyDay.TestCase.settings = settings(max_examples=120, stateful_step_count=30)
test_any_day_comes_to_its_end = AnyDay.TestCase


# --- a recorder that lies --------------------------------------------------------------------
SESSIONS = st.sampled_from([f"{1:032x}", "f" * 32])
SEGMENTS = st.integers(1, 3)
SOUNDS = st.sampled_from(["question:work", "question:plans", "question:practice", "speaker-test", "sample"])
LIES = st.one_of(
    events.filter(lambda event: not isinstance(event, InvitationAccepted | RecordingStarted)),
    st.builds(RecordingStarted, SESSIONS, SEGMENTS, st.just(WALL)),
    st.builds(RecordingStopped, SESSIONS, SEGMENTS),
    st.builds(RecordingFinished, SESSIONS, SESSIONS.map(recording)),
    st.builds(SoundStarted, SOUNDS, st.just(0.0), st.floats(0.0, 10.0)),
    st.builds(SoundEnded, SOUNDS, st.booleans()),
    values(TimerElapsed),
    values(FaultRaised),
    values(FaultCleared),
    WISHES,
)
TIMES = st.floats(0.0, 100.0)


@pytest.fixture(scope="module")
def beginnings() -> dict[str, list[Happened]]:
    return {name: told(name).history for name in JOURNEYS}


@settings(max_examples=250)
@given(
    data=st.data(),
    name=st.sampled_from(list(JOURNEYS)),
    happened=st.lists(st.tuples(LIES, TIMES), max_size=40),
)
def test_nothing_that_is_reported_brings_it_down(
    beginnings: dict[str, list[Happened]],
    data: st.DataObject,
    name: str,
    happened: list[tuple[Event, float]],
) -> None:
    history = beginnings[name][: data.draw(st.integers(0, len(beginnings[name])))]
    kiosk = replay(history)
    now_s = history[-1].moment.mono_s if history else 0.0
    for event, seconds in happened:
        now_s += seconds
        kiosk = _told_twice(kiosk, event, Moment(WALL, "boot-1", now_s), history)
    assert replay(history) == kiosk


def _told_twice(kiosk: Kiosk, event: Event, now: Moment, history: list[Happened]) -> Kiosk:
    """The next state; asking twice gives the same answer, and asking changes nothing."""
    when = timing(event, now, history[-1].moment if history else None)
    before = repr(kiosk)
    step = advance(kiosk, event, when)
    assert advance(kiosk, event, when) == step
    assert repr(kiosk) == before
    if step is None:
        return kiosk
    assert_sane(step[0])
    _assert_answers_only_grow(kiosk, step[0])
    history.append(Happened(event, now))
    return step[0]


def _assert_answers_only_grow(before: Kiosk, after: Kiosk) -> None:
    earlier, later = run_of(before.scene), run_of(after.scene)
    if earlier and later and earlier.session == later.session:
        assert later.attempts[: len(earlier.attempts)] == earlier.attempts
    if isinstance(after.scene, Paused) and isinstance(before.scene, Paused):
        more = after.scene.inside.run.attempts[len(before.scene.inside.run.attempts) :]
        assert all(attempt.outcome is Outcome.DISCARDED for attempt in more), "nobody answers in a pause"
