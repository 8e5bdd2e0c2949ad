"""Review, the end of the recording, and the thank-you."""

from dataclasses import replace

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import Recording
from kiosk.flow import questions, readback
from kiosk.flow.arrival import clean_slate
from kiosk.flow.effects import CancelTimer, CloseDevices, Effect, FallSilent, FinishRecording, StartTimer
from kiosk.flow.events import EndConfirmed, Event, NewInterviewRequested, StationStarted, TimerElapsed
from kiosk.flow.facts import CaptureUnproved, FaultCleared, FaultRaised, RecordingFinished
from kiosk.flow.questions import QUESTION_TIMERS
from kiosk.flow.states import Ending, Finishing, Reviewing, Run, ThankYou
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import FINISH_DEADLINE_S, THANKS_IDLE_S, Timer

HUSH: tuple[Effect, ...] = (
    FallSilent(),
    *QUESTION_TIMERS,
    CancelTimer(Timer.RECORDER),
    CancelTimer(Timer.IDLE),
    CancelTimer(Timer.ADJUST),
)
"""Stops the voice and every clock of a chapter."""
GONE = Ending(reason="nobody_there")
"""The candidate walked away."""


def reviewing(scene: Reviewing, event: Event, timing: Timing) -> Step | None:
    """The candidate reads back, ends the interview, or the last answer turns out to be unproved."""
    match event:
        case CaptureUnproved() if scene.run.unproved:
            step = questions.open_next(scene.run)
            stop = (CancelTimer(Timer.IDLE), CancelTimer(Timer.ANSWER))
            return Step(step.scene, (*stop, *step.effects))
        case EndConfirmed() if scene.correcting is None:
            return finish(scene.run, Ending())
        case _:
            return readback.reviewing(scene, event, timing)


def finish(run: Run, ending: Ending) -> Step:
    """Bring the recording to its end, and do not keep the candidate waiting for ever."""
    order = FinishRecording(run.session)
    return Step(Finishing(run, ending), (*HUSH, order, StartTimer(Timer.RECORDER, FINISH_DEADLINE_S)))


def finishing(scene: Finishing, event: Event) -> Step | None:
    """The file exists, or its parts stay on the station for a technician."""
    match event:
        case RecordingFinished(recording=recording):
            return leave(scene.run, scene.ending, recording)
        case FaultRaised(fault=Fault(code=FaultCode.RECORDING_NOT_FINISHED)):
            return leave(scene.run, scene.ending)
        case TimerElapsed(timer=Timer.RECORDER):
            return leave(scene.run, scene.ending)
        case StationStarted():
            return finish(scene.run, scene.ending)  # the order may have died with whoever had it
        case FaultCleared(code=FaultCode.RECORDER_LOST):
            return Step(scene, (FinishRecording(scene.run.session),))  # patience does not begin anew
        case _:
            return None


def leave(run: Run, ending: Ending, recording: Recording | None = None) -> Step:
    """Thank the candidate; nothing is recorded, or nothing more is to be done about it here."""
    effects = (*HUSH, CloseDevices(), StartTimer(Timer.IDLE, THANKS_IDLE_S))
    return Step(ThankYou(run, ending, recording), effects)


def thank_you(scene: ThankYou, event: Event) -> Step | None:
    """Until somebody starts anew, or nobody has touched the screen for a while."""
    match event:
        case RecordingFinished(recording=recording):
            return Step(replace(scene, recording=recording))
        case NewInterviewRequested() | TimerElapsed(timer=Timer.IDLE) | StationStarted():
            return clean_slate()
        case _:
            return None
