"""How the interview fits a person: the card that staff may change, and what the candidate chooses.

Decided once for all scenes. While the candidate adjusts, their clock stands; all of it together not longer
than ``ADJUSTING_S``, so that it is no way to think for an hour.
"""

from dataclasses import replace

from kiosk.domain.accommodations import Accommodations
from kiosk.flow import questions
from kiosk.flow.effects import CancelTimer, Effect, StartTimer
from kiosk.flow.events import AdjustingBegan, AdjustingEnded, ComfortChosen, TimerElapsed
from kiosk.flow.staff import AccommodationsSet
from kiosk.flow.states import (
    ChoosingLanguage,
    Consenting,
    Declined,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    Run,
    Scene,
    run_of,
    with_run,
)
from kiosk.flow.step import Step
from kiosk.flow.timers import Timer

LEAST_CREDIT_S = 1.0
"""With less the clock is not stopped at all."""

Adjusting = ComfortChosen | AdjustingBegan | AdjustingEnded | AccommodationsSet | TimerElapsed


def adjusted(scene: Scene, event: Adjusting) -> Step | None:
    """The scene after it, and orders; ``None`` where it changes nothing."""
    match event:
        case AccommodationsSet(accommodations=card):
            return _accommodated(scene, card)
        case ComfortChosen(comfort=comfort):
            run = run_of(scene)
            return _changed(scene, run and replace(run, comfort=comfort.within_reason()))
        case AdjustingBegan():
            return _began(scene)
        case AdjustingEnded() | TimerElapsed():
            run = run_of(scene)
            step = _changed(scene, run and replace(run, adjusting=False))
            return step and Step(step.scene, (CancelTimer(Timer.ADJUST), *_clock(step.scene)))


def credited(run: Run, seconds: float) -> Run:
    """The run after so much time with the clock standing."""
    return replace(run, credit_s=max(0.0, run.credit_s - seconds))


def _began(scene: Scene) -> Step | None:
    """Only where a clock of the candidate's may run; elsewhere nobody hurries them."""
    run = run_of(scene)
    if run is None or run.credit_s < LEAST_CREDIT_S or not isinstance(scene, Practising | Questioning):
        return None
    stop = (CancelTimer(Timer.THINK), CancelTimer(Timer.ANSWER))
    step = _changed(scene, replace(run, adjusting=True))
    return step and Step(step.scene, (*stop, StartTimer(Timer.ADJUST, run.credit_s)))


def _accommodated(scene: Scene, card: Accommodations) -> Step | None:
    match scene:
        case ChoosingLanguage(arrival=arrival) | Consenting(arrival=arrival) | Declined(arrival=arrival):
            invitation = replace(arrival.invitation, accommodations=card)
            after = replace(scene, arrival=replace(arrival, invitation=invitation))
            return None if after == scene else Step(after)
        case _:
            run = run_of(scene)
            comfort = card.comfort.within_reason()
            step = _changed(scene, run and replace(run, accommodations=card, comfort=comfort))
            return step and Step(step.scene, _clock(step.scene))


def _changed(scene: Scene, run: Run | None) -> Step | None:
    return None if run is None or run == run_of(scene) else Step(with_run(scene, run))


def _clock(scene: Scene) -> tuple[Effect, ...]:
    """The clock that runs, set anew to what is left; an interruption sets it when it is over."""
    match scene:
        case Interrupted() | Paused():
            return ()
        case Practising() | Questioning():
            return questions.clock(scene)
        case _:
            return ()
