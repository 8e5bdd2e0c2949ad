"""What staff change whatever the scene is: messages, the lock, a spare microphone, what is passed over."""

from dataclasses import replace

from kiosk.domain.faults import CATALOGUE, Fault, FaultCode, Severity
from kiosk.flow.effects import Announce, Effect, OpenDevices, RunBoothTests, UseMicrophone
from kiosk.flow.events import Event, MessageRead
from kiosk.flow.staff import (
    BoothTestRequested,
    LockRequested,
    MessageSent,
    MicrophoneRequested,
    OverrideRequested,
    SetUpRequested,
    UnlockRequested,
)
from kiosk.flow.states import Asking, Kiosk, Message, Practising, Questioning, Welcome, run_of, session_of

LONGEST_MESSAGE = 300
"""Characters: what somebody can read while they think of something else."""
NEVER_PASSED_OVER = (FaultCode.DATA_UNWRITABLE, FaultCode.JOURNAL_DAMAGED, FaultCode.DISK_FULL)
"""Without these there is no interview that could be kept."""

Told = tuple[Kiosk, bool, tuple[Effect, ...]]


def told(kiosk: Kiosk, event: Event) -> Told:
    """The state, whether the event is news, and orders."""
    match event:
        case MessageSent() if _can_be_told(kiosk, event.text):
            return replace(kiosk, message=Message(event.text.strip(), event.by)), True, _aloud(kiosk, event)
        case MessageRead():
            return replace(kiosk, message=None), kiosk.message is not None, ()
        case LockRequested():
            return replace(kiosk, locked=True), not kiosk.locked, ()
        case UnlockRequested():
            return replace(kiosk, locked=False), kiosk.locked, ()
        case MicrophoneRequested(name=name):
            return replace(kiosk, microphone=name), True, _microphone(kiosk, name)
        case BoothTestRequested() if isinstance(kiosk.scene, Welcome):
            return kiosk, True, (RunBoothTests(),)
        case SetUpRequested() if isinstance(kiosk.scene, Welcome):
            return replace(kiosk, setting_up=True), not kiosk.setting_up, ()
        case OverrideRequested():
            return _overridden(kiosk)
        case _:
            return kiosk, False, ()


def _can_be_told(kiosk: Kiosk, text: str) -> bool:
    return session_of(kiosk.scene) is not None and 0 < len(text.strip()) <= LONGEST_MESSAGE


def _aloud(kiosk: Kiosk, sent: MessageSent) -> tuple[Effect, ...]:
    """Nothing is said into a question that is being read out."""
    run, scene = run_of(kiosk.scene), kiosk.scene
    speaking = isinstance(scene, Practising | Questioning) and isinstance(scene.phase, Asking)
    if not sent.aloud or run is None or speaking:
        return ()
    return (Announce(sent.text.strip(), run.language, run.segment > 0),)


def _microphone(kiosk: Kiosk, name: str) -> tuple[Effect, ...]:
    open_again = (OpenDevices(),) if run_of(kiosk.scene) else ()
    return (UseMicrophone(name), *open_again)


def restarted(kiosk: Kiosk) -> tuple[Kiosk, tuple[Effect, ...]]:
    """Whatever is still wrong will be raised again, and is judged anew; a spare microphone stays in use.

    But for whoever has just been at the set-up: there the station's own was chosen.
    """
    if kiosk.setting_up:
        return replace(kiosk, faults=(), overridden=(), setting_up=False, microphone=""), ()
    again = (UseMicrophone(kiosk.microphone),) if kiosk.microphone else ()
    return replace(kiosk, faults=(), overridden=()), again


def passed_over(fault: Fault) -> bool:
    """Whether staff may go on in spite of a fault."""
    return CATALOGUE[fault.code].severity is Severity.BLOCK and fault.code not in NEVER_PASSED_OVER


def _overridden(kiosk: Kiosk) -> Told:
    codes = tuple(fault.code for fault in kiosk.faults if passed_over(fault))
    faults = tuple(fault for fault in kiosk.faults if fault.code not in codes)
    after = replace(kiosk, faults=faults, overridden=(*kiosk.overridden, *codes))
    return after, bool(codes), ()
