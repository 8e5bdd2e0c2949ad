"""What may break into any chapter: staff, trouble, and a power cut. Decided once, for all of them."""

from dataclasses import replace

from kiosk.domain.faults import CATALOGUE, Fault, FaultCode, Severity
from kiosk.domain.masks import OPEN, Device, MaskReason, Masks
from kiosk.flow import arrival, calibration, coding, conduct, ending, questions, readback
from kiosk.flow.effects import (
    ApplyMasks,
    CancelTimer,
    Effect,
    FallSilent,
    OpenDevices,
    StartTimer,
    StopRecording,
)
from kiosk.flow.events import (
    ContinueRequested,
    Event,
    HelpRequested,
    StationStarted,
    TimerElapsed,
)
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingStarted, RecordingStopped
from kiosk.flow.staff import (
    EndRequested,
    MaskRequested,
    PauseRequested,
    ResumeRequested,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import (
    AwaitingRelease,
    Beginning,
    Calibrating,
    Cause,
    Chapter,
    CheckingDevices,
    Ending,
    HandRaised,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    RecordingStoppedBy,
    Restarted,
    Reviewing,
    Run,
    Scene,
    run_of,
)
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import RECORDER_DEADLINE_S, Timer

PAUSE_MASKS = Masks(MaskReason.PAUSED, MaskReason.PAUSED)
UNASKED = Fault(FaultCode.RECORDER_LOST, "the recording stopped by itself")
UNANSWERED = Fault(FaultCode.RECORDING_NOT_STARTED, "no answer in time")


def stops_the_clock(faults: tuple[Fault, ...]) -> bool:
    """Whether any present fault forbids going on."""
    return any(CATALOGUE[fault.code].severity is not Severity.NOTE for fault in faults)


def records(scene: Chapter) -> bool:
    """Whether the chapter needs a running recording."""
    return scene.run.segment > 0 or isinstance(scene, Beginning)


# --- a running chapter ---------------------------------------------------------------------
def chapter(scene: Chapter, event: Event, timing: Timing) -> Step | None:
    """What breaks into a running chapter; ``None`` leaves the event to the chapter itself."""
    match event:
        case PauseRequested(by=by, reason=reason):
            return Step(Paused(scene, by, reason), (*ending.HUSH, ApplyMasks(PAUSE_MASKS)))
        case HelpRequested() if isinstance(scene, Practising | Questioning):
            return _hand_raised(scene)
        case StopRecordingRequested() if scene.run.segment > 0:
            return stopped_by_staff(scene, event)
        case MaskRequested():
            run = masked(scene.run, event)
            return Step(with_run(scene, run), (ApplyMasks(run.masks),))
        case EndRequested(by=by, reason=reason):
            return end(scene, Ending(by, reason), timing)
        case StationStarted():
            after = Interrupted(scene, Restarted(), recording=not records(scene))
            return Step(after, _wake(after))
        case FaultRaised(fault=fault) if stops_the_clock((fault,)):
            after = Interrupted(scene, fault, recording=not records(scene))
            return Step(after, (*ending.HUSH, *_patience(fault)))
        case RecordingStopped():
            after = Interrupted(scene, UNASKED, recording=False)
            return Step(after, (*ending.HUSH, *questions.record(scene.run)))
        case RecordingStarted(segment=segment) if not isinstance(scene, Beginning):
            return Step(on_segment(scene, segment))
        case TimerElapsed(timer=Timer.IDLE):
            return _gone(scene)
        case TimerElapsed(timer=Timer.RECORDER) if isinstance(scene, Beginning):
            return Step(Interrupted(scene, UNANSWERED, recording=False), ending.HUSH)
        case _:
            return conduct.conducted(scene, event, timing)


def _hand_raised(scene: Practising | Questioning) -> Step:
    """Somebody is asked to come: no clock runs, and what the two say is not recorded."""
    after = Interrupted(scene, HandRaised(), recording=True)
    return Step(after, (*ending.HUSH, ApplyMasks(covering(after))))


def covering(scene: Interrupted) -> Masks:
    """What is covered while a chapter waits."""
    masks = scene.inside.run.masks
    if not isinstance(scene.cause, HandRaised):
        return masks
    return replace(masks, microphone=masks.microphone or MaskReason.HAND_RAISED)


def masks_of(scene: Scene) -> Masks:
    """What is covered in a scene, whoever looks; before the consent everything is open and nobody looks."""
    match scene:
        case Paused():
            return PAUSE_MASKS
        case Interrupted():
            return covering(scene)
        case _:
            run = run_of(scene)
            return run.masks if run else OPEN


def _gone(scene: Chapter) -> Step | None:
    """Where somebody has to do something to go on, and nobody does, the session ends by itself."""
    match scene:
        case CheckingDevices(run=run):
            return ending.leave(run, ending.GONE)
        case Reviewing(run=run):
            return ending.finish(run, ending.GONE)
        case _:
            return None


def hold(step: Step, faults: tuple[Fault, ...]) -> Step:
    """A chapter may not begin while something is wrong that would interrupt it."""
    trouble = next((fault for fault in faults if stops_the_clock((fault,))), None)
    if trouble is None or not isinstance(step.scene, CheckingDevices):
        return step
    waiting = Interrupted(step.scene, trouble, recording=True)
    return Step(waiting, (*step.effects, CancelTimer(Timer.IDLE)))


def stopped_by_staff(scene: Chapter, wish: StopRecordingRequested) -> Step:
    """Nothing is recorded until staff say so again."""
    after = Paused(scene, wish.by, wish.reason, recording=False, cause=RecordingStoppedBy(wish.by))
    return Step(after, (*ending.HUSH, StopRecording(wish.reason)))


def _wake(scene: Interrupted) -> tuple[Effect, ...]:
    """Orders after a restart: the recorder may be a new one, or still be doing what the last order was."""
    run, masks = scene.inside.run, covering(scene)
    again = questions.record_covered(run, masks) if records(scene.inside) else (ApplyMasks(masks),)
    return (FallSilent(), OpenDevices(), *again)


def _patience(fault: Fault) -> tuple[Effect, ...]:
    """What should mend itself is given some time; nobody waits for ever for a machine."""
    return (StartTimer(Timer.RECORDER, RECORDER_DEADLINE_S),) if _self_healing(fault) else ()


# --- trouble -------------------------------------------------------------------------------
def interrupted(scene: Interrupted, event: Event, timing: Timing, faults: tuple[Fault, ...]) -> Step | None:
    """Wait until nothing is wrong and the recorder runs; then the candidate says when."""
    inside = scene.inside
    match event:
        case ContinueRequested() | ResumeRequested() if ready(scene, faults):
            return _back_in(scene)
        case ContinueRequested() | StartRecordingRequested() if not ready(scene, faults):
            return Step(scene, (OpenDevices(), *again(scene, faults)))
        case PauseRequested(by=by, reason=reason):
            pause = Paused(inside, by, reason, scene.recording, scene.cause)
            return Step(pause, (*ending.HUSH, ApplyMasks(PAUSE_MASKS)))
        case StopRecordingRequested() if inside.run.segment > 0:
            return stopped_by_staff(inside, event)
        case MaskRequested():
            after = replace(scene, inside=with_run(inside, masked(inside.run, event)))
            return Step(after, (ApplyMasks(covering(after)),))
        case EndRequested(by=by, reason=reason):
            return end(inside, Ending(by, reason), timing)
        case StationStarted():
            cause = Restarted() if _self_healing(scene.cause) else scene.cause
            after = Interrupted(inside, cause, recording=not records(inside))
            return Step(after, _wake(after))
        case _:
            changed = conduct.adjusted(inside, event, timing)
            return Step(replace(scene, inside=changed)) if changed else _trouble_goes_on(scene, event, faults)


def _trouble_goes_on(scene: Interrupted, event: Event, faults: tuple[Fault, ...]) -> Step | None:
    inside = scene.inside
    match event:
        case FaultRaised(fault=fault) if stops_the_clock((fault,)):
            cause = scene.cause if _self_healing(fault) else fault
            after = Interrupted(inside, cause, recording=not records(inside))
            return Step(after, (ApplyMasks(covering(after)), *_patience(fault)))
        case FaultCleared():
            return _trouble_over(scene, faults)
        case RecordingStarted(segment=segment):
            return _recording_again(scene, segment, faults)
        case RecordingStopped() if scene.recording:
            down = replace(scene, recording=False)
            return Step(down, again(down, faults))
        case TimerElapsed(timer=Timer.RECORDER) if not ready(scene, faults):
            return Step(replace(scene, cause=UNANSWERED))
        case _:
            return None


def ready(scene: Interrupted, faults: tuple[Fault, ...]) -> bool:
    """Whether the candidate may go on; otherwise ``ContinueRequested`` tries again what is missing."""
    return scene.recording and not stops_the_clock(faults)


def again(scene: Interrupted, faults: tuple[Fault, ...]) -> tuple[Effect, ...]:
    """Orders to record again, unless something is wrong that a new start cannot mend."""
    masks = covering(scene)
    others = tuple(fault for fault in faults if fault.code is not FaultCode.RECORDING_NOT_STARTED)
    if scene.recording or stops_the_clock(others):
        return (ApplyMasks(masks),)
    return questions.record_covered(scene.inside.run, masks)


def _trouble_over(scene: Interrupted, faults: tuple[Fault, ...]) -> Step:
    if ready(scene, faults) and _self_healing(scene.cause):
        return _back_in(scene)
    return Step(scene, again(scene, faults))


def _back_in(scene: Interrupted) -> Step:
    step = go_on(scene.inside)
    return Step(step.scene, (CancelTimer(Timer.RECORDER), *step.effects))


def _recording_again(scene: Interrupted, segment: int, faults: tuple[Fault, ...]) -> Step:
    back = Interrupted(on_segment(scene.inside, segment), scene.cause, recording=True)
    unbroken = isinstance(scene.cause, Restarted) and segment == scene.inside.run.segment
    if (unbroken or _self_healing(scene.cause)) and ready(back, faults):
        return _back_in(back)
    return Step(back, (CancelTimer(Timer.RECORDER),))


def _self_healing(cause: Cause) -> bool:
    """A recorder that died is started again within seconds; the candidate only saw a short notice."""
    return isinstance(cause, Fault) and cause.code is FaultCode.RECORDER_LOST


# --- the way back and the way out ------------------------------------------------------------
def end(scene: Chapter, how: Ending, timing: Timing) -> Step:
    """A recorder that was ordered to start is told to finish, even before its first frame was seen."""
    if not records(scene):
        return ending.leave(scene.run, how)
    run = questions.cut_short(scene, timing) if isinstance(scene, Questioning) else scene.run
    step = ending.finish(run, how)
    return Step(step.scene, (*step.effects, *coding.unjudged(run)))


def go_on(scene: Chapter) -> Step:
    """Be in a chapter again, with every order that makes it happen."""
    step = _enter(with_run(scene, replace(scene.run, adjusting=False)))
    return Step(step.scene, (ApplyMasks(scene.run.masks), *step.effects, *coding.unjudged(scene.run)))


def _enter(scene: Chapter) -> Step:
    match scene:
        case CheckingDevices():
            return arrival.enter_check(scene)
        case Calibrating(run=run):
            return calibration.onward(run)  # what was not measured stays as the devices deliver it
        case Practising():
            practising = replace(scene, phase=questions.calm(scene.phase))
            return Step(practising, questions.enter_practice(practising))
        case AwaitingRelease(run=run) if not run.held:
            return questions.begin_recording(run)
        case AwaitingRelease():
            return Step(scene)
        case Beginning() if scene.run.segment > 0:
            return questions.open_next(scene.run)
        case Beginning():
            return Step(scene, questions.enter_beginning(scene))
        case Questioning():
            questioning = replace(scene, phase=questions.calm(scene.phase))
            return Step(questioning, questions.enter_question(questioning))
        case Reviewing():
            return Step(readback.calm(scene), questions.enter_review(scene.run))


def masked(run: Run, wish: MaskRequested) -> Run:
    """The run with one device covered or uncovered."""
    match wish.device:
        case Device.CAMERA:
            return replace(run, masks=replace(run.masks, camera=wish.mask))
        case Device.MICROPHONE:
            return replace(run, masks=replace(run.masks, microphone=wish.mask))


def with_run(scene: Chapter, run: Run) -> Chapter:
    """The same chapter with another run."""
    return replace(scene, run=run)


def on_segment(scene: Chapter, segment: int) -> Chapter:
    """The same chapter with the recorder on another segment."""
    return with_run(scene, replace(scene.run, segment=segment))
