"""What may break into any chapter: staff, trouble, and a power cut. Decided once, for all of them."""

from dataclasses import replace

from kiosk.domain.faults import CATALOGUE, Fault, FaultCode, Severity
from kiosk.domain.masks import Device, MaskReason, Masks
from kiosk.flow import arrival, ending, questions
from kiosk.flow.effects import (
    ApplyMasks,
    CancelTimer,
    Effect,
    FallSilent,
    OpenDevices,
    StartRecording,
    StartTimer,
    StopRecording,
)
from kiosk.flow.events import (
    ContinueRequested,
    EndRequested,
    Event,
    MaskRequested,
    PauseRequested,
    ResumeRequested,
    StartRecordingRequested,
    StationStarted,
    StopRecordingRequested,
    TimerElapsed,
)
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingStarted
from kiosk.flow.states import (
    Beginning,
    Cause,
    Chapter,
    CheckingDevices,
    Ending,
    Finishing,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    RecordingStoppedBy,
    Restarted,
    Reviewing,
    Run,
)
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import RECORDER_DEADLINE_S, Timer

PAUSE_MASKS = Masks(MaskReason.PAUSED, MaskReason.PAUSED)
HALT: tuple[Effect, ...] = (FallSilent(), *questions.QUESTION_TIMERS, CancelTimer(Timer.RECORDER))
"""Stops the voice and every clock of a chapter."""


def stops_the_clock(faults: tuple[Fault, ...]) -> bool:
    """Whether any present fault forbids going on."""
    return any(CATALOGUE[fault.code].severity is not Severity.NOTE for fault in faults)


def chapter(scene: Chapter, event: Event, timing: Timing) -> Step | None:
    """What breaks into a running chapter; ``None`` leaves the event to the chapter itself."""
    match event:
        case PauseRequested(by=by, reason=reason):
            return Step(Paused(scene, by, reason), (*HALT, ApplyMasks(PAUSE_MASKS)))
        case StopRecordingRequested(by=by, reason=reason) if scene.run.segment > 0:
            return Step(Paused(scene, by, reason, recording=False), (*HALT, StopRecording(reason)))
        case MaskRequested():
            run = masked(scene.run, event)
            return Step(with_run(scene, run), (ApplyMasks(run.masks),))
        case EndRequested(by=by, reason=reason):
            return _end(scene, Ending(by, reason), timing)
        case StationStarted():
            return _restarted(scene)
        case FaultRaised(fault=fault) if stops_the_clock((fault,)):
            return _trouble(scene, fault)
        case RecordingStarted(segment=segment) if not isinstance(scene, Beginning):
            return Step(with_run(scene, replace(scene.run, segment=segment)))
        case TimerElapsed(timer=Timer.RECORDER) if isinstance(scene, Beginning):
            return _trouble(scene, Fault(FaultCode.RECORDING_NOT_STARTED, "no answer in time"))
        case _:
            return None


def _trouble(scene: Chapter, fault: Fault) -> Step:
    return Step(Interrupted(scene, fault, recording=not _records(scene)), HALT)


def _restarted(scene: Chapter) -> Step:
    return Step(Interrupted(scene, Restarted(), recording=not _records(scene)), _wake(scene))


def _records(scene: Chapter) -> bool:
    """Whether the chapter needs a running recording."""
    return scene.run.segment > 0 or isinstance(scene, Beginning)


def _wake(scene: Chapter) -> tuple[Effect, ...]:
    masks = ApplyMasks(scene.run.masks)
    if not _records(scene):
        return (OpenDevices(), masks)
    return (OpenDevices(), masks, *_record_again(scene.run))


def _record_again(run: Run) -> tuple[Effect, ...]:
    return (StartRecording(run.session), StartTimer(Timer.RECORDER, RECORDER_DEADLINE_S))


def interrupted(scene: Interrupted, event: Event, timing: Timing, faults: tuple[Fault, ...]) -> Step | None:
    """Wait until nothing is wrong and the recorder runs; then the candidate says when."""
    match event:
        case RecordingStarted(segment=segment):
            return _recording_again(scene, segment, faults)
        case FaultCleared() if _records(scene.inside) and not stops_the_clock(faults):
            return Step(replace(scene, recording=False), _record_again(scene.inside.run))
        case ContinueRequested() if ready(scene, faults):
            return go_on(scene.inside)
        case ContinueRequested() if _may_retry(scene, faults):
            return Step(scene, _record_again(scene.inside.run))
        case StationStarted():
            return Step(replace(scene, recording=not _records(scene.inside)), _wake(scene.inside))
        case PauseRequested(by=by, reason=reason):
            return Step(Paused(scene.inside, by, reason), (*HALT, ApplyMasks(PAUSE_MASKS)))
        case MaskRequested():
            run = masked(scene.inside.run, event)
            return Step(replace(scene, inside=with_run(scene.inside, run)), (ApplyMasks(run.masks),))
        case EndRequested(by=by, reason=reason):
            return _end(scene.inside, Ending(by, reason), timing)
        case _:
            return None


def ready(scene: Interrupted, faults: tuple[Fault, ...]) -> bool:
    """Whether the candidate may go on."""
    return scene.recording and not stops_the_clock(faults)


def _may_retry(scene: Interrupted, faults: tuple[Fault, ...]) -> bool:
    others = tuple(fault for fault in faults if fault.code is not FaultCode.RECORDING_NOT_STARTED)
    return not scene.recording and not stops_the_clock(others)


def _recording_again(scene: Interrupted, segment: int, faults: tuple[Fault, ...]) -> Step:
    inside = with_run(scene.inside, replace(scene.inside.run, segment=segment))
    back = replace(scene, inside=inside, recording=True)
    stop = CancelTimer(Timer.RECORDER)
    unbroken = isinstance(scene.cause, Restarted) and segment == scene.inside.run.segment
    if (unbroken or _self_healing(scene.cause)) and not stops_the_clock(faults):
        step = go_on(inside)
        return Step(step.scene, (stop, *step.effects))
    return Step(back, (stop,))


def _self_healing(cause: Cause) -> bool:
    """A recorder that died is started again within seconds; the candidate only saw a short notice."""
    return isinstance(cause, Fault) and cause.code is FaultCode.RECORDER_LOST


def paused(scene: Paused, event: Event, timing: Timing, faults: tuple[Fault, ...]) -> Step | None:
    """Only staff end a pause."""
    inside = scene.inside
    match event:
        case ResumeRequested(by=by) | StartRecordingRequested(by=by):
            return _resume(scene, by, faults)
        case StopRecordingRequested(reason=reason) if scene.recording and inside.run.segment > 0:
            return Step(replace(scene, recording=False), (StopRecording(reason),))
        case RecordingStarted(segment=segment) if scene.recording:
            return Step(replace(scene, inside=with_run(inside, replace(inside.run, segment=segment))))
        case FaultCleared() if scene.recording and _records(inside) and not stops_the_clock(faults):
            return Step(scene, (StartRecording(inside.run.session), ApplyMasks(PAUSE_MASKS)))
        case StationStarted() if scene.recording and _records(inside):
            return Step(scene, (OpenDevices(), ApplyMasks(PAUSE_MASKS), StartRecording(inside.run.session)))
        case StationStarted():
            return Step(scene, (OpenDevices(), ApplyMasks(PAUSE_MASKS)))
        case MaskRequested():
            return Step(replace(scene, inside=with_run(inside, masked(inside.run, event))))
        case EndRequested(by=by, reason=reason):
            return _end(inside, Ending(by, reason), timing)
        case _:
            return None


def _resume(scene: Paused, by: str, faults: tuple[Fault, ...]) -> Step:
    uncover = ApplyMasks(scene.inside.run.masks)
    if scene.recording and not stops_the_clock(faults):
        step = go_on(scene.inside)
        return Step(step.scene, (uncover, *step.effects))
    waiting = Interrupted(scene.inside, RecordingStoppedBy(by), recording=not _records(scene.inside))
    return Step(waiting, (uncover, *_record_again(scene.inside.run)))


def _end(scene: Chapter, how: Ending, timing: Timing) -> Step:
    run = questions.cut_short(scene, timing) if isinstance(scene, Questioning) else scene.run
    return ending.finish(run, how)


def go_on(scene: Chapter) -> Step:
    """Be in a chapter again, with every order that makes it happen."""
    match scene:
        case CheckingDevices():
            return arrival.enter_check(scene)
        case Practising():
            return Step(scene, questions.enter_practice(scene))
        case Beginning() if scene.run.segment > 0:
            return questions.open_question(scene.run, 0)
        case Beginning():
            return Step(scene, questions.enter_beginning(scene))
        case Questioning():
            return Step(scene, questions.enter_question(scene))
        case Reviewing():
            return Step(scene, questions.enter_review())


def finishing_again(scene: Finishing) -> Step:
    """A station that stopped while making the file makes it now."""
    return Step(scene, ending.enter_finishing(scene))


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
