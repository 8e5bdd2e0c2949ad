"""What a step of the machine takes and gives."""

from dataclasses import dataclass

from kiosk.domain.moment import Moment
from kiosk.flow.effects import Effect
from kiosk.flow.states import Scene


@dataclass(frozen=True, slots=True)
class Timing:
    """When the event happened, and the seconds since the journal's previous entry in this boot."""

    now: Moment
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """Where a chapter goes, and what it orders."""

    scene: Scene
    effects: tuple[Effect, ...] = ()
