"""The interview as a function: where it stands and what happened give where it goes and what to do.

``advance`` answers ``None`` when the event means nothing where the interview stands: a wish that came
too late, a timer nobody waits for. Such an event is not journalled, and time goes on counting from the
entry before it.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow import (
    adjusting,
    arrival,
    booth,
    calibration,
    coding,
    ending,
    further,
    idleness,
    interruption,
    language,
    pause,
    proof,
    questions,
    readback,
)
from kiosk.flow.effects import CallStaff, Effect, StopRecording
from kiosk.flow.events import (
    AdjustingBegan,
    AdjustingEnded,
    AnswerTranscribed,
    CodeJudged,
    ComfortChosen,
    Event,
    FollowUpFound,
    FollowUpWorded,
    HelpRequested,
    LanguageChosen,
    SessionAssessed,
    SessionErased,
    SessionSealed,
    StationStarted,
    StillHere,
    TimerElapsed,
)
from kiosk.flow.facts import (
    CaptureProved,
    CaptureUnproved,
    DevicesOpened,
    FaultCleared,
    FaultRaised,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    ScreenRecordingEnded,
    ScreenRecordingStarted,
)
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from kiosk.flow.staff import (
    AccommodationsSet,
    EndRequested,
    ErasureOrdered,
    HelpAnswered,
    IncidentReported,
    InstantMarked,
    RetentionLocked,
    RetentionReleased,
    SessionExported,
    StaffEntered,
    StaffLeft,
    StaffRefused,
)
from kiosk.flow.states import (
    AwaitingRelease,
    Beginning,
    Calibrating,
    Chapter,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    Scene,
    ThankYou,
    Welcome,
    run_of,
    session_of,
    with_run,
)
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import Timer

Advance = tuple[Kiosk, tuple[Effect, ...]]

SEEN_IN_USE = (
    FaultCode.CAMERA_LOST,
    FaultCode.CAMERA_FROZEN,
    FaultCode.CAMERA_BLACK,
    FaultCode.MICROPHONE_LOST,
    FaultCode.MICROPHONE_SILENT,
    FaultCode.MICROPHONE_MUTED,
    FaultCode.ENCODER_SLOW,
    FaultCode.RECORDING_NOT_STARTED,
)
"""Faults that nobody can see the end of once the devices are closed: they end then."""

WORTH_KEEPING = (
    DevicesOpened,
    RecordingStopped,
    RecordingFinished,
    CaptureProved,
    ScreenRecordingStarted,
    ScreenRecordingEnded,
    SessionAssessed,
    SessionSealed,
    SessionErased,
    ErasureOrdered,
    RetentionLocked,
    RetentionReleased,
    SessionExported,
    StaffEntered,
    StaffLeft,
    StaffRefused,
    InstantMarked,
    IncidentReported,
    SessionViewed,
    CriterionRated,
    NoteWritten,
    NoteRemoved,
    SessionDecided,
)
"""Facts that are kept even where they move nothing."""


def advance(kiosk: Kiosk, event: Event, timing: Timing) -> Advance | None:
    """One step. Pure: the same arguments always give the same answer."""
    aged = replace(kiosk, scene=_aged(kiosk.scene, timing.elapsed_s))
    if isinstance(event, FaultRaised) and event.fault.code in kiosk.overridden:
        return aged, ()
    told, news, orders = _station_wide(aged, event)
    if told.idle_warned and not kiosk.idle_warned:
        return told, orders
    step = _scene(told, event, timing)
    if step is not None:
        return _entered(_attended(told, step), step.scene, event), (*orders, *step.effects)
    return (_entered(told, told.scene, event), orders) if news else None


def _entered(kiosk: Kiosk, scene: Scene, event: Event) -> Kiosk:
    """A call for staff ends with the person who made it, who does not leave because of a power cut."""
    left = isinstance(scene, Welcome) and not isinstance(kiosk.scene, Welcome)
    help_called = kiosk.help_called and (not left or isinstance(event, StationStarted))
    faults = kiosk.faults if _uses_devices(scene) else _without(kiosk.faults, *SEEN_IN_USE)
    message = None if left else kiosk.message
    return replace(kiosk, scene=scene, faults=faults, help_called=help_called, message=message)


def _attended(kiosk: Kiosk, step: Step) -> Kiosk:
    """Whoever moves the interview on is there."""
    moved = type(step.scene) is not type(kiosk.scene) or idleness.settled(step.effects)
    return replace(kiosk, idle_warned=kiosk.idle_warned and not moved)


def _aged(scene: Scene, seconds: float) -> Scene:
    match scene:
        case Practising() | Questioning() if scene.run.adjusting:
            return replace(scene, run=adjusting.credited(scene.run, seconds))
        case Practising() | Questioning():
            return replace(scene, phase=questions.aged(scene.phase, seconds))
        case _:
            return scene


def _station_wide(  # noqa: PLR0912 - one case a kind of news
    kiosk: Kiosk, event: Event
) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    """What an event changes whatever the scene is: the state, whether it is news, and orders."""
    match event:
        case StationStarted():
            after, orders = booth.restarted(kiosk)
            return after, True, (*orders, CallStaff()) if kiosk.help_called else orders
        case FaultRaised(fault=fault):
            return replace(kiosk, faults=(*_without(kiosk.faults, fault.code), fault)), True, ()
        case FaultCleared(code=code):
            overridden = tuple(other for other in kiosk.overridden if other is not code)
            after = replace(kiosk, faults=_without(kiosk.faults, code), overridden=overridden)
            return after, after != kiosk, ()
        case HelpRequested():
            return replace(kiosk, help_called=True), True, (CallStaff(),)
        case HelpAnswered():
            return replace(kiosk, help_called=False), kiosk.help_called, ()
        case RecordingStarted():
            disproved = (FaultCode.RECORDING_NOT_STARTED, FaultCode.RECORDER_LOST)
            return replace(kiosk, faults=_without(kiosk.faults, *disproved)), True, ()
        case CodeJudged():
            return replace(kiosk, scene=_judged(kiosk.scene, event)), True, ()
        case CaptureUnproved():
            return _unproved(kiosk, event)
        case AnswerTranscribed():
            return _transcribed(kiosk, event)
        case FollowUpFound() | FollowUpWorded():
            return _followed_up(kiosk, event)
        case ComfortChosen() | AdjustingBegan() | AdjustingEnded() | AccommodationsSet():
            return _adjusted(kiosk, event)
        case TimerElapsed(timer=Timer.ADJUST):
            return _adjusted(kiosk, event)
        case LanguageChosen(language=chosen):
            step = language.changed(kiosk.scene, chosen)
            return (replace(kiosk, scene=step.scene), True, step.effects) if step else (kiosk, False, ())
        case _ if isinstance(event, WORTH_KEEPING):
            return kiosk, True, ()
        case _:
            return _asked_whether_there(kiosk, event) or booth.told(kiosk, event)


def _asked_whether_there(kiosk: Kiosk, event: Event) -> tuple[Kiosk, bool, tuple[Effect, ...]] | None:
    stays = idleness.stays(kiosk.scene)
    match event:
        case TimerElapsed(timer=Timer.IDLE) if stays and not kiosk.idle_warned:
            return replace(kiosk, idle_warned=True), True, (idleness.ASK,)
        case StillHere() if kiosk.idle_warned:
            return replace(kiosk, idle_warned=False), True, stays
        case _:
            return None


def _unproved(kiosk: Kiosk, event: CaptureUnproved) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    """The question is asked once more; where that did not help either, staff are called."""
    run = run_of(kiosk.scene)
    if run is None or (question := proof.doubted(run, event)) is None:
        return kiosk, True, ()
    if question in run.asked_again:
        return replace(kiosk, help_called=True), True, (CallStaff(),)
    return replace(kiosk, scene=with_run(kiosk.scene, proof.unproved(run, question))), True, ()


def _adjusted(kiosk: Kiosk, event: adjusting.Adjusting) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    step = adjusting.adjusted(kiosk.scene, event)
    return (kiosk, False, ()) if step is None else (replace(kiosk, scene=step.scene), True, step.effects)


def _followed_up(
    kiosk: Kiosk, event: FollowUpFound | FollowUpWorded
) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    """Whoever reads back has been told that nothing more is asked."""
    scene = kiosk.scene
    inside = scene.inside if isinstance(scene, Interrupted | Paused) else scene
    if not isinstance(inside, Questioning) or inside.run.session != event.session:
        return kiosk, False, ()
    run = inside.run
    match event:
        case FollowUpFound():
            after = further.found(run, event)
        case FollowUpWorded():
            after = further.worded(run, event, inside.further)
    return replace(kiosk, scene=with_run(kiosk.scene, after)), after is not run, ()


def _transcribed(kiosk: Kiosk, event: AnswerTranscribed) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    """Of somebody at the screen it is news once; of somebody who has gone, always."""
    run = run_of(kiosk.scene)
    if run is None or run.session != event.session:
        return kiosk, True, ()
    after = readback.written(run, event.transcript)
    return replace(kiosk, scene=with_run(kiosk.scene, after)), after is not run, ()


def _judged(scene: Scene, event: CodeJudged) -> Scene:
    """Results come when they come: the candidate may be anywhere by then, or gone."""
    run = run_of(scene)
    return with_run(scene, coding.judged(run, event)) if run else scene


def _without(faults: tuple[Fault, ...], *codes: FaultCode) -> tuple[Fault, ...]:
    return tuple(fault for fault in faults if fault.code not in codes)


def _uses_devices(scene: Scene) -> bool:
    match scene:
        case EnteringCode(scanning=scanning):
            return scanning
        case Welcome() | ChoosingLanguage() | Consenting() | Declined() | ThankYou():
            return False
        case _:
            return True


def _scene(kiosk: Kiosk, event: Event, timing: Timing) -> Step | None:
    scene = kiosk.scene
    match event:
        case RecordingStarted(session=session) if not _wants_recording(scene, session):
            return Step(scene, (StopRecording("nobody has agreed to this recording"),))
        case RecordingStopped() | RecordingFinished() if _stale(scene, event):
            return None
        case _:
            return _dispatched(kiosk, event, timing)


def _stale(scene: Scene, event: RecordingStopped | RecordingFinished) -> bool:
    """Whether a recorder's fact is about another session, or about a segment that is over anyway."""
    run = run_of(scene)
    if run is None or run.session != event.session:
        return True
    return isinstance(event, RecordingStopped) and not 0 < run.segment == event.segment


def _wants_recording(scene: Scene, session: str) -> bool:
    """Whether a recorder that says it records this session is doing what it should."""
    if session != session_of(scene):
        return False
    match scene:
        case Interrupted(inside=chapter) | Paused(inside=chapter):
            return interruption.records(chapter)
        case Finishing():
            return True
        case _:
            return isinstance(scene, Chapter) and interruption.records(scene)


def _dispatched(kiosk: Kiosk, event: Event, timing: Timing) -> Step | None:
    scene, faults = kiosk.scene, kiosk.faults
    if isinstance(scene, Chapter):
        return interruption.chapter(scene, event, timing) or _chapter(scene, event, timing)
    match scene:
        case Welcome():
            blocked = kiosk.locked or kiosk.setting_up or interruption.stops_the_clock(faults)
            return arrival.welcome(event, blocked=blocked)
        case EnteringCode() | ChoosingLanguage() | Consenting() | Declined():
            return _before_consent(scene, event, faults)
        case Interrupted():
            return interruption.interrupted(scene, event, timing, faults)
        case Paused():
            return pause.paused(scene, event, timing, faults)
        case Finishing():
            return ending.finishing(scene, event)
        case ThankYou():
            return ending.thank_you(scene, event)
        case _:
            assert_never(scene)


def _before_consent(
    scene: EnteringCode | ChoosingLanguage | Consenting | Declined, event: Event, faults: tuple[Fault, ...]
) -> Step | None:
    if isinstance(event, StationStarted | EndRequested):
        return arrival.clean_slate()
    match scene:
        case EnteringCode():
            return arrival.entering_code(scene, event)
        case ChoosingLanguage():
            return arrival.choosing_language(scene, event)
        case Consenting():
            step = arrival.consenting(scene, event)
            return step and interruption.hold(step, faults)
        case Declined():
            return arrival.declined(scene, event)


def _chapter(scene: Chapter, event: Event, timing: Timing) -> Step | None:
    match scene:
        case CheckingDevices():
            return arrival.checking_devices(scene, event)
        case Calibrating():
            return calibration.calibrating(scene, event)
        case Practising():
            return questions.practising(scene, event, timing)
        case AwaitingRelease():
            return None  # only staff move it, see conduct
        case Beginning():
            return questions.beginning(scene, event)
        case Questioning():
            return questions.questioning(scene, event, timing)
        case Reviewing():
            return ending.reviewing(scene, event, timing)
