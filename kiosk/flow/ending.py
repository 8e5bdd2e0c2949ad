"""Review, the end of the recording, and the thank-you."""

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import Recording
from kiosk.flow.arrival import clean_slate
from kiosk.flow.effects import CancelTimer, CloseDevices, Effect, FallSilent, FinishRecording, StartTimer
from kiosk.flow.events import EndConfirmed, Event, NewInterviewRequested, TimerElapsed
from kiosk.flow.facts import FaultRaised, RecordingFinished
from kiosk.flow.questions import QUESTION_TIMERS
from kiosk.flow.states import Ending, Finishing, Reviewing, Run, ThankYou
from kiosk.flow.step import Step
from kiosk.flow.timers import FINISH_DEADLINE_S, THANKS_IDLE_S, Timer


def reviewing(scene: Reviewing, event: Event) -> Step | None:
    """The candidate ends the interview."""
    match event:
        case EndConfirmed():
            return finish(scene.run, Ending())
        case _:
            return None


def finish(run: Run, ending: Ending) -> Step:
    """Bring the recording to its end; with none begun there is nothing to wait for."""
    hush: tuple[Effect, ...] = (FallSilent(), *QUESTION_TIMERS, CancelTimer(Timer.RECORDER))
    if run.segment == 0:
        step = _thanks(Finishing(run, ending), None)
        return Step(step.scene, (*hush, *step.effects))
    scene = Finishing(run, ending)
    return Step(scene, (*hush, *enter_finishing(scene)))


def enter_finishing(scene: Finishing) -> tuple[Effect, ...]:
    """Order the one file, and do not keep the candidate waiting for ever."""
    return (FinishRecording(scene.run.session), StartTimer(Timer.RECORDER, FINISH_DEADLINE_S))


def finishing(scene: Finishing, event: Event) -> Step | None:
    """The file exists, or its parts stay on the station for a technician."""
    match event:
        case RecordingFinished(session=session, recording=recording) if session == scene.run.session:
            return _thanks(scene, recording)
        case FaultRaised(fault=Fault(code=FaultCode.RECORDING_NOT_FINISHED)):
            return _thanks(scene, None)
        case TimerElapsed(timer=Timer.RECORDER):
            return _thanks(scene, None)
        case _:
            return None


def _thanks(scene: Finishing, recording: Recording | None) -> Step:
    effects = (CancelTimer(Timer.RECORDER), CloseDevices(), StartTimer(Timer.IDLE, THANKS_IDLE_S))
    return Step(ThankYou(scene.run, scene.ending, recording), effects)


def thank_you(event: Event) -> Step | None:
    """Until somebody starts anew, or nobody has touched the screen for a while."""
    match event:
        case NewInterviewRequested() | TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None
