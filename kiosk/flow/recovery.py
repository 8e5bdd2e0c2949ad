"""From the journal's facts back to the state: the same steps, without their effects."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.moment import Moment
from kiosk.flow.events import Event, StationStarted
from kiosk.flow.machine import advance
from kiosk.flow.states import Kiosk
from kiosk.flow.step import Timing


@dataclass(frozen=True, slots=True)
class Happened:
    """An event and when it happened, as the journal keeps them."""

    event: Event
    moment: Moment


def timing(event: Event, now: Moment, before: Moment | None) -> Timing:
    """What the machine is told of time. Time the station was down is nobody's fault: it counts nothing."""
    if before is None or isinstance(event, StationStarted):
        return Timing(now)
    return Timing(now, now.seconds_after(before))


def replay(history: Iterable[Happened], start: Kiosk | None = None) -> Kiosk:
    """The state after a history. What it would order is not ordered again."""
    kiosk = start or Kiosk()
    before: Moment | None = None
    for happened in history:
        step = advance(kiosk, happened.event, timing(happened.event, happened.moment, before))
        if step is not None:
            kiosk, before = step[0], happened.moment
    return kiosk
