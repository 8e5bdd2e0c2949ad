"""The interview as a function: where it stands and what happened give where it goes and what to do.

``advance`` answers ``None`` when the event means nothing where the interview stands: a wish that came
too late, a timer nobody waits for. Such an event is not journalled, and time goes on counting from the
entry before it.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.domain.faults import Fault
from kiosk.flow import arrival, ending, interruption, questions
from kiosk.flow.effects import CallStaff, Effect
from kiosk.flow.events import Event, HelpAnswered, HelpRequested, StationStarted
from kiosk.flow.facts import (
    DevicesOpened,
    FaultCleared,
    FaultRaised,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
)
from kiosk.flow.states import (
    Beginning,
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
)
from kiosk.flow.step import Step, Timing

Advance = tuple[Kiosk, tuple[Effect, ...]]


def advance(kiosk: Kiosk, event: Event, timing: Timing) -> Advance | None:
    """One step. Pure: the same arguments always give the same answer."""
    aged = replace(kiosk, scene=_aged(kiosk.scene, timing.elapsed_s))
    told, news, effects = _station_wide(aged, event)
    step = _scene(told, event, timing)
    if step is not None:
        after = told if isinstance(step.scene, type(told.scene)) else _new_scene(told, step.scene)
        return replace(after, scene=step.scene), (*effects, *step.effects)
    return (told, effects) if news else None


def _new_scene(kiosk: Kiosk, scene: Scene) -> Kiosk:
    """A call for staff ends with the person who made it."""
    return replace(kiosk, help_called=False) if isinstance(scene, Welcome) else kiosk


def _aged(scene: Scene, seconds: float) -> Scene:
    match scene:
        case Practising() | Questioning():
            return replace(scene, phase=questions.aged(scene.phase, seconds))
        case _:
            return scene


def _station_wide(kiosk: Kiosk, event: Event) -> tuple[Kiosk, bool, tuple[Effect, ...]]:
    """What an event changes whatever the scene is: the state, whether it is news, and orders."""
    match event:
        case StationStarted():
            return replace(kiosk, faults=()), True, ()  # whatever is still wrong will be raised again
        case FaultRaised(fault=fault):
            return replace(kiosk, faults=(*_without(kiosk.faults, fault), fault)), True, ()
        case FaultCleared(code=code):
            remaining = _without(kiosk.faults, Fault(code))
            return replace(kiosk, faults=remaining), remaining != kiosk.faults, ()
        case HelpRequested():
            return replace(kiosk, help_called=True), True, (CallStaff(),)
        case HelpAnswered():
            return replace(kiosk, help_called=False), kiosk.help_called, ()
        case DevicesOpened() | RecordingStarted() | RecordingStopped() | RecordingFinished():
            return kiosk, True, ()  # facts worth keeping even where they move nothing
        case _:
            return kiosk, False, ()


def _without(faults: tuple[Fault, ...], fault: Fault) -> tuple[Fault, ...]:
    return tuple(present for present in faults if present.code is not fault.code)


def _scene(kiosk: Kiosk, event: Event, timing: Timing) -> Step | None:
    scene = kiosk.scene
    match scene:
        case Welcome():
            return arrival.welcome(event, blocked=interruption.stops_the_clock(kiosk.faults))
        case EnteringCode() | ChoosingLanguage() | Consenting() | Declined():
            return _before_consent(scene, event)
        case CheckingDevices() | Practising() | Beginning() | Questioning() | Reviewing():
            return interruption.chapter(scene, event, timing) or _chapter(scene, event, timing)
        case Interrupted():
            return interruption.interrupted(scene, event, timing, kiosk.faults)
        case Paused():
            return interruption.paused(scene, event, timing, kiosk.faults)
        case Finishing():
            if isinstance(event, StationStarted):
                return interruption.finishing_again(scene)
            return ending.finishing(scene, event)
        case ThankYou():
            return arrival.clean_slate() if isinstance(event, StationStarted) else ending.thank_you(event)
        case _:
            assert_never(scene)


def _before_consent(
    scene: EnteringCode | ChoosingLanguage | Consenting | Declined, event: Event
) -> Step | None:
    if isinstance(event, StationStarted):
        return arrival.clean_slate()
    match scene:
        case EnteringCode():
            return arrival.entering_code(scene, event)
        case ChoosingLanguage():
            return arrival.choosing_language(scene, event)
        case Consenting():
            return arrival.consenting(scene, event)
        case Declined():
            return arrival.declined(scene, event)


def _chapter(
    scene: CheckingDevices | Practising | Beginning | Questioning | Reviewing, event: Event, timing: Timing
) -> Step | None:
    match scene:
        case CheckingDevices():
            return arrival.checking_devices(scene, event)
        case Practising():
            return questions.practising(scene, event, timing)
        case Beginning():
            return questions.beginning(scene, event)
        case Questioning():
            return questions.questioning(scene, event, timing)
        case Reviewing():
            return ending.reviewing(scene, event)
