"""Nobody touches anything: the screen asks whether somebody is there before it clears everything away."""

from kiosk.flow import readback
from kiosk.flow.effects import CancelTimer, Effect, StartTimer
from kiosk.flow.states import (
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    EnteringCode,
    Reviewing,
    Scene,
)
from kiosk.flow.timers import (
    ARRIVAL_IDLE_S,
    CHECK_IDLE_S,
    NOTICE_IDLE_S,
    WARNING_S,
    Timer,
)

ASK = StartTimer(Timer.IDLE, WARNING_S)
"""How long the question stays before nobody's silence is taken for an answer."""


def patience_s(scene: Scene) -> float | None:
    """How long nothing may happen before it is asked; ``None`` where nobody is asked."""
    match scene:
        case EnteringCode():
            return ARRIVAL_IDLE_S
        case ChoosingLanguage() | Consenting():
            return NOTICE_IDLE_S
        case CheckingDevices():
            return CHECK_IDLE_S
        case Reviewing(run=run):
            return readback.idle(run).seconds
        case _:
            return None


def stays(scene: Scene) -> tuple[Effect, ...]:
    """Somebody is there: the wait begins anew."""
    seconds = patience_s(scene)
    return () if seconds is None else (StartTimer(Timer.IDLE, seconds),)


def settled(effects: tuple[Effect, ...]) -> bool:
    """Whether these orders have set or stopped the wait themselves, so that the question is out of date."""
    return any(isinstance(one, StartTimer | CancelTimer) and one.timer is Timer.IDLE for one in effects)
