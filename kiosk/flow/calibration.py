"""After the device check: a few flashes and chirps tell how far picture and sound lie apart in this booth."""

from dataclasses import replace

from kiosk.domain.calibration import SOUND
from kiosk.flow import questions
from kiosk.flow.effects import Calibrate, CancelTimer, DiscardSample, FallSilent, StartTimer
from kiosk.flow.events import CalibrationSkipped, Event, TimerElapsed
from kiosk.flow.facts import SoundStarted, SyncMeasured, SyncNotMeasured
from kiosk.flow.states import Asking, Calibrating, Practising, Run
from kiosk.flow.step import Step
from kiosk.flow.timers import CALIBRATION_DEADLINE_S, Timer


def begin(run: Run) -> Step:
    """The device check is passed: measure what there is, and do not keep the candidate waiting for it."""
    if not run.filmed:
        return skipped(run)
    orders = (CancelTimer(Timer.IDLE), DiscardSample(), Calibrate())
    return Step(Calibrating(run), (*orders, StartTimer(Timer.RECORDER, CALIBRATION_DEADLINE_S)))


def skipped(run: Run) -> Step:
    """The device check is passed, and the screen shall not flash, or nobody would see it."""
    step = onward(run)
    return Step(step.scene, (CancelTimer(Timer.IDLE), DiscardSample(), *step.effects))


def calibrating(scene: Calibrating, event: Event) -> Step | None:
    """Whatever comes of it, the interview goes on."""
    match event:
        case SoundStarted(name=name, mono_s=mono_s) if name == SOUND:
            return Step(replace(scene, sound_from_mono_s=mono_s))
        case SyncMeasured(picture_late_ms=late_ms):
            return _over(replace(scene.run, picture_late_ms=late_ms))
        case SyncNotMeasured() | CalibrationSkipped() | TimerElapsed(timer=Timer.RECORDER):
            return _over(scene.run)
        case _:
            return None


def _over(run: Run) -> Step:
    step = onward(run)
    return Step(step.scene, (CancelTimer(Timer.RECORDER), FallSilent(), *step.effects))


def onward(run: Run) -> Step:
    """To the practice question, or to the first one where there is none."""
    if run.pack.practice is None:
        return questions.begin_recording(run)
    scene = Practising(run, Asking())
    return Step(scene, questions.enter_practice(scene))
