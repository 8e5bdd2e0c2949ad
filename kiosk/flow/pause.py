"""A pause: staff have stopped the clock, and only staff let it go on. Nothing is recorded uncovered."""

from dataclasses import replace

from kiosk.domain.faults import Fault
from kiosk.flow import conduct
from kiosk.flow.effects import ApplyMasks, Effect, FallSilent, OpenDevices, StartRecording, StopRecording
from kiosk.flow.events import Event, StationStarted
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingStarted, RecordingStopped
from kiosk.flow.interruption import (
    PAUSE_MASKS,
    UNASKED,
    again,
    end,
    go_on,
    masked,
    on_segment,
    records,
    stopped_by_staff,
    stops_the_clock,
    with_run,
)
from kiosk.flow.staff import (
    EndRequested,
    MaskRequested,
    ResumeRequested,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import Ending, Interrupted, Paused, RecordingStoppedBy, Restarted
from kiosk.flow.step import Step, Timing


def paused(scene: Paused, event: Event, timing: Timing, faults: tuple[Fault, ...]) -> Step | None:
    """Only staff end a pause."""
    inside = scene.inside
    match event:
        case ResumeRequested() | StartRecordingRequested():
            return _resume(scene, faults)
        case StopRecordingRequested() if inside.run.segment > 0 and not _stopped(scene):
            return stopped_by_staff(inside, event)
        case MaskRequested():
            return Step(replace(scene, inside=with_run(inside, masked(inside.run, event))))
        case EndRequested(by=by, reason=reason):
            return end(inside, Ending(by, reason), timing)
        case StationStarted():
            return _restarted_paused(scene)
        case RecordingStarted(segment=segment):
            return Step(replace(scene, inside=on_segment(inside, segment), recording=not _stopped(scene)))
        case _ if (changed := conduct.adjusted(inside, event, timing)) is not None:
            return Step(replace(scene, inside=changed))
        case _ if not _stopped(scene):
            return _trouble_while_paused(scene, event, faults)
        case _:
            return None


def _trouble_while_paused(scene: Paused, event: Event, faults: tuple[Fault, ...]) -> Step | None:
    inside = scene.inside
    match event:
        case FaultRaised(fault=fault) if stops_the_clock((fault,)):
            return Step(replace(scene, recording=not records(inside), cause=fault))
        case RecordingStopped():
            down = replace(scene, recording=False, cause=UNASKED)
            return Step(down, _covered(down, faults))
        case FaultCleared():
            return Step(scene, _covered(scene, faults))
        case _:
            return None


def _stopped(scene: Paused) -> bool:
    """Whether staff want no recording now, which no trouble and no restart may undo."""
    return isinstance(scene.cause, RecordingStoppedBy)


def _covered(scene: Paused, faults: tuple[Fault, ...] = ()) -> tuple[Effect, ...]:
    """Orders to a recorder that may be a new one: covered first, then recording if it should and does not."""
    cover = ApplyMasks(PAUSE_MASKS)
    if scene.recording or stops_the_clock(faults):
        return (cover,)
    return (cover, StartRecording(scene.inside.run.session))


def _restarted_paused(scene: Paused) -> Step:
    wake = (FallSilent(), OpenDevices())
    if _stopped(scene):
        return Step(scene, (*wake, ApplyMasks(PAUSE_MASKS), StopRecording(scene.reason)))
    after = replace(scene, recording=not records(scene.inside), cause=Restarted())
    return Step(after, (*wake, *_covered(after)))


def _resume(scene: Paused, faults: tuple[Fault, ...]) -> Step:
    inside = scene.inside
    if scene.cause is None or (scene.recording and not stops_the_clock(faults)):
        return go_on(inside)
    waiting = Interrupted(inside, scene.cause, scene.recording)
    return Step(waiting, again(waiting, faults))
