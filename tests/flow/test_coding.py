"""Programs as answers: drafts and attempts are kept, and what time cuts off is handed in."""

from dataclasses import replace

from kiosk.domain.code import (
    CodeLanguage,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
    Comparison,
)
from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.coding import STOPPED
from kiosk.flow.effects import RunCode, StopCode
from kiosk.flow.events import (
    AnswerEnded,
    CodeDrafted,
    CodeHandedIn,
    CodeJudged,
    CodeStopRequested,
    Event,
    StationStarted,
    TimerElapsed,
)
from kiosk.flow.facts import ScreenRecordingEnded, ScreenRecordingStarted
from kiosk.flow.machine import advance
from kiosk.flow.staff import EndRequested
from kiosk.flow.states import Answering, Asking, Interrupted, Kiosk, Questioning, Reviewing, run_of
from kiosk.flow.step import Timing
from kiosk.flow.timers import Timer
from tests.flow.booth import Booth
from tests.flow.journey import TEAM, WORK, Journey, asked, pack, question

SCREEN = (ScreenRecordingStarted, ScreenRecordingEnded)
TASK = CodingTask("sum", (CodeLanguage.PYTHON,), 1.0, 1 << 28, Comparison.TOKENS, (), 3, "0" * 64)
NOW = Moment("2026-01-01T00:00:00.000Z", "boot", 1.0)
PYTHON = CodeLanguage.PYTHON
DRAFT = CodeDrafted(PYTHON, "print(1)")
SUBMIT = CodeHandedIn(CodePurpose.SUBMIT, PYTHON, "print(2)")
RUN = CodeHandedIn(CodePurpose.RUN, PYTHON, "print(2)")
ACCEPTED = CodeResult(CodeVerdict.ACCEPTED)


def programming() -> Kiosk:
    """Somebody is writing the answer to the only question."""
    kiosk = Journey().given(asked(1)).kiosk
    scene = kiosk.scene
    assert isinstance(scene, Questioning)
    run = replace(scene.run, pack=pack(question("sum", coding=TASK), practice=None), attempts=())
    return replace(kiosk, scene=Questioning(run, 0, Answering(NOW, NOW)))


def after(kiosk: Kiosk, *events: Event) -> tuple[Kiosk, list[RunCode]]:
    """The state after the events, and every program that was ordered to be judged."""
    ordered: list[RunCode] = []
    for event in events:
        step = advance(kiosk, event, Timing(NOW))
        assert step is not None, event
        kiosk = step[0]
        ordered += [effect for effect in step[1] if isinstance(effect, RunCode)]
    return kiosk, ordered


def code_of(kiosk: Kiosk) -> list[tuple[int, CodePurpose, str]]:
    run = run_of(kiosk.scene)
    assert run is not None
    return [(attempt.number, attempt.purpose, attempt.source) for attempt in run.code]


def test_every_run_and_submission_is_kept_and_judged() -> None:
    kiosk, ordered = after(programming(), RUN, SUBMIT)
    assert code_of(kiosk) == [(1, CodePurpose.RUN, "print(2)"), (2, CodePurpose.SUBMIT, "print(2)")]
    assert [(order.number, order.order.purpose) for order in ordered] == [
        (1, CodePurpose.RUN),
        (2, CodePurpose.SUBMIT),
    ]


def test_a_result_finds_its_attempt_wherever_the_interview_is() -> None:
    kiosk, ordered = after(programming(), SUBMIT, AnswerEnded())
    assert isinstance(kiosk.scene, Reviewing)
    session = ordered[0].session
    judged, _ = after(kiosk, CodeJudged(session, ordered[0].question, 1, ACCEPTED))
    run = run_of(judged.scene)
    assert run is not None
    assert run.code[0].result == ACCEPTED


def test_a_result_of_another_session_changes_nothing() -> None:
    kiosk, ordered = after(programming(), SUBMIT)
    judged, _ = after(kiosk, CodeJudged(SessionId("other"), ordered[0].question, 1, ACCEPTED))
    assert judged == kiosk


def test_what_stands_in_the_editor_when_time_is_up_is_handed_in() -> None:
    kiosk, ordered = after(programming(), DRAFT, TimerElapsed(Timer.ANSWER))
    assert code_of(kiosk) == [(1, CodePurpose.SUBMIT, "print(1)")]
    assert len(ordered) == 1


def test_what_was_handed_in_already_is_not_handed_in_twice() -> None:
    kiosk, ordered = after(programming(), SUBMIT, AnswerEnded())
    assert len(code_of(kiosk)) == len(ordered) == 1


def test_staff_ending_the_interview_keep_the_draft() -> None:
    kiosk, ordered = after(programming(), DRAFT, EndRequested("Staff", "fire alarm"))
    assert code_of(kiosk) == [(1, CodePurpose.SUBMIT, "print(1)")]
    assert len(ordered) == 1


def test_a_run_is_stopped_and_a_submission_is_judged_all_the_same() -> None:
    kiosk, ordered = after(programming(), SUBMIT, RUN)
    step = advance(kiosk, CodeStopRequested(), Timing(NOW))
    assert step is not None
    stopped, effects = step
    assert effects == (StopCode(), ordered[0])
    run = run_of(stopped.scene)
    assert run is not None
    assert [attempt.result for attempt in run.code] == [None, STOPPED]
    late, _ = after(stopped, CodeJudged(ordered[1].session, ordered[1].question, 2, ACCEPTED))
    assert late == stopped, "what came of it in the last moment is not heard of"
    assert advance(stopped, CodeStopRequested(), Timing(NOW)) is None


def test_a_draft_survives_a_restart() -> None:
    kiosk, _ = after(programming(), DRAFT, StationStarted("1"))
    assert isinstance(kiosk.scene, Interrupted)
    run = run_of(kiosk.scene)
    assert run is not None
    assert run.draft is not None
    assert run.draft.source == "print(1)"


def test_the_same_draft_is_not_written_down_twice() -> None:
    kiosk, _ = after(programming(), DRAFT)
    assert advance(kiosk, DRAFT, Timing(NOW)) is None


def test_what_is_too_long_or_of_another_language_is_refused() -> None:
    too_long = CodeDrafted(PYTHON, "x" * (64 * 1024 + 1))
    assert advance(programming(), too_long, Timing(NOW)) is None
    assert advance(programming(), CodeDrafted(CodeLanguage.C, "x"), Timing(NOW)) is None


def test_a_question_that_wants_no_program_takes_none() -> None:
    assert advance(Journey().given(asked(1)).kiosk, SUBMIT, Timing(NOW)) is None


def test_the_screen_is_filmed_from_the_first_word_of_the_task_to_the_end_of_the_answer() -> None:
    journey = Journey(Booth(pack(WORK, question("task", coding=TASK), TEAM)))
    filmed = []
    for place in (asked(0), asked(1, Asking), asked(1), asked(2)):
        filmed.append(journey.given(place).booth.filming)
    assert filmed == [False, True, True, False]
    films = [type(event) for event in journey.events if isinstance(event, SCREEN)]
    assert films == list(SCREEN)


def test_a_new_recorder_films_again() -> None:
    journey = Journey(Booth(pack(question("task", coding=TASK)))).given(asked(0))
    journey.loses_the_recorder().gets_the_recorder_back()
    assert journey.booth.filming
