"""Asking and answering: the practice question, the start of the recording, and the questions themselves.

A question goes through the phases asking → thinking → answering → deciding. The phases are the same
for the practice question; what is done when one is over differs.
"""

from dataclasses import dataclass, replace

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.masks import Masks
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Question
from kiosk.flow import coding, further, proof, readback, writing
from kiosk.flow.effects import (
    ApplyMasks,
    CancelTimer,
    Effect,
    FallSilent,
    MarkChapter,
    RecordScreen,
    Speak,
    StartRecording,
    StartTimer,
    StopScreen,
)
from kiosk.flow.events import (
    AnswerEnded,
    AnswerKept,
    Event,
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
    VoiceUnavailable,
)
from kiosk.flow.facts import RecordingStarted, SoundEnded, SoundStarted
from kiosk.flow.staff import LeaveOutRequested
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Deciding,
    Phase,
    Practising,
    Questioning,
    Reviewing,
    Run,
    Thinking,
)
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import DECIDE_S, RECORDER_DEADLINE_S, VOICE_GRACE_S, Timer

SLOWEST_READER_WORDS_PER_S = 2.0
"""Comfortable silent reading is about 4 words a second; half of that leaves time for everybody."""

QUESTION_TIMERS = (
    CancelTimer(Timer.VOICE),
    CancelTimer(Timer.THINK),
    CancelTimer(Timer.ANSWER),
    CancelTimer(Timer.DECIDE),
)


@dataclass(frozen=True, slots=True)
class _Over:
    """A question is done with, and this is what became of it."""

    attempt: Attempt
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class _Moved:
    """A question goes on in another phase, perhaps leaving an attempt behind."""

    phase: Phase
    effects: tuple[Effect, ...] = ()
    left: Attempt | None = None


# --- practice ------------------------------------------------------------------------------
def practising(scene: Practising, event: Event, timing: Timing) -> Step | None:
    """The practice question, as often as wanted; nothing of it is kept."""
    if isinstance(event, PracticeSkipped):
        return begin_recording(scene.run, FallSilent(), *QUESTION_TIMERS)
    if isinstance(event, RetakeRequested) and isinstance(scene.phase, Deciding):
        again = Practising(scene.run, Asking())
        return Step(again, (CancelTimer(Timer.DECIDE), *enter_practice(again)))
    match _phase(_Asked(scene.question, scene.run, offer_again=True), scene.phase, event, timing):
        case _Over(effects=effects):
            return begin_recording(scene.run, *effects)
        case _Moved(phase=phase, effects=effects):
            return Step(Practising(scene.run, phase), effects)
        case None:
            return None


def enter_practice(scene: Practising) -> tuple[Effect, ...]:
    """The orders that make the practice question happen from where it stands."""
    return _enter(_Asked(scene.question, scene.run, offer_again=True), scene.phase)


def clock(scene: Practising | Questioning) -> tuple[Effect, ...]:
    """The candidate's clock, set to what is left of it; nothing where none runs."""
    asked = _Asked(scene.question, scene.run)
    return _enter(asked, scene.phase) if isinstance(scene.phase, Thinking | Answering) else ()


# --- the start of the recording ------------------------------------------------------------
def begin_recording(run: Run, *before: Effect) -> Step:
    """Order the recorder to start; the first question waits for its first frame, or for staff before that."""
    if run.held:
        return Step(AwaitingRelease(run), before)
    scene = Beginning(run)
    return Step(scene, (*before, *enter_beginning(scene)))


def enter_beginning(scene: Beginning) -> tuple[Effect, ...]:
    """Start recording."""
    return record(scene.run)


def record(run: Run) -> tuple[Effect, ...]:
    """Record, or record on: covered devices first, so that nothing covered is seen; not waiting for ever."""
    return record_covered(run, run.masks)


def record_covered(run: Run, masks: Masks) -> tuple[Effect, ...]:
    """The same with more covered than staff have covered."""
    start = StartRecording(run.session, run.picture_late_ms or 0.0)
    return (ApplyMasks(masks), start, StartTimer(Timer.RECORDER, RECORDER_DEADLINE_S))


def beginning(scene: Beginning, event: Event) -> Step | None:
    """The recording runs: the first question may be asked."""
    match event:
        case RecordingStarted(segment=segment):
            step = open_next(replace(scene.run, segment=segment))
            return Step(step.scene, (CancelTimer(Timer.RECORDER), *step.effects))
        case _:
            return None


# --- the questions -------------------------------------------------------------------------
def questioning(scene: Questioning, event: Event, timing: Timing) -> Step | None:
    """One question, from its first word to the answer that is kept."""
    match _phase(_Asked(scene.question, scene.run), scene.phase, event, timing):
        case _Over(attempt=attempt, effects=effects):
            run, programs = _rest(scene, timing)
            step = open_next(further.after(_with(run, attempt), attempt))
            return Step(step.scene, (*effects, *programs, *proof.ordered(attempt), *step.effects))
        case _Moved(phase=Deciding() as phase, effects=effects):
            run, programs = _rest(scene, timing)
            return Step(replace(scene, run=run, phase=phase), (*effects, *programs))
        case _Moved(phase=phase, effects=effects, left=left):
            run = _with(scene.run, left) if left else scene.run
            return Step(replace(scene, run=run, phase=phase), effects)
        case None:
            return coding.programming(scene, event, timing) or writing.drafting(scene, event)


def _rest(scene: Questioning, timing: Timing) -> tuple[Run, tuple[Effect, ...]]:
    """An answer that is over takes what stands in the editor with it."""
    return coding.rest(scene, timing) if isinstance(scene.phase, Answering) else (scene.run, ())


def _with(run: Run, attempt: Attempt) -> Run:
    return writing.kept(replace(run, attempts=(*run.attempts, attempt)), attempt)


def open_next(run: Run) -> Step:
    """Ask what has to be asked once more, else the first question nobody answered, else go to the review.

    A follow-up comes before anything else is asked for the first time.
    """
    index = proof.to_ask_again(run)
    if index is None and (extra := further.due(run)) is not None:
        place = next(i for i, question in enumerate(run.pack.questions) if question.id == extra.of)
        scene = Questioning(run, place, Asking(), further=extra)
        return Step(scene, enter_question(scene))
    if index is None:
        done = {attempt.question for attempt in run.attempts if attempt.outcome is not Outcome.DISCARDED}
        index = next((i for i, question in enumerate(run.pack.questions) if question.id not in done), None)
    else:
        run = proof.asking_again(run)
    if index is None:
        return Step(Reviewing(run), enter_review(run))
    scene = Questioning(run, index, Asking())
    return Step(scene, enter_question(scene))


def enter_question(scene: Questioning) -> tuple[Effect, ...]:
    """The orders that make a question happen from where it stands, after any interruption."""
    number = f"{scene.index + 1}+" if scene.further else f"{scene.index + 1}"
    mark = MarkChapter(f"question:{scene.question.id}", f"{number}. {_title(scene)}", f"Q{number}")
    film = RecordScreen() if scene.question.coding else StopScreen()
    return (mark, film, *_enter(_Asked(scene.question, scene.run), scene.phase))


def _title(scene: Questioning) -> str:
    """A model's words may say something after the candidate, and a chapter's title is for everybody."""
    worded = scene.further is not None and scene.further.wording is not None
    return scene.run.text(scene.run.pack.questions[scene.index] if worded else scene.question)


def from_the_beginning(scene: Questioning, timing: Timing) -> Questioning:
    """The same question before its first word; what was said of it counts no more."""
    attempt = _so_far(scene, timing)
    run = _with(scene.run, replace(attempt, outcome=Outcome.DISCARDED)) if attempt else scene.run
    return replace(scene, run=run, phase=Asking())


def enter_review(run: Run) -> tuple[Effect, ...]:
    """The review is a chapter of its own, and does not wait for somebody who left."""
    return (MarkChapter("review", "Review", ""), StopScreen(), readback.idle(run))


def cut_short(scene: Questioning, timing: Timing) -> Run:
    """The run with whatever the candidate had said of this answer when the interview ended."""
    attempt = _so_far(scene, timing)
    if attempt is None:
        return scene.run
    run = scene.run if isinstance(scene.phase, Deciding) else coding.rest(scene, timing)[0]
    return _with(run, attempt)


def _so_far(scene: Questioning, timing: Timing) -> Attempt | None:
    """The attempt that runs, or is being decided on."""
    match scene.phase:
        case (Answering() as phase) | Asking(then=Answering() as phase):
            return _attempt(_Asked(scene.question, scene.run), phase, timing, Outcome.CUT_SHORT)
        case Deciding(attempt=attempt):
            return attempt
        case Asking() | Thinking():
            return None


def aged(phase: Phase, seconds: float) -> Phase:
    """The phase with its running clock moved on."""
    match phase:
        case Thinking() | Answering():
            return replace(phase, spent_s=phase.spent_s + seconds)
        case Asking() | Deciding():
            return phase


def calm(phase: Phase) -> Phase:
    """The phase after an interruption: a silence before it says nothing about the answer."""
    match phase:
        case Answering():
            return replace(phase, quiet=False)
        case Asking() | Thinking() | Deciding():
            return phase


def reading_time_s(text: str) -> float:
    """How long the slowest reader needs for a text."""
    return 3.0 + len(text.split()) / SLOWEST_READER_WORDS_PER_S


def speech(run: Run, name: str, text: str) -> Speak:
    """The order to say something as this candidate likes to hear it."""
    into_recording = run.segment > 0
    return Speak(name, text, run.language, into_recording, run.comfort.slow, run.comfort.volume)


# --- the phases of one question ------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it is being put to somebody."""

    question: Question
    run: Run
    offer_again: bool = False
    """Whether the candidate is asked before going on even without a retake left."""

    @property
    def sound(self) -> str:
        return f"question:{self.question.id}"

    @property
    def speech(self) -> Speak:
        return speech(self.run, self.sound, self.run.text(self.question))

    @property
    def next_attempt(self) -> int:
        return 1 + sum(attempt.question == self.question.id for attempt in self.run.attempts)

    @property
    def reading_time_s(self) -> float:
        return reading_time_s(self.run.text(self.question))


def _enter(asked: _Asked, phase: Phase) -> tuple[Effect, ...]:
    question = asked.question
    match phase:
        case Asking() if asked.run.comfort.voice:
            return (asked.speech, StartTimer(Timer.VOICE, asked.reading_time_s + VOICE_GRACE_S))
        case Asking():
            return (StartTimer(Timer.VOICE, asked.reading_time_s),)
        case Thinking() | Answering() if asked.run.adjusting:
            return ()
        case Thinking(spent_s=spent):
            return (StartTimer(Timer.THINK, max(0.0, question.think_time_s - spent)),)
        case Answering(spent_s=spent):
            return (StartTimer(Timer.ANSWER, max(0.0, question.answer_limit_s - spent)),)
        case Deciding():
            return (StartTimer(Timer.DECIDE, DECIDE_S),)


def _phase(asked: _Asked, phase: Phase, event: Event, timing: Timing) -> _Moved | _Over | None:
    if isinstance(event, LeaveOutRequested) or (isinstance(event, SkipRequested) and asked.question.may_skip):
        return _skip(asked, phase, timing)
    match phase:
        case Asking():
            return _asking(asked, phase, event, timing)
        case Thinking():
            return _thinking(asked, phase, event, timing)
        case Answering():
            return _answering(asked, phase, event, timing)
        case Deciding():
            return _deciding(asked, phase, event, timing)


def _asking(asked: _Asked, phase: Asking, event: Event, timing: Timing) -> _Moved | None:
    match event:
        case SoundStarted(name=name, duration_s=duration) if name == asked.sound:
            return _Moved(phase, (StartTimer(Timer.VOICE, duration + VOICE_GRACE_S),))
        case VoiceUnavailable(name=name) if name == asked.sound:
            return _Moved(phase, (StartTimer(Timer.VOICE, asked.reading_time_s),))
        # The end of a sound cut short is that of an earlier asking: only a whole one ends this one.
        case SoundEnded(name=name, complete=True) if name == asked.sound:
            return _asked_out(asked, phase, timing, CancelTimer(Timer.VOICE))
        case TimerElapsed(timer=Timer.VOICE):
            return _asked_out(asked, phase, timing, FallSilent())
        case _:
            return None


def _asked_out(asked: _Asked, phase: Asking, timing: Timing, stop: Effect) -> _Moved:
    following = phase.then or _first_after_asking(asked, timing)
    return _Moved(following, (stop, *_enter(asked, following)))


def _first_after_asking(asked: _Asked, timing: Timing) -> Thinking | Answering:
    if asked.question.think_time_s > 0:
        return Thinking(asked=timing.now)
    return Answering(asked=timing.now, started=timing.now, attempt=asked.next_attempt)


def _thinking(asked: _Asked, phase: Thinking, event: Event, timing: Timing) -> _Moved | None:
    match event:
        case ThinkingEnded() | TimerElapsed(timer=Timer.THINK):
            answering = Answering(asked=phase.asked, started=timing.now, attempt=asked.next_attempt)
            return _Moved(answering, (CancelTimer(Timer.THINK), *_enter(asked, answering)))
        case RepeatRequested():
            asking = Asking(then=phase)
            return _Moved(asking, (CancelTimer(Timer.THINK), *_enter(asked, asking)))
        case TimePassed():
            return _Moved(phase)
        case _:
            return None


def _answering(asked: _Asked, phase: Answering, event: Event, timing: Timing) -> _Moved | _Over | None:
    match event:
        case AnswerEnded():
            return _answer_over(asked, phase, timing, timed_out=False)
        case TimerElapsed(timer=Timer.ANSWER):
            return _answer_over(asked, phase, timing, timed_out=True)
        case RepeatRequested():
            asking = Asking(then=replace(phase, quiet=False))
            return _Moved(asking, (CancelTimer(Timer.ANSWER), *_enter(asked, asking)))
        case SilenceNoticed() if not phase.quiet and not asked.run.accommodations.text_answers:
            return _Moved(replace(phase, quiet=True))
        case StillThinking() | SpeechNoticed() if phase.quiet:
            return _Moved(replace(phase, quiet=False))
        case TimePassed():
            return _Moved(phase)
        case _:
            return None


def _answer_over(asked: _Asked, phase: Answering, timing: Timing, *, timed_out: bool) -> _Moved | _Over:
    attempt = _attempt(asked, phase, timing, Outcome.KEPT, timed_out=timed_out)
    stop = CancelTimer(Timer.ANSWER)
    if asked.offer_again or attempt.number <= asked.question.retakes:
        deciding = Deciding(attempt)
        return _Moved(deciding, (stop, *_enter(asked, deciding)))
    return _Over(attempt, (stop,))


def _deciding(asked: _Asked, phase: Deciding, event: Event, timing: Timing) -> _Moved | _Over | None:
    attempt = phase.attempt
    stop = CancelTimer(Timer.DECIDE)
    match event:
        case AnswerKept() | TimerElapsed(timer=Timer.DECIDE):
            return _Over(attempt, (stop,))
        case RetakeRequested():
            answering = Answering(asked=attempt.asked, started=timing.now, attempt=attempt.number + 1)
            left = replace(attempt, outcome=Outcome.DISCARDED)
            return _Moved(answering, (stop, *_enter(asked, answering)), left)
        case _:
            return None


def _skip(asked: _Asked, phase: Phase, timing: Timing) -> _Over | None:
    if isinstance(phase, Deciding):
        return None
    effects = (FallSilent(), *QUESTION_TIMERS)
    if isinstance(phase, Asking) and phase.then is not None:
        phase = phase.then
    match phase:
        case Answering() as answering:
            return _Over(_attempt(asked, answering, timing, Outcome.SKIPPED), effects)
        case Thinking(asked=when):
            return _Over(_unanswered(asked, when, timing), effects)
        case _:
            return _Over(_unanswered(asked, timing.now, timing), effects)


def _unanswered(asked: _Asked, when: Moment, timing: Timing) -> Attempt:
    return Attempt(
        question=asked.question.id,
        number=asked.next_attempt,
        outcome=Outcome.SKIPPED,
        spoken_s=0.0,
        timed_out=False,
        asked=when,
        started=None,
        ended=timing.now,
        language=asked.run.language,
    )


def _attempt(
    asked: _Asked,
    phase: Answering,
    timing: Timing,
    outcome: Outcome,
    *,
    timed_out: bool = False,
) -> Attempt:
    return Attempt(
        question=asked.question.id,
        number=phase.attempt,
        outcome=outcome,
        spoken_s=phase.spent_s,
        timed_out=timed_out,
        asked=phase.asked,
        started=phase.started,
        ended=timing.now,
        language=asked.run.language,
    )
