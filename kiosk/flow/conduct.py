"""Staff conduct the interview: release its start, give more time, have a question left out or asked again."""

from dataclasses import replace

from kiosk.flow import questions
from kiosk.flow.effects import Effect
from kiosk.flow.ending import HUSH
from kiosk.flow.events import Event
from kiosk.flow.staff import AskAgainRequested, ExtraTimeRequested, ReleaseRequested
from kiosk.flow.states import Answering, AwaitingRelease, Chapter, Questioning
from kiosk.flow.step import Step, Timing

MOST_EXTRA_S = 3600.0
"""A question; whoever needs more needs another appointment."""


def conducted(scene: Chapter, event: Event, timing: Timing) -> Step | None:
    """What staff's wish makes of a running chapter."""
    if isinstance(scene, AwaitingRelease) and isinstance(event, ReleaseRequested):
        return questions.begin_recording(replace(scene.run, held=False))
    changed = adjusted(scene, event, timing)
    if changed is None:
        return None
    return Step(changed, _orders(changed, event))


def adjusted(scene: Chapter, event: Event, timing: Timing) -> Chapter | None:
    """The same wish without its orders: how a chapter that waits behind an interruption changes."""
    match event:
        case ReleaseRequested() if scene.run.held:
            return replace(scene, run=replace(scene.run, held=False))
        case ExtraTimeRequested(seconds=seconds) if isinstance(scene, Questioning) and seconds > 0:
            extra_s = min(scene.extra_s + seconds, MOST_EXTRA_S)
            return replace(scene, extra_s=extra_s) if extra_s != scene.extra_s else None
        case AskAgainRequested() if isinstance(scene, Questioning):
            return questions.from_the_beginning(scene, timing)
        case _:
            return None


def _orders(scene: Chapter, event: Event) -> tuple[Effect, ...]:
    match event:
        case AskAgainRequested() if isinstance(scene, Questioning):
            return (*HUSH, *questions.enter_question(scene))
        case ExtraTimeRequested() if isinstance(scene, Questioning) and isinstance(scene.phase, Answering):
            return () if scene.run.adjusting else questions.clock(scene)
        case _:
            return ()
